package org.rectification.feedback;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Feedback letters as bureaus write them, made up here: two bulletins with the build of real ones, and the files around them. */
public final class Letters {

    private static final String[] CHINESE = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private Letters() {}

    /** Nine aspects; the first two hold four and three problems, each of the others is one itself: fourteen. Headings run into their text. */
    public static List<String> bulletinOfFourteen() {
        List<String> lines = new ArrayList<>(List.of("中共某市城市管理局党组关于巡察整改进展情况的通报", "去年冬天市委巡察组到我局巡察，今年三月反馈了意见，现将进展通报如下。",
                "一、强化政治担当，切实抓好整改组织", "一是成立领导小组。二是九个方面细化为五十五项任务，半月一报。", "二、巡察反馈意见整改落实情况"));
        lines.add("（一）落实“绣花功夫”要求不到位方面");
        for (String of : List.of("精细化管理水平不高", "智慧平台建设缓慢", "破解停车“老问题。难问题”力度不够", "垃圾分类推进缓慢")) lines.add(lines.size() - 5 + ".关于" + of + "的问题。已制定方案并分到科室，正按月推进。");
        lines.add("（二）水源地专项巡察反馈问题整改有欠账方面");
        for (int n = 1; n <= 3; n++) lines.add(n + ".关于第" + n + "处工程进展缓慢问题。总体推进情况：主体已经完工。");
        for (int n = 2; n < 9; n++) lines.add("（" + CHINESE[n] + "）第" + (n + 1) + "项工作不规范方面。组织学习，逐项补课，建立台账。");
        lines.addAll(List.of("三、下一步打算", "继续把剩余任务抓到底。", "1.持续巩固。", "欢迎广大干部群众监督。联系电话：0000-1234567", "某市城市管理局", "2021年7月6日"));
        return lines;
    }

    /** Three aspects, nine items that run on across them, twenty-two problems that do so too, each with its progress. */
    public static List<String> bulletinOfTwentyTwo() {
        List<String> lines = new ArrayList<>(List.of("关于县委巡察组巡察城管局反馈意见整改进展情况的通报", "根据县委部署，巡察组向我局反馈了意见。",
                "一、组织整改落实情况", "共反馈10个方面、31个问题，已完成25个，正在整改6个。", "二、巡察反馈问题整改情况"));
        int[] itemsOfAspect = {4, 3, 2};
        int[] problemsOfItem = {2, 4, 1, 3, 2, 4, 2, 1, 3};
        int item = 0;
        int problem = 0;
        for (int aspect = 0; aspect < 3; aspect++) {
            lines.add("（" + CHINESE[aspect] + "）第" + CHINESE[aspect] + "方面责任意识不够强，抓得不实。");
            for (int ofAspect = 0; ofAspect < itemsOfAspect[aspect]; ofAspect++) {
                lines.add(++item + "、第" + item + "类工作落实不力：责任压得不实。");
                for (int ofItem = 0; ofItem < problemsOfItem[item - 1]; ofItem++) {
                    lines.add("（" + ++problem + "）第" + problem + "个问题反复出现。检查时仍有三处没有做到。");
                    lines.add("整改进度：" + (problem == 1 ? "基本完成。" : List.of(8, 17, 18, 19).contains(problem) ? "未完成。" : "完成，并长期坚持。"));
                    lines.add("整改情况：1、已逐处整治；2、已安排专人每天巡查。");
                }
            }
        }
        lines.addAll(List.of("三、下一步整改措施", "1、巩固成果。", "2、跟踪未完成的问题。", "联系方式：略", "某县城市管理局2020-4-7"));
        return lines;
    }

    public static byte[] txt(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] docx(List<String> lines) {
        Word word = new Word();
        lines.forEach(word::line);
        return word.bytes();
    }

    public static byte[] xlsx(String[]... rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            for (int row = 0; row < rows.length; row++) {
                var created = sheet.createRow(row);
                for (int column = 0; column < rows[row].length; column++) created.createCell(column).setCellValue(rows[row][column]);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same office file with one part more, or one changed. */
    public static byte[] with(byte[] file, String part, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file)); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (entry.getName().equals(part)) continue;
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry(part));
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A Word file in the making. */
    static final class Word {
        private final XWPFDocument document = new XWPFDocument();

