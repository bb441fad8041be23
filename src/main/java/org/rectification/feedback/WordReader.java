package org.rectification.feedback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.rectification.refusal.Refusal;

/** The paragraphs and table rows of a Word file, with the numbers that Word itself puts before them. */
final class WordReader {

    /** No table of Word has more. */
    private static final int MOST_COLUMNS = 63;
    private static final String IN_CONTENTS = ".*\\t\\d{1,4}\\s*";

    private final XWPFDocument document;
    private final WordNumbering numbering;
    private final List<Paragraph> read = new ArrayList<>();

    private WordReader(XWPFDocument document) {
        this.document = document;
        this.numbering = new WordNumbering(document);
    }

    static List<Paragraph> read(String fileName, byte[] content) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            WordReader reader = new WordReader(document);
            document.getBodyElements().forEach(reader::element);
            if (reader.read.stream().allMatch(Paragraph::isBlank) && !document.getAllPictures().isEmpty()) {
                throw Refusal.ofInput("file", "“" + fileName + "”里只有图片，没有可以读取的文字，多半是扫描件；请向巡察组索要电子版，或先做文字识别，再把文字存为 docx、txt 上传");
            }
            return reader.read;
        }
    }

    private void element(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) paragraph(paragraph);
        else if (element instanceof XWPFTable table) table.getRows().forEach(this::row);
        else if (element instanceof XWPFSDT control) lines(control.getContent().getText(), 0);
    }

    private void paragraph(XWPFParagraph paragraph) {
        lines(numbering.before(paragraph) + ownText(paragraph), headingLevel(paragraph));
        TextBoxes.in(paragraph).forEach(this::element);
    }

    /** Without what stands in text boxes, which the library gives in brackets or not at all. */
    private static String ownText(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFRun run && run.getCTR().sizeOfDelTextArray() == 0) text.append(run.text());
            else if (element instanceof XWPFSDT control) text.append(control.getContent().getText());
            else if (!(element instanceof XWPFRun)) text.append(element);
        }
        return text.toString();
    }

    private void lines(String text, int headingLevel) {
        if (text.matches(IN_CONTENTS)) return;
        for (String line : text.split("\\R|\\u000b")) {
            Paragraph paragraph = Paragraph.of(line);
            if (!paragraph.whole().isBlank()) read.add(paragraph.isNumbered() || headingLevel == 0 ? paragraph : paragraph.at(headingLevel));
        }
    }

    /** A row with one filled cell is a frame around text, any other a row of facts. */
    private void row(XWPFTableRow row) {
        List<XWPFTableCell> cells = row.getTableCells();
        List<String> texts = cells.stream().flatMap(cell -> Stream.concat(Stream.of(text(cell)), Collections.nCopies(columns(cell) - 1, "").stream())).toList();
        if (cells.size() == 1) cells.get(0).getBodyElements().forEach(this::element);
        else if (texts.stream().anyMatch(text -> !text.isBlank())) read.add(Paragraph.row(texts));
    }

    /** How many columns it stands over; Word keeps one cell for all of them. */
    private static int columns(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties == null || !properties.isSetGridSpan() ? 1 : Math.max(1, Math.min(properties.getGridSpan().getVal().intValue(), MOST_COLUMNS));
    }

    private String text(XWPFTableCell cell) {
        return cell.getBodyElements().stream().flatMap(this::linesInCell).collect(Collectors.joining("\n")).strip();
    }

    private Stream<String> linesInCell(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) return Stream.concat(Stream.of(numbering.before(paragraph) + ownText(paragraph)), TextBoxes.in(paragraph).stream().flatMap(this::linesInCell));
        if (element instanceof XWPFTable table) return table.getRows().stream().map(row -> row.getTableCells().stream().map(this::text).filter(text -> !text.isBlank()).collect(Collectors.joining("｜")));
        return element instanceof XWPFSDT control ? Stream.of(control.getContent().getText()) : Stream.empty();
    }

    /** 标题 1 to 3 without a number stand where 一、（一）1. would; 0 for anything else. */
    private int headingLevel(XWPFParagraph paragraph) {
        XWPFStyle style = paragraph.getStyleID() == null || document.getStyles() == null ? null : document.getStyles().getStyle(paragraph.getStyleID());
        String name = style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        return name.matches("(?:heading|标题) ?[1-3]") ? Numbering.SECTION + name.charAt(name.length() - 1) - '1' : 0;
    }
}
