package org.rectification.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A form kept as a Word file with a table. */
final class DocumentForm implements FormTable {

    private static final int HEADER_WITHIN = 10;

    private final XWPFDocument document;

    DocumentForm(byte[] content) throws IOException {
        document = new XWPFDocument(new ByteArrayInputStream(content));
    }

    @Override
    public List<Header> candidates() {
        List<Header> candidates = new ArrayList<>();
        for (int part = 0; part < document.getTables().size(); part++) {
            List<XWPFTableRow> rows = document.getTables().get(part).getRows();
            for (int at = 0; at < Math.min(rows.size(), HEADER_WITHIN); at++) candidates.add(new Header(part, at, headings(rows.subList(at, belowHeader(rows, at)))));
        }
        return candidates;
    }

    /** By the cells of the lowest row, which the lines beneath have too; what stands in it is named with what stands over it. */
    private static Map<Integer, String> headings(List<XWPFTableRow> header) {
        Map<Integer, String> headings = new TreeMap<>();
        List<XWPFTableCell> lowest = header.get(header.size() - 1).getTableCells();
        int reached = 0;
        for (int column = 0; column < lowest.size(); column++) {
            int place = reached;
            String heading = header.stream().map(row -> heading(row, place)).filter(text -> !text.isEmpty()).collect(Collectors.joining(BENEATH));
            if (!heading.isEmpty()) headings.put(column, heading);
            reached += width(lowest.get(column));
        }
        return headings;
    }

    /** What the row says at this column of the table; nothing where a cell only goes on. */
    private static String heading(XWPFTableRow row, int place) {
        int reached = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            reached += width(cell);
            if (reached > place) return goesOn(cell) ? "" : Typed.text(cell.getText());
        }
        return "";
    }

    private static int width(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties == null || !properties.isSetGridSpan() ? 1 : Math.max(1, properties.getGridSpan().getVal().intValue());
    }

    /** It is merged with the one above it. */
    private static boolean goesOn(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
    }

    /** A header may take up several rows. */
    private static int belowHeader(List<XWPFTableRow> rows, int headerRow) {
        int below = headerRow + 1;
        while (below < rows.size() && rows.get(below).getTableCells().stream().anyMatch(DocumentForm::goesOn)) below++;
        return below;
    }

    @Override
    public void fill(int part, int headerRow, Map<Integer, LedgerField> columns, List<LedgerLine> lines) {
        XWPFTable table = document.getTables().get(part);
        int first = belowHeader(table.getRows(), headerRow);
        CTRow pattern = (CTRow) (isBlank(table, first) ? table.getRow(first) : table.getRow(first - 1)).getCtRow().copy();
        pattern.getTcList().stream().filter(cell -> cell.isSetTcPr() && cell.getTcPr().isSetVMerge()).forEach(cell -> cell.getTcPr().unsetVMerge());
        if (pattern.isSetTrPr()) while (pattern.getTrPr().sizeOfTblHeaderArray() > 0) pattern.getTrPr().removeTblHeader(0);
        for (int at = 0; at < lines.size(); at++) {
            boolean room = isBlank(table, first + at);
            XWPFTableRow row = room ? table.getRow(first + at) : new XWPFTableRow((CTRow) pattern.copy(), table);
            fill(row, columns, lines, at);
            // What is added is a copy, and what is written into it afterwards would be lost.
            if (!room) table.addRow(row, first + at);
        }
        // What counts by itself would begin anew in the lines that are left.
        for (int left = first + lines.size(); isBlank(table, left); left++) columns.forEach(numberless(table.getRow(left).getTableCells()));
    }

    /** Forms come with the lines numbered. */
    private static boolean isBlank(XWPFTable table, int row) {
        return row < table.getNumberOfRows() && table.getRow(row).getTableCells().stream().allMatch(cell -> cell.getText().strip().matches("\\d{0,4}[.．、]?"));
    }

    /** The ledger's number stands instead of one that Word counts. */
    private static BiConsumer<Integer, LedgerField> numberless(List<XWPFTableCell> cells) {
        return (column, field) -> {
            if (field == LedgerField.NUMBER && column < cells.size()) cells.get(column).getParagraphs().forEach(paragraph -> paragraph.setNumID(BigInteger.ZERO));
        };
    }

    private static void fill(XWPFTableRow row, Map<Integer, LedgerField> columns, List<LedgerLine> lines, int at) {
        if (row.getHeightRule() == TableRowHeightRule.EXACT) row.setHeightRule(TableRowHeightRule.AT_LEAST);
        List<XWPFTableCell> cells = row.getTableCells();
        columns.forEach(numberless(cells));
        for (int column = 0; column < cells.size(); column++) {
            LedgerField field = columns.get(column);
            boolean shared = field != null && FormTable.isOfProblem(field);
            write(cells.get(column), field == null || shared && !FormTable.begins(lines, at) ? "" : FormTable.shown(field, lines.get(at)));
            boolean goesOn = at + 1 < lines.size() && !FormTable.begins(lines, at + 1);
            if (shared && (goesOn || !FormTable.begins(lines, at))) merge(cells.get(column), FormTable.begins(lines, at));
        }
    }

    private static void merge(XWPFTableCell cell, boolean begins) {
        CTTcPr properties = cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
        (properties.isSetVMerge() ? properties.getVMerge() : properties.addNewVMerge()).setVal(begins ? STMerge.RESTART : STMerge.CONTINUE);
    }

    /** In the first run there is, so that its type stays. */
    private static void write(XWPFTableCell cell, String text) {
        XWPFParagraph paragraph = cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().get(0);
        while (cell.getParagraphs().size() > 1) cell.removeParagraph(1);
        while (paragraph.getRuns().size() > 1) paragraph.removeRun(1);
        XWPFRun run = paragraph.getRuns().isEmpty() ? paragraph.createRun() : paragraph.getRuns().get(0);
        List<String> said = text.lines().toList();
        run.setText(said.isEmpty() ? "" : said.get(0), 0);
        for (int at = 1; at < said.size(); at++) {
            run.addBreak();
            run.setText(said.get(at));
        }
    }

    @Override
    public void write(OutputStream to) throws IOException {
        document.write(to);
    }
}
