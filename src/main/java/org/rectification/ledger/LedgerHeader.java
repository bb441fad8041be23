package org.rectification.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.document.CellPlace;
import org.rectification.document.XlsxFile;
import org.rectification.document.XlsxFile.Cell;
import org.rectification.document.XlsxFile.Row;
import org.rectification.refusal.Refusal;

/**
 * The row that says what the columns of a ledger hold, in any order.
 *
 * @param columns where each is, from 0
 * @param unread  headings that mean none of ours, as they are typed
 */
record LedgerHeader(int row, Map<LedgerField, Integer> columns, List<String> unread) {

    static final String NOTE = "注：";
    private static final Set<LedgerField> TELLING = Set.of(LedgerField.TASK_NUMBER, LedgerField.TASK, LedgerField.PROBLEM);

    /**
     * Empty where this is an ordinary row.
     *
     * @throws Refusal INPUT where two columns go by names of the same
     */
    static Optional<LedgerHeader> in(Row row) {
        Map<LedgerField, Integer> columns = new EnumMap<>(LedgerField.class);
        List<String> unread = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int at = 0; at < row.cells().size(); at++) {
            Cell cell = row.cells().get(at);
            if (cell == null || cell.text().isBlank()) continue;
            Optional<LedgerField> field = LedgerField.named(cell.text());
            if (field.isEmpty()) {
                unread.add(Typed.name(cell.text()));
                continue;
            }
            Integer before = columns.putIfAbsent(field.get(), at);
            if (before != null) twice.add(CellPlace.of(row.number(), before) + "和" + CellPlace.of(row.number(), at) + "都表示“" + field.get().heading() + "”");
        }
        if (columns.size() < 2 || columns.keySet().stream().noneMatch(TELLING::contains)) return Optional.empty();
        if (!twice.isEmpty()) throw Refusal.ofInput("file", "表头有重复的列：" + String.join("；", twice) + "，请只保留一列");
        return Optional.of(new LedgerHeader(row.number(), columns, unread.stream().distinct().toList()));
    }

    boolean has(LedgerField field) {
        return columns.containsKey(field);
    }

    /** A day that was typed as one is read as a person would write it. */
    SheetRow read(Row row, XlsxFile file) {
        SheetRow read = SheetRow.of(row.number());
        columns.forEach((field, at) -> {
            Cell cell = at < row.cells().size() ? row.cells().get(at) : null;
            if (cell == null || cell.text().isBlank() && cell.fault() == null) return;
            Cell typed = field == LedgerField.DEADLINE && cell.number() ? Typed.day(cell, file).map(day -> new Cell(day.toString(), false)).orElse(cell) : cell;
            read.cells().put(field, typed);
        });
        return read;
    }

    /** Nothing of the ledger stands in it: an empty row, the header once more, a note beneath the table. */
    boolean isBeside(SheetRow row) {
        return row.isBlank() || isRepeatedIn(row) || row.cells().values().stream().allMatch(cell -> Typed.text(cell.text()).startsWith(NOTE));
    }

    /** Where the table goes on under its header once more, as it does on printed pages, or the header takes up two rows. */
    private boolean isRepeatedIn(SheetRow row) {
        return !row.cells().isEmpty() && row.cells().entrySet().stream().allMatch(cell -> LedgerField.named(cell.getValue().text()).filter(cell.getKey()::equals).isPresent());
    }

    String place(int row, LedgerField field) {
        Integer column = columns.get(field);
        return column == null ? "第" + row + "行" : CellPlace.of(row, column);
    }
}
