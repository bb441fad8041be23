package org.rectification.ledger;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** The look of a list's rows. Cells that look alike and stand below one another are told so at once: one by one it takes as long as writing them. */
final class CellLooks {

    /**
     * What a cell looks like beyond what all of its row have in common.
     *
     * @param format null for none of its own
     * @param colour RRGGBB, null for none
     */
    record Look(String format, String colour, boolean centred, boolean small) {

        static final Look PLAIN = new Look(null, null, false, false);

        private void giveTo(StyleSetter cells) {
            if (format != null) cells.format(format);
            if (colour != null) cells.fillColor(colour);
            if (centred) cells.horizontalAlignment("center").verticalAlignment("center").wrapText(true);
            if (small) cells.fontName(Sheet.FONT).fontSize(SMALL).verticalAlignment("top").wrapText(true);
            cells.set();
        }
    }

    static final int SIZE = 10;
    /** For a text that no row could show whole otherwise; where even so it is too long, its beginning is in sight. */
    static final int SMALL = 8;

    private record Stretch(Look look, int column, int from, int to) {}

    private final Worksheet sheet;
    private final Look[] looks;
    private final int[] since;
    private final List<Stretch> stretches = new ArrayList<>();
    private int first;

    CellLooks(Worksheet sheet, int columns, int first) {
        this.sheet = sheet;
        this.looks = new Look[columns];
        this.since = new int[columns];
        begin(first);
    }

    private void begin(int row) {
        first = row;
        stretches.clear();
        for (int column = 0; column < looks.length; column++) {
            looks[column] = Look.PLAIN;
            since[column] = row;
        }
    }

    /** Row after row. */
    void is(Look look, int row, int column) {
        if (look.equals(looks[column])) return;
        end(column, row);
        looks[column] = look;
    }

    private void end(int column, int row) {
        if (row > since[column] && !looks[column].equals(Look.PLAIN)) stretches.add(new Stretch(looks[column], column, since[column], row - 1));
        since[column] = row;
    }

    /** Rows before this one are about to leave the memory. */
    void settle(int row) {
        if (row == first) return;
        sheet.range(first, 0, row - 1, looks.length - 1).style().fontName(Sheet.FONT).fontSize(SIZE).verticalAlignment("center").wrapText(true).borderStyle(BorderStyle.THIN).set();
        for (int column = 0; column < looks.length; column++) end(column, row);
        for (Stretch stretch : stretches) stretch.look.giveTo(sheet.range(stretch.from, stretch.column, stretch.to, stretch.column).style());
        begin(row);
    }
}
