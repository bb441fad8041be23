package org.rectification.ledger;

/** What people typed, as a cell holds it. */
final class CellText {

    /** Excel calls a file with a longer text damaged. */
    static final int LONGEST = 32_767;
    private static final String CUT = "……（余下内容见系统）";

    private CellText() {}

    /** Null where there is nothing to write. */
    static String of(String typed) {
        if (typed == null || typed.isBlank()) return null;
        String text = typed.strip().replace("\r\n", "\n").replace('\r', '\n');
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT;
    }

    /** Whether it was too long for a cell, so that a cell does not tell it whole. */
    static boolean isCut(String shown) {
        return shown.endsWith(CUT);
    }

    /** Whether a spreadsheet that had it typed in would take it for a formula. */
    static boolean looksLikeFormula(String text) {
        return "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** Lines that the text fills in a column of this many characters. */
    static int lines(String text, double width) {
        int lines = 0;
        int filled = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                lines += lines(filled, width);
                filled = 0;
            } else {
                filled += c < 0x2E80 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return lines + lines(filled, width);
    }

    private static int lines(int filled, double width) {
        return Math.max(1, (int) Math.ceil(filled / (width - 1)));
    }
}
