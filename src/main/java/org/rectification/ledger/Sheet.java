package org.rectification.ledger;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rectification.document.CellPlace;
import org.rectification.ledger.CellLooks.Look;

/**
 * A sheet on its way out: a title, a header that stays in sight and stands on every printed page, then row after row. Texts are
 * written as inline strings, never as formulas, and never gathered: what has been flushed has left the memory.
 */
final class Sheet<T> {

    static final String FONT = "宋体";
    private static final String TITLE_FONT = "方正小标宋简体";
    private static final double POINTS_A_LINE = 14;
    private static final double PADDING = 6;
    private static final int MOST_LINES = (int) ((Worksheet.MAX_ROW_HEIGHT - PADDING) / POINTS_A_LINE);
    private static final double SMALLER = (double) CellLooks.SMALL / CellLooks.SIZE;
    private static final int MOST_SMALL_LINES = (int) ((Worksheet.MAX_ROW_HEIGHT - PADDING) / (POINTS_A_LINE * SMALLER));
    private static final int MOST_NAMED = 20;
    private static final Look DAY = new Look("yyyy\"年\"m\"月\"d\"日\"", null, true, false);
    private static final Look NUMBER = new Look(null, null, true, false);
    private static final String TEXT = "@";

    private final Worksheet sheet;
    private final List<Column<T>> columns;
    private final int headerRow;
    private final int lastOnFirstPage;
    private final CellLooks looks;
    private final List<String> cutShort = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private int row;

    /** @param frozen columns on the left that stay in sight; a sheet that has such is two pages wide on paper, with them on both */
    Sheet(Workbook workbook, String name, String title, List<String> notes, List<Column<T>> columns, int frozen) {
        this.sheet = workbook.newWorksheet(name);
        this.columns = columns;
        this.headerRow = 1 + notes.size();
        for (int at = 0; at < columns.size(); at++) sheet.width(at, columns.get(at).width());
        this.lastOnFirstPage = frozen > 0 ? lastOnFirstPage(frozen) : columns.size() - 1;
        heading(title, notes, lastOnFirstPage);
        header();
        this.looks = new CellLooks(sheet, columns.size(), row);
        sheet.freezePane(frozen, headerRow + 1);
        setUpPrinting(frozen);
    }

