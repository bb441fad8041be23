package org.rectification.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A form kept as an Excel file. */
final class WorkbookForm implements FormTable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookForm.class);
    private static final int HEADER_WITHIN = 50;
    private static final int MOST_COLUMNS = 100;
    /** Within one sheet. */
    private static final Pattern RANGE = Pattern.compile("(?<![!A-Za-z0-9_$])(\\$?[A-Z]{1,3}\\$?)(\\d+)(:\\$?[A-Z]{1,3}\\$?)(\\d+)");
    /** Height of a line in heights of its letters. */
    private static final double LEADING = 1.4;
    private static final double PADDING = 6;
    private static final double HIGHEST = 409;

    private final XSSFWorkbook workbook;
    private final DataFormatter formatter = new DataFormatter();
    private final Map<Variant, CellStyle> variants = new HashMap<>();

    /** A style of the form with what a text needs beside it: to stay a text when somebody edits it, to show all of its lines, to stand on the first of the pages that its merged cells go over. */
    private record Variant(short style, boolean quoted, boolean wrapped, boolean atTop) {}

    WorkbookForm(byte[] content) throws IOException {
        workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    @Override
    public List<Header> candidates() {
        List<Header> candidates = new ArrayList<>();
        for (int part = 0; part < workbook.getNumberOfSheets(); part++) {
            Sheet sheet = workbook.getSheetAt(part);
            for (int at = 0; at <= Math.min(sheet.getLastRowNum(), HEADER_WITHIN) && !workbook.isSheetHidden(part); at++) {
                Map<Integer, String> headings = new TreeMap<>();
                for (int column = 0; column < MOST_COLUMNS; column++) {
                    String text = heading(sheet, at, column);
                    if (!text.isEmpty()) headings.put(column, text);
                }
                candidates.add(new Header(part, at, headings));
            }
        }
        return candidates;
    }

    /** What stands in the header's lower rows is named with what is merged over it. */
    private String heading(Sheet sheet, int headerRow, int column) {
        String beneath = IntStream.range(headerRow + 1, belowHeader(sheet, headerRow)).mapToObj(row -> text(sheet.getRow(row), column)).filter(text -> !text.isEmpty()).collect(Collectors.joining(BENEATH));
        if (beneath.isEmpty()) return text(sheet.getRow(headerRow), column);
        int over = sheet.getMergedRegions().stream().filter(region -> region.isInRange(headerRow, column)).mapToInt(CellRangeAddress::getFirstColumn).findFirst().orElse(column);
        String above = text(sheet.getRow(headerRow), over);
        return above.isEmpty() ? beneath : above + BENEATH + beneath;
    }

    private String text(Row row, int column) {
        Cell cell = row == null ? null : row.getCell(column);
        return cell == null ? "" : Typed.text(formatter.formatCellValue(cell));
    }

    @Override
    public void fill(int part, int headerRow, Map<Integer, LedgerField> columns, List<LedgerLine> lines) {
        Sheet sheet = workbook.getSheetAt(part);
        int first = belowHeader(sheet, headerRow);
        Row pattern = sheet.getRow(first) == null || !isBlank(sheet.getRow(first)) ? null : sheet.getRow(first);
        int room = 0;
        while (room < lines.size() && first + room <= sheet.getLastRowNum() && isBlank(sheet.getRow(first + room))) room++;
        if (room < lines.size() && first + room <= sheet.getLastRowNum()) sheet.shiftRows(first + room, sheet.getLastRowNum(), lines.size() - room, true, false);
        Row styled = pattern == null ? sheet.getRow(headerRow) : pattern;
        for (int at = 0; at < lines.size(); at++) fill(sheet, styled, first + at, columns, lines, at);
        mergeProblems(sheet, first, columns, lines);
        reckon(sheet, first, room == 0 ? -1 : first + room, first + Math.max(room, lines.size()));
        workbook.setForceFormulaRecalculation(true);
    }

    /**
     * What is reckoned over the form's rows for tasks is reckoned over all that are filled in.
     *
     * @param first  of those rows, counted from 0
     * @param last   of them, counted from 1 as formulas do, -1 where there were none
     * @param filled the last that is filled in, counted from 1
     */
    private void reckon(Sheet sheet, int first, int last, int filled) {
        FormulaEvaluator reckoning = workbook.getCreationHelper().createFormulaEvaluator();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.FORMULA) continue;
                String stretched = RANGE.matcher(cell.getCellFormula()).replaceAll(range -> {
                    boolean overTasks = Integer.parseInt(range.group(2)) > first && Integer.parseInt(range.group(4)) == last;
                    return Matcher.quoteReplacement(range.group(1) + range.group(2) + range.group(3) + (overTasks ? filled : range.group(4)));
                });
                if (!stretched.equals(cell.getCellFormula())) cell.setCellFormula(stretched);
                reckon(reckoning, cell);
            }
        }
    }

    /** What the library cannot reckon, the table program will when it opens the file. */
    private static void reckon(FormulaEvaluator reckoning, Cell cell) {
        try {
            reckoning.evaluateFormulaCell(cell);
        } catch (RuntimeException e) {
            LOG.debug("a formula at {} is left to whoever opens the form: {}", cell.getAddress(), e.toString());
        }
    }

    /** A header may take up several rows. */
    private static int belowHeader(Sheet sheet, int headerRow) {
        return sheet.getMergedRegions().stream().filter(region -> region.getFirstRow() == headerRow).mapToInt(CellRangeAddress::getLastRow).max().orElse(headerRow) + 1;
    }

    /** Forms come with the lines numbered. */
    private boolean isBlank(Row row) {
        if (row == null) return true;
        for (Cell cell : row) if (!Typed.text(formatter.formatCellValue(cell)).matches("\\d{0,4}")) return false;
        return true;
    }

    private void fill(Sheet sheet, Row styled, int number, Map<Integer, LedgerField> columns, List<LedgerLine> lines, int at) {
        Row row = sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
        for (int column = 0; column < styled.getLastCellNum(); column++) {
            if (styled.getCell(column) == null) continue;
            Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            cell.setCellStyle(styled.getCell(column).getCellStyle());
        }
        row.setHeight((short) -1);
        int sharing = FormTable.sharing(lines, at);
        double high = 0;
        for (Map.Entry<Integer, LedgerField> each : columns.entrySet()) {
            Cell cell = row.getCell(each.getKey(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            int filled = lines(cell, FormTable.shown(each.getValue(), lines.get(at)));
            if (filled > 1) high = Math.max(high, filled * points(cell) * LEADING / (isOfProblem(each.getValue()) ? sharing : 1));
        }
        // Not every table program makes a row as high as its texts, and none as merged cells need.
        if (high > 0) row.setHeightInPoints((float) Math.min(HIGHEST, high + PADDING));
        columns.forEach((column, field) -> {
            String text = isOfProblem(field) && !FormTable.begins(lines, at) ? "" : FormTable.shown(field, lines.get(at));
            Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            // Otherwise an inline string that the form has there would be seen instead.
            cell.setBlank();
            if (text.isEmpty()) return;
            if (field == LedgerField.NUMBER) cell.setCellValue(lines.get(at).problem().number());
            else cell.setCellValue(text);
            boolean quoted = CellText.looksLikeFormula(text);
            boolean wrapped = !cell.getCellStyle().getWrapText() && lines(cell, text) > 1;
            boolean atTop = sharing > 1 && isOfProblem(field);
            if (quoted || wrapped || atTop) cell.setCellStyle(variants.computeIfAbsent(new Variant(cell.getCellStyle().getIndex(), quoted, wrapped, atTop), variant -> styled(cell.getCellStyle(), variant)));
        });
    }

    private static boolean isOfProblem(LedgerField field) {
        return FormTable.isOfProblem(field);
    }

    private CellStyle styled(CellStyle style, Variant variant) {
        XSSFCellStyle styled = workbook.createCellStyle();
        styled.cloneStyleFrom(style);
        if (variant.quoted()) styled.setQuotePrefixed(true);
        if (variant.atTop()) styled.setVerticalAlignment(VerticalAlignment.TOP);
        if (variant.wrapped()) {
            styled.setWrapText(true);
            styled.setShrinkToFit(false);
        }
        return styled;
    }

    private int lines(Cell cell, String text) {
        return text.isEmpty() ? 1 : CellText.lines(text, cell.getSheet().getColumnWidth(cell.getColumnIndex()) / 256.0 * points(workbook.getFontAt(0)) / points(cell));
    }

    private double points(Cell cell) {
        return points(workbook.getFontAt(cell.getCellStyle().getFontIndex()));
    }

    private static double points(Font font) {
        return font.getFontHeightInPoints();
    }

    private static void mergeProblems(Sheet sheet, int first, Map<Integer, LedgerField> columns, List<LedgerLine> lines) {
        for (int from = 0, at = 1; at <= lines.size(); at++) {
            if (at < lines.size() && !FormTable.begins(lines, at)) continue;
            int begin = from;
            int end = at - 1;
            if (end > begin) {
                columns.forEach((column, field) -> {
                    if (isOfProblem(field)) sheet.addMergedRegion(new CellRangeAddress(first + begin, first + end, column, column));
                });
            }
            from = at;
        }
    }

    @Override
    public void write(OutputStream to) throws IOException {
        workbook.write(to);
    }
}
