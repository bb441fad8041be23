package org.rectification.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * A Word file in the layout of official documents (GB/T 9704): A4, title 二号, body 三号, 28.9 points a line. Written down line after
 * line; the same lines make the same bytes, and nothing in the file tells who made it on which machine.
 */
public final class OfficialDocument {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String BODY_FONT = "仿宋_GB2312";
    private static final String SECOND_FONT = "楷体_GB2312";
    private static final String FIRST_FONT = "黑体";
    private static final String NUMBER_FONT = "宋体";
    private static final String LATIN_FONT = "Times New Roman";
    private static final int TITLE_POINTS = 22;
    private static final int BODY_POINTS = 16;
    private static final int NUMBER_POINTS = 14;
    private static final int TABLE_POINTS = 12;
    private static final double TITLE_LINE_POINTS = 34;
    private static final double LINE_POINTS = 28.9;
    private static final double TABLE_LINE_POINTS = 18;
    private static final int TWIPS_PER_POINT = 20;
    /** 156 mm, what is left between the margins. */
    private static final int TEXT_WIDTH = 8844;

    /** Up to so many rows a table stays on one page. */
    private static final int SHORT_TABLE = 12;

    private static final int TABLE_SPACE = 6 * TWIPS_PER_POINT;

    private final XWPFDocument document = new XWPFDocument();
    private boolean afterTable;

    /** @param creator the body whose document it is, as the file's properties name it */
    public OfficialDocument(String creator, LocalDate madeOn) {
        var properties = document.getProperties();
        properties.getCoreProperties().setCreator(creator);
        properties.getCoreProperties().setCreated(Optional.of(Date.from(madeOn.atStartOfDay(ZoneOffset.UTC).toInstant())));
        properties.getExtendedProperties().getUnderlyingProperties().unsetApplication();
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public OfficialDocument title(String text) {
        return title(text, TITLE_LINE_POINTS);
    }

    /** The lines that a title of such a document takes. */
    public static List<String> titleLines(String text) {
        return TitleLines.of(text, TEXT_WIDTH / TWIPS_PER_POINT / TITLE_POINTS);
    }

    private OfficialDocument title(String text, double line) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBetween(line, LineSpacingRule.EXACT);
        XWPFRun run = run(paragraph, null, TITLE_FONT, TITLE_POINTS);
        List<String> lines = titleLines(text);
        for (int at = 0; at < lines.size(); at++) {
            if (at > 0) run.addBreak();
            run.setText(lines.get(at), at);
        }
        return this;
    }

    /** For whom it is, above the title: 三号黑体 at the upper left, where 密级 stands. */
    public OfficialDocument marking(String text) {
        run(paragraph(ParagraphAlignment.LEFT), text, FIRST_FONT, BODY_POINTS);
        return this;
    }

    public OfficialDocument centred(String text) {
        run(paragraph(ParagraphAlignment.CENTER), text, BODY_FONT, BODY_POINTS);
        return this;
    }

    public OfficialDocument blank() {
        run(paragraph(ParagraphAlignment.LEFT), "", BODY_FONT, BODY_POINTS);
        return this;
    }

    /** 主送: without indentation. */
    public OfficialDocument addressee(String text) {
        run(paragraph(ParagraphAlignment.LEFT), text, BODY_FONT, BODY_POINTS);
        return this;
    }

    /** 一、 in 黑体. */
    public OfficialDocument heading(String text) {
        return heading(text, FIRST_FONT, false);
    }

    /** （一） in 楷体. */
    public OfficialDocument subheading(String text) {
        return heading(text, SECOND_FONT, false);
    }

    /** 1. in bold 仿宋. */
    public OfficialDocument item(String text) {
        return heading(text, BODY_FONT, true);
    }

    private OfficialDocument heading(String text, String font, boolean bold) {
        XWPFParagraph paragraph = indented();
        paragraph.setKeepNext(true);
        run(paragraph, text, font, BODY_POINTS).setBold(bold);
        return this;
    }

    public OfficialDocument paragraph(String text) {
        return paragraph("", text, false);
    }

    /**
     * @param lead its first words, in bold
     * @param kept on the page on which the next paragraph begins
     */
    public OfficialDocument paragraph(String lead, String text, boolean kept) {
        XWPFParagraph paragraph = indented();
        if (kept) paragraph.setKeepNext(true);
        if (!lead.isEmpty()) run(paragraph, lead, BODY_FONT, BODY_POINTS).setBold(true);
        run(paragraph, text, BODY_FONT, BODY_POINTS);
        return this;
    }

    /** 落款: kept together with what stands before it. */
    public OfficialDocument signature(String body, String date) {
        XWPFParagraph before = document.getLastParagraph();
        if (before != null) before.setKeepNext(true);
        blank();
        document.getLastParagraph().setKeepNext(true);
        for (String line : List.of(body, date)) {
            XWPFParagraph paragraph = paragraph(ParagraphAlignment.RIGHT);
            paragraph.setIndentationRight(2 * BODY_POINTS * TWIPS_PER_POINT);
            paragraph.setKeepNext(line.equals(body));
            run(paragraph, line, BODY_FONT, BODY_POINTS);
        }
        return this;
    }