    /** @param last column that it goes over, on the first of two pages where there are two; there its middle is, so that the second page repeats no piece of it */
    private void heading(String title, List<String> notes, int last) {
        double width = width(0, last + 1);
        heading(0, 0, title);
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last).style().fontName(TITLE_FONT).fontSize(20).horizontalAlignment("center").verticalAlignment("center").set();
        sheet.rowHeight(0, 36);
        for (int at = 1; at <= notes.size(); at++) {
            heading(at, 0, notes.get(at - 1));
            sheet.range(at, 0, at, last).merge();
            sheet.range(at, 0, at, last).style().fontName(FONT).fontSize(11).horizontalAlignment(last < columns.size() - 1 ? "center" : "left").verticalAlignment("center").wrapText(true).set();
            sheet.rowHeight(at, PADDING + POINTS_A_LINE * CellText.lines(notes.get(at - 1), width * 10 / 11));
        }
    }

    /** Of two pages as narrow as can be, the frozen columns being on both. */
    private int lastOnFirstPage(int frozen) {
        double narrowest = Double.MAX_VALUE;
        int last = 0;
        for (int at = frozen; at < columns.size(); at++) {
            double page = Math.max(width(0, at + 1), width(0, frozen) + width(at + 1, columns.size()));
            if (page > narrowest) continue;
            narrowest = page;
            last = at;
        }
        return last;
    }

    private double width(int from, int to) {
        return columns.subList(from, to).stream().mapToDouble(Column::width).sum();
    }

    private void header() {
        for (int at = 0; at < columns.size(); at++) heading(headerRow, at, columns.get(at).heading());
        sheet.range(headerRow, 0, headerRow, columns.size() - 1).style().fontName("黑体").fontSize(10).horizontalAlignment("center").verticalAlignment("center")
                .wrapText(true).borderStyle(BorderStyle.THIN).fillColor("E7E6E6").set();
        sheet.rowHeight(headerRow, 2 * POINTS_A_LINE + PADDING);
        row = headerRow + 1;
    }

    private void setUpPrinting(int frozen) {
        sheet.paperSize(PaperSize.A3_PAPER);
        // The library has no word for the order of pages and writes this one as it stands: what belongs side by side comes out one after the other.
        sheet.pageOrientation(frozen > 0 ? "landscape\" pageOrder=\"overThenDown" : "landscape");
        sheet.fitToWidth((short) (frozen > 0 ? 2 : 1));
        if (frozen > 0) sheet.repeatCols(0, frozen - 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.6f);
        sheet.repeatRows(headerRow);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER, FONT, 10);
    }

    /**
     * @param shared how many columns on the left share their text with {@code sharing} rows, of which this is one; only the first writes it
     * @return the row's place, for {@link #merge}
     */
    int add(T line, int shared, int sharing, boolean first) {
        double lines = 1;
        for (int at = 0; at < columns.size(); at++) {
            Object value = columns.get(at).value().apply(line);
            int cells = at < shared ? sharing : 1;
            double its = value instanceof String text ? lines(text, at) : 1;
            lines = Math.max(lines, its / cells);
            if (its > MOST_LINES * cells && (first || at >= shared)) note(CellText.of((String) value), at, MOST_SMALL_LINES * cells);
            if (value != null && (first || at >= shared)) looks.is(write(at, value, its > MOST_LINES * cells), row, at);
            else looks.is(Look.PLAIN, row, at);
        }
        sheet.rowHeight(row, Math.min(Worksheet.MAX_ROW_HEIGHT, lines * POINTS_A_LINE + PADDING));
        return row++;
    }

    int add(T line) {
        return add(line, 0, 1, true);
    }

    private void note(String shown, int column, int mostLines) {
        if (CellText.isCut(shown)) incomplete.add(CellPlace.of(row + 1, column));
        else if (CellText.lines(shown, columns.get(column).width() / SMALLER) > mostLines) cutShort.add(CellPlace.of(row + 1, column));
    }

    private double lines(String text, int column) {
        String shown = CellText.of(text);
        return shown == null ? 1 : CellText.lines(shown, columns.get(column).width());
    }

    /** @param small a text too long for any row */
    private Look write(int column, Object value, boolean small) {
        if (value instanceof Fulfilment fulfilment) {
            sheet.inlineString(row, column, fulfilment.label());
            return new Look(null, fulfilment.colour(), true, false);
        }
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            return DAY;
        }
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            return NUMBER;
        }
        String text = CellText.of((String) value);
        if (text == null) return Look.PLAIN;
        sheet.inlineString(row, column, text);
        // As text in a cell for text it stays one even when somebody edits it and presses Enter.
        return new Look(CellText.looksLikeFormula(text) ? TEXT : null, null, false, small);
    }

    /** The file holds every text that a cell can hold, however little of it a row can show. */
    private void footnote() {
        String text = LedgerHeader.NOTE
                + (cutShort.isEmpty() ? "" : places(cutShort) + "的文字超过表格一行所能显示的高度，屏幕和纸面上只显示开头；文字都在格内，点击该格可在编辑栏查看全文。")
                + (incomplete.isEmpty() ? "" : places(incomplete) + "的文字超过一格所能容纳的" + CellText.LONGEST + "字，格内也只有开头，全文请在系统中查看。");
        heading(row, 0, text);
        sheet.range(row, 0, row, lastOnFirstPage).merge();
        sheet.range(row, 0, row, lastOnFirstPage).style().fontName(FONT).fontSize(CellLooks.SIZE).verticalAlignment("center").wrapText(true).set();
        sheet.rowHeight(row, PADDING + POINTS_A_LINE * CellText.lines(text, width(0, lastOnFirstPage + 1)));
    }

    private static String places(List<String> cells) {
        return String.join("、", cells.subList(0, Math.min(MOST_NAMED, cells.size()))) + (cells.size() > MOST_NAMED ? "等" + cells.size() + "格" : "");
    }

    private void heading(int at, int column, String text) {
        sheet.inlineString(at, column, text);
        if (CellText.looksLikeFormula(text)) sheet.style(at, column).format(TEXT).set();
    }

    /** Makes one cell of these rows in each of the first columns. */
    void merge(int from, int to, int shared) {
        if (from == to) return;
        for (int at = 0; at < shared; at++) sheet.range(from, at, to, at).merge();
    }

    void flush() throws IOException {
        looks.settle(row);
        sheet.flush();
    }

    /** @param choices heading → the words that its cells offer; the list informs, it forbids nothing */
    void finish(Map<String, List<String>> choices) throws IOException {
        for (int at = 0; at < columns.size() && row > headerRow + 1; at++) {
            List<String> words = choices.get(columns.get(at).heading());
            if (words == null) continue;
            sheet.range(headerRow + 1, at, row - 1, at).validateWithListByFormula("\"" + String.join(",", words) + "\"").errorStyle(DataValidationErrorStyle.WARNING)
                    .showErrorMessage(true).errorTitle("不在可选项内").error("请从下拉列表中选择。");
        }
        looks.settle(row);
        if (!cutShort.isEmpty() || !incomplete.isEmpty()) footnote();
        sheet.finish();
    }
}
