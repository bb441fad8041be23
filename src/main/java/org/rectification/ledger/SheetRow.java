package org.rectification.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rectification.document.XlsxFile.Cell;

/** A row of an uploaded ledger: what stands in the columns that were understood. */
record SheetRow(int number, Map<LedgerField, Cell> cells) {

    static SheetRow of(int number) {
        return new SheetRow(number, new EnumMap<>(LedgerField.class));
    }

    /** Without what editing leaves behind; empty where nothing is written. */
    String text(LedgerField field) {
        Cell cell = cells.get(field);
        return cell == null ? "" : Typed.text(cell.text());
    }

    /** Columns whose formula tells nothing. */
    List<LedgerField> faulty() {
        return cells.keySet().stream().filter(field -> cells.get(field).fault() != null).toList();
    }

    boolean isBlank() {
        return cells.keySet().stream().allMatch(field -> field == LedgerField.REASON || text(field).isEmpty());
    }

    boolean hasAny(LedgerField.Of of) {
        return cells.keySet().stream().anyMatch(field -> field.of() == of && !text(field).isEmpty());
    }
}