    /**
     * A table whose header stands on every page.
     *
     * @param shares of the width, one a column
     * @param left   columns from here to there hold sentences; figures are centred
     */
    public OfficialDocument table(List<String> header, List<Integer> shares, List<List<String>> rows, List<Integer> left) {
        int columns = header.size();
        XWPFParagraph before = document.getLastParagraph();
        if (before != null) before.setSpacingAfter(TABLE_SPACE);
        afterTable = true;
        XWPFTable table = document.createTable(rows.size() + 1, columns);
        table.setWidth(TEXT_WIDTH);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        int whole = shares.stream().mapToInt(Integer::intValue).sum();
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        shares.forEach(share -> grid.addNewGridCol().setW(BigInteger.valueOf((long) TEXT_WIDTH * share / whole)));
        table.getRow(0).setRepeatHeader(true);
        for (int at = 0; at <= rows.size(); at++) {
            XWPFTableRow row = table.getRow(at);
            row.setCantSplitRow(true);
            List<String> texts = at == 0 ? header : rows.get(at - 1);
            for (int column = 0; column < columns; column++) {
                XWPFTableCell cell = row.getCell(column);
                cell.setWidth(String.valueOf(TEXT_WIDTH * shares.get(column) / whole));
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
                XWPFParagraph paragraph = cell.getParagraphs().get(0);
                paragraph.setAlignment(at > 0 && left.contains(column) ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
                paragraph.setKeepNext(rows.size() <= SHORT_TABLE && at < rows.size());
                paragraph.setSpacingBetween(TABLE_LINE_POINTS, LineSpacingRule.AT_LEAST);
                run(paragraph, texts.get(column), at == 0 ? FIRST_FONT : BODY_FONT, TABLE_POINTS);
            }
        }
        return this;
    }

    /** 页码: outside at the foot, right on odd pages and left on even ones, a character from the margin. */
    public OfficialDocument pageNumbers() {
        document.setEvenAndOddHeadings(true);
        number(document.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
        number(document.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
        return this;
    }

    private static void number(XWPFFooter footer, ParagraphAlignment side) {
        XWPFParagraph paragraph = footer.getParagraphArray(0) == null ? footer.createParagraph() : footer.getParagraphArray(0);
        paragraph.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) paragraph.setIndentationRight(NUMBER_POINTS * TWIPS_PER_POINT);
        else paragraph.setIndentationLeft(NUMBER_POINTS * TWIPS_PER_POINT);
        run(paragraph, "— ", NUMBER_FONT, NUMBER_POINTS);
        run(paragraph, null, NUMBER_FONT, NUMBER_POINTS).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(paragraph, null, NUMBER_FONT, NUMBER_POINTS).getCTR().addNewInstrText().setStringValue(" PAGE ");
        run(paragraph, null, NUMBER_FONT, NUMBER_POINTS).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        run(paragraph, " —", NUMBER_FONT, NUMBER_POINTS);
    }

    public byte[] bytes() {
        try (document; ByteArrayOutputStream written = new ByteArrayOutputStream()) {
            page();
            substitutes();
            document.write(written);
            return SteadyZip.of(written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A4; 37 mm above, 35 mm below, 28 mm left, 26 mm right; the page's number stands 7 mm below the text. */
    private void page() {
        var body = document.getDocument().getBody();
        CTSectPr section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
        margin.setHeader(BigInteger.valueOf(851));
        margin.setFooter(BigInteger.valueOf(1247));
        margin.setGutter(BigInteger.ZERO);
    }

    /** What stands in where a machine lacks the fonts of official documents. */
    private void substitutes() throws IOException {
        try {
            PackagePart fonts = document.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            document.getPackagePart().addRelationship(fonts.getPartName(), TargetMode.INTERNAL, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
            try (OutputStream written = fonts.getOutputStream()) {
                written.write("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                        <w:font w:name="%s"><w:altName w:val="宋体"/></w:font><w:font w:name="%s"><w:altName w:val="仿宋"/></w:font><w:font w:name="%s"><w:altName w:val="楷体"/></w:font><w:font w:name="%s"><w:altName w:val="SimHei"/></w:font>
                        </w:fonts>""".formatted(TITLE_FONT, BODY_FONT, SECOND_FONT, FIRST_FONT).getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(LINE_POINTS, LineSpacingRule.EXACT);
        if (afterTable) paragraph.setSpacingBefore(TABLE_SPACE);
        afterTable = false;
        return paragraph;
    }

    private XWPFParagraph indented() {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(2 * BODY_POINTS * TWIPS_PER_POINT);
        // No single line of it is left behind or goes on alone; without styles not every program sees to that.
        paragraph.getCTP().getPPr().addNewWidowControl();
        // A full stop that hangs over the margin is lost in LibreOffice and in what it prints.
        paragraph.getCTP().getPPr().addNewOverflowPunct().setVal(false);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        for (XWPFRun.FontCharRange range : List.of(XWPFRun.FontCharRange.ascii, XWPFRun.FontCharRange.hAnsi, XWPFRun.FontCharRange.cs)) run.setFontFamily(LATIN_FONT, range);
        // Without the hint Word takes Chinese quotation marks and dashes for Western ones.
        CTFonts fonts = run.getCTR().getRPr().getRFontsArray(0);
        fonts.setHint(STHint.EAST_ASIA);
        run.setFontSize(points);
        if (text != null) run.setText(text);
        return run;
    }
}
