package org.rectification.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rectification.document.CellPlace;
import org.rectification.document.XlsxFile;
import org.rectification.document.XlsxFile.Cell;
import org.rectification.document.XlsxFile.Row;
import org.rectification.refusal.Refusal;

/**
 * The row, or the lower one of two, that says what the columns of a ledger hold, in any order.
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
        return in(row, null);
    }

    /**
     * Two rows that together say it, empty where they do not: what stands beneath a cell over several columns says more closely what each of them holds.
     *
     * @throws Refusal INPUT where two columns go by names of the same
     */
    static Optional<LedgerHeader> in(Row above, Row beneath) {
        if (beneath != null && IntStream.range(0, beneath.cells().size()).noneMatch(at -> isSpanned(above, at) && saysMore(beneath, above, at) && LedgerField.named(cell(beneath, at).text()).isPresent())) return Optional.empty();
        int row = beneath == null ? above.number() : beneath.number();
        Map<LedgerField, Integer> columns = new EnumMap<>(LedgerField.class);
        Map<Integer, String> unread = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (int at = 0; at < Math.max(above.cells().size(), beneath == null ? 0 : beneath.cells().size()); at++) {
            Cell cell = cell(saysMore(beneath, above, at) ? beneath : above, at);
            if (cell == null || cell.text().isBlank()) continue;
            Optional<LedgerField> field = LedgerField.named(cell.text());
            if (field.isEmpty()) {
                unread.put(at, Typed.name(cell.text()));
                continue;
            }
            Integer before = columns.putIfAbsent(field.get(), at);
            boolean merged = before != null && cell == cell(above, before);
            if (before != null) twice.add(CellPlace.of(row, before) + "和" + CellPlace.of(row, at) + (merged ? "合并成一格“" + Typed.name(cell.text()) + "”，下一行又没有写明各列的名称" : "都表示“" + field.get().heading() + "”"));
        }
        if (beneath != null) List.copyOf(unread.keySet()).stream().filter(at -> isSpanned(above, at)).forEach(at -> LedgerField.named(cell(above, at).text()).filter(field -> columns.putIfAbsent(field, at) == null).ifPresent(field -> unread.remove(at)));
        if (columns.size() < 2 || columns.keySet().stream().noneMatch(TELLING::contains)) return Optional.empty();
        if (!twice.isEmpty()) throw Refusal.ofInput("file", "表头有重复的列：" + String.join("；", twice) + "，请只保留一列");
        return Optional.of(new LedgerHeader(row, columns, unread.values().stream().distinct().toList()));
    }

    /** It may be the upper row of a header of two; a title stands over all of the columns, and who filled it in names none. */
    static boolean isPerhapsUpperRow(Row row) {
        List<String> names = row.cells().stream().filter(Objects::nonNull).map(Cell::text).filter(text -> !text.isBlank()).distinct().toList();
        return names.size() > 1 && names.stream().anyMatch(name -> LedgerField.named(name).isPresent()) && IntStream.range(0, row.cells().size()).anyMatch(at -> isSpanned(row, at));
    }

    /** One cell that was merged over several columns stands in each of them. */
    private static boolean isSpanned(Row row, int at) {
        Cell cell = cell(row, at);
        return cell != null && !cell.text().isBlank() && (cell == cell(row, at - 1) || cell == cell(row, at + 1));
    }

    /** A cell that reaches down over both rows says nothing more. */
    private static boolean saysMore(Row beneath, Row above, int at) {
        Cell cell = beneath == null ? null : cell(beneath, at);
        return cell != null && !cell.text().isBlank() && cell != cell(above, at);
    }

    private static Cell cell(Row row, int at) {
        return at < 0 || at >= row.cells().size() ? null : row.cells().get(at);
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
