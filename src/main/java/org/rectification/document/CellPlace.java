package org.rectification.document;

/** Where a cell stands, as table programs say it: H12. */
public final class CellPlace {

    private CellPlace() {}

    /** @param row from 1; {@code column} from 0 */
    public static String of(int row, int column) {
        return letters(column) + row;
    }

    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    /** @throws IllegalArgumentException where no sheet reaches so far */
    static int column(String place) {
        int column = 0;
        for (int at = 0; at < place.length() && Character.isLetter(place.charAt(at)); at++) {
            column = column * 26 + Character.toUpperCase(place.charAt(at)) - 'A' + 1;
            if (column > 16_384) throw new IllegalArgumentException(place);
        }
        if (column < 1) throw new IllegalArgumentException(place);
        return column - 1;
    }

    static int row(String place) {
        return Integer.parseInt(place.replaceAll("[^0-9]", ""));
    }
}