        Word line(String text) {
            document.createParagraph().createRun().setText(text);
            return this;
        }

        /** A paragraph of the style 标题 1 to 3. */
        Word heading(int level, String text) {
            var styles = document.getStyles() == null ? document.createStyles() : document.getStyles();
            if (!styles.styleExist("h" + level)) {
                CTStyle style = CTStyle.Factory.newInstance();
                style.setStyleId("h" + level);
                style.addNewName().setVal("heading " + level);
                styles.addStyle(new XWPFStyle(style));
            }
            var paragraph = document.createParagraph();
            paragraph.setStyle("h" + level);
            paragraph.createRun().setText(text);
            return this;
        }

        /** Levels of one list, each {@code format lvlText}; answers the list's id. */
        BigInteger list(String... levels) {
            StringBuilder xml = new StringBuilder("<xml-fragment xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
            for (int level = 0; level < levels.length; level++) {
                String[] format = levels[level].split(" ");
                xml.append("<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s<w:lvlText w:val=\"%s\"/></w:lvl>".formatted(level, format[0],
                        format.length > 2 ? "<w:lvlRestart w:val=\"0\"/>" : "", format[1]));
            }
            try {
                CTAbstractNum shared = CTAbstractNum.Factory.parse(xml.append("</xml-fragment>").toString());
                var numbering = document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
                shared.setAbstractNumId(BigInteger.valueOf(numbering.getAbstractNums().size()));
                return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(shared)));
            } catch (XmlException e) {
                throw new IllegalArgumentException(e);
            }
        }

        Word numbered(BigInteger list, int level, String text) {
            var paragraph = document.createParagraph();
            paragraph.setNumID(list);
            paragraph.setNumILvl(BigInteger.valueOf(level));
            paragraph.createRun().setText(text);
            return this;
        }

        Word table(String[]... rows) {
            XWPFTable table = document.createTable(rows.length, rows[0].length);
            for (int row = 0; row < rows.length; row++) for (int column = 0; column < rows[row].length; column++) table.getRow(row).getCell(column).setText(rows[row][column]);
            return this;
        }

        /** In the last table, the cell becomes one over so many columns, as Word keeps it. */
        Word spanning(int row, int column, int columns) {
            var cells = document.getTables().get(document.getTables().size() - 1).getRow(row);
            cells.getCell(column).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
            for (int covered = 1; covered < columns; covered++) cells.removeCell(column + 1);
            return this;
        }

        Word picture() {
            byte[] dot = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");
            try {
                document.createParagraph().createRun().addPicture(new ByteArrayInputStream(dot), Document.PICTURE_TYPE_PNG, "scan.png", Units.toEMU(400), Units.toEMU(600));
            } catch (InvalidFormatException | IOException e) {
                throw new IllegalStateException(e);
            }
            return this;
        }

        Word deleted(String kept, String deleted) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText(kept);
            var change = paragraph.getCTP().addNewDel();
            change.setId(BigInteger.ONE);
            change.setAuthor("x");
            change.addNewR().addNewDelText().setStringValue(deleted);
            return this;
        }

        /** A text box as Word writes it, twice, or as older programs did, once. */
        Word textBox(boolean older, String... lines) {
            String content = Arrays.stream(lines).map("<w:p><w:r><w:t>%s</w:t></w:r></w:p>"::formatted).collect(Collectors.joining("", "<w:txbxContent>", "</w:txbxContent>"));
            String picture = "<w:pict><v:shape><v:textbox>" + content + "</v:textbox></v:shape></w:pict>";
            String shape = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + content + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback>" + picture + "</mc:Fallback></mc:AlternateContent>";
            try {
                document.createParagraph().getCTP().set(CTP.Factory.parse("<xml-fragment xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:r>" + (older ? picture : shape) + "</w:r></xml-fragment>"));
                return this;
            } catch (XmlException e) {
                throw new IllegalArgumentException(e);
            }
        }

        byte[] bytes() {
            try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                document.write(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
