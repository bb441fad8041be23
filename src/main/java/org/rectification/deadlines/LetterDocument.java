package org.rectification.deadlines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A letter as a Word file in the layout of official documents (GB/T 9704): A4, title 二号, body 三号, 28.9 points a line. */
public final class LetterDocument {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String BODY_FONT = "仿宋_GB2312";
    private static final int TITLE_POINTS = 22;
    private static final int BODY_POINTS = 16;
    private static final double LINE_POINTS = 28.9;
    private static final int TWIPS_PER_POINT = 20;

    private LetterDocument() {}

    public static byte[] of(Letter letter) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream written = new ByteArrayOutputStream()) {
            line(document, ParagraphAlignment.CENTER, 0, TITLE_FONT, TITLE_POINTS, letter.title());
            line(document, ParagraphAlignment.CENTER, 0, BODY_FONT, BODY_POINTS, letter.number());
            line(document, ParagraphAlignment.LEFT, 0, BODY_FONT, BODY_POINTS, "");
            line(document, ParagraphAlignment.LEFT, 0, BODY_FONT, BODY_POINTS, letter.addressee() + "：");
            letter.paragraphs().forEach(text -> line(document, ParagraphAlignment.BOTH, 2, BODY_FONT, BODY_POINTS, text));
            line(document, ParagraphAlignment.LEFT, 0, BODY_FONT, BODY_POINTS, "");
            line(document, ParagraphAlignment.RIGHT, 0, BODY_FONT, BODY_POINTS, letter.office());
            line(document, ParagraphAlignment.RIGHT, 0, BODY_FONT, BODY_POINTS, DAY.format(letter.date()));
            page(document);
            substitutes(document);
            document.write(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A4; 37 mm above, 35 mm below, 28 mm left, 26 mm right. */
    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
        margin.setHeader(BigInteger.valueOf(851));
        margin.setFooter(BigInteger.valueOf(992));
        margin.setGutter(BigInteger.ZERO);
    }

    /** What stands in where a machine lacks the fonts of official documents. */
    private static void substitutes(XWPFDocument document) throws IOException {
        try {
            PackagePart fonts = document.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            document.getPackagePart().addRelationship(fonts.getPartName(), TargetMode.INTERNAL, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
            try (OutputStream written = fonts.getOutputStream()) {
                written.write("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                        <w:font w:name="%s"><w:altName w:val="宋体"/></w:font><w:font w:name="%s"><w:altName w:val="仿宋"/></w:font>
                        </w:fonts>""".formatted(TITLE_FONT, BODY_FONT).getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param indent of the first line, in characters */
    private static void line(XWPFDocument document, ParagraphAlignment alignment, int indent, String font, int points, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(LINE_POINTS, LineSpacingRule.EXACT);
        if (indent > 0) paragraph.setIndentationFirstLine(indent * points * TWIPS_PER_POINT);
        XWPFRun run = paragraph.createRun();
        for (XWPFRun.FontCharRange range : XWPFRun.FontCharRange.values()) run.setFontFamily(font, range);
        run.setFontSize(points);
        run.setText(text);
    }
}
