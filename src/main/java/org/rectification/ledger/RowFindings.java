package org.rectification.ledger;

import java.util.ArrayList;
import java.util.List;
import org.rectification.ledger.RowOutcome.CellOutcome;
import org.rectification.ledger.RowOutcome.Kind;

/** What is found while a row is held against the ledger. */
final class RowFindings {

    private final SheetRow row;
    private final String sheet;
    private final LedgerHeader header;
    private final List<CellOutcome> cells = new ArrayList<>();
    private boolean added;
    private boolean refused;
    Integer problem;
    String taskNumber;
    String title;

    RowFindings(SheetRow row, String sheet, LedgerHeader header) {
        this.row = row;
        this.sheet = sheet;
        this.header = header;
    }

    SheetRow row() {
        return row;
    }

    void added(LedgerField field) {
        added = true;
        if (!row.text(field).isEmpty()) cells.add(new CellOutcome(place(field), field.heading(), null, row.text(field), null, false, null));
    }

    void changed(LedgerField field, String from) {
        cells.add(new CellOutcome(place(field), field.heading(), orNull(from), orNull(row.text(field)), null, false, null));
    }

    /** What was written in it was understood, but whoever wrote it should look at it. */
    void read(LedgerField field, String as) {
        cells.replaceAll(cell -> field.heading().equals(cell.column()) && cell.reason() == null ? cell.noted(cell.note() == null ? as : cell.note() + "；" + as) : cell);
    }

    /** What was written in it could not be understood. */
    void unclear(LedgerField field, String reason) {
        refuse(field, null, reason, false);
    }

    /** It is understood and must not be. */
    void forbidden(LedgerField field, String from, String reason) {
        refuse(field, from, reason, true);
    }

    private void refuse(LedgerField field, String from, String reason, boolean rule) {
        refused = true;
        cells.removeIf(cell -> field != null && field.heading().equals(cell.column()) && cell.reason() == null);
        cells.add(new CellOutcome(place(field), field == null ? null : field.heading(), orNull(from), field == null ? null : orNull(row.text(field)), reason, rule, null));
    }

    boolean isRefused(LedgerField field) {
        return cells.stream().anyMatch(cell -> field.heading().equals(cell.column()) && cell.reason() != null);
    }

    boolean isRefused() {
        return refused;
    }

    boolean isEmpty() {
        return cells.isEmpty() && !added;
    }

    RowOutcome outcome() {
        return new RowOutcome(row.number(), refused ? Kind.REFUSED : added ? Kind.ADDED : Kind.CHANGED, problem == null || problem == 0 ? null : problem, taskNumber, title, List.copyOf(cells));
    }

    private String place(LedgerField field) {
        return sheet + "!" + (field == null ? "第" + row.number() + "行" : header.place(row.number(), field));
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
