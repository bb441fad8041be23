package org.rectification.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of somebody else's form, in a workbook or a document, held in memory as a whole. */
interface FormTable {

    int MOST_ROWS = 2_000;
    /** Between the names that stand above each other in a header of several rows. */
    String BENEATH = "／";

    /**
     * A row that may say what the columns hold.
     *
     * @param part     which sheet or table of the file, from 0; {@code row} in it, from 0
     * @param headings column, from 0 → what it is headed
     */
    record Header(int part, int row, Map<Integer, String> headings) {

        /** The more columns are known the likelier it is the header; among equals the one that says more. */
        long likelihood() {
            return headings.values().stream().filter(heading -> proposed(heading).isPresent()).distinct().count() * 1_000 + headings.size();
        }
    }

    /** What a column by this name holds; what stands lowest in a header of several rows says it most closely. */
    static Optional<LedgerField> proposed(String heading) {
        return LedgerField.named(heading).or(() -> LedgerField.named(heading.substring(heading.lastIndexOf(BENEATH) + 1)));
    }

    /** Rows near the top of each table. */
    List<Header> candidates();

    /**
     * Writes the lines beneath the header in the style of the row that stands there; whatever follows moves down.
     *
     * @param columns column → what it says of a line
     */
    void fill(int part, int headerRow, Map<Integer, LedgerField> columns, List<LedgerLine> lines);

    void write(OutputStream to) throws IOException;

    /** Columns that speak of the problem are written once for all its tasks. */
    static boolean begins(List<LedgerLine> lines, int at) {
        return at == 0 || lines.get(at).problem().number() != lines.get(at - 1).problem().number();
    }

    /** How many lines speak of the same problem as this one. */
    static int sharing(List<LedgerLine> lines, int at) {
        int problem = lines.get(at).problem().number();
        int first = at;
        int end = at + 1;
        while (first > 0 && lines.get(first - 1).problem().number() == problem) first--;
        while (end < lines.size() && lines.get(end).problem().number() == problem) end++;
        return end - first;
    }

    static boolean isOfProblem(LedgerField field) {
        return field == LedgerField.NUMBER || field.of() == LedgerField.Of.PROBLEM;
    }

    /** As a person would write it there. */
    static String shown(LedgerField field, LedgerLine line) {
        if (field == LedgerField.DEADLINE && line.task() != null && line.task().deadline() != null) return LedgerPages.DAY.format(line.task().deadline());
        return line.text(field);
    }
}
