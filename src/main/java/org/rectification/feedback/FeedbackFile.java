package org.rectification.feedback;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.rectification.document.OfficePackage;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that somebody brings: what it is, checked by name and content, and what it says. */
public record FeedbackFile(String name, byte[] content) {

    /** In bytes; spring.servlet.multipart.max-file-size stands above, so that this answers first. */
    public static final long LARGEST = 20L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackFile.class);
    private static final int LONGEST_NAME = 200;
    private static final int MOST_CHARACTERS = 500_000;
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0");
    private static final String CHOICES = "可上传 Word（docx）、文本（txt）或 Excel（xlsx）文件";

    /** @throws Refusal TOO_LARGE before anything of it is read */
    public static void requireNotTooLarge(String sent, long bytes) {
        if (bytes > LARGEST) throw Refusal.tooLarge("“" + name(sent) + "”超过" + LARGEST / 1024 / 1024 + " MB，请删去其中的图片或拆分后再上传");
    }

    private static String name(String sent) {
        return sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1).strip().replaceAll("[\\p{Cntrl}<>:\"|?*]", "_");
    }

    /**
     * @param sent the name as the browser sent it, perhaps with a path
     * @throws Refusal INPUT, TOO_LARGE, WRONG_FILE_TYPE
     */
    public static FeedbackFile of(String sent, byte[] content) {
        String name = name(sent);
        if (name.isEmpty()) throw Refusal.ofInput("file", "请选择反馈文件，" + CHOICES);
        if (name.length() > LONGEST_NAME) throw Refusal.ofInput("file", "文件名最多" + LONGEST_NAME + "字，请改短后再上传");
        requireNotTooLarge(name, content.length);
        return new FeedbackFile(name, content);
    }

    /** @throws Refusal INPUT where nothing can be read in it, TOO_LARGE or WRONG_FILE_TYPE */
    public Reading read() {
        List<Paragraph> paragraphs = switch (extension()) {
            case "docx" -> officeFile("word/document.xml", WordReader::read);
            case "xlsx" -> officeFile("xl/workbook.xml", SheetReader::read);
            case "txt" -> text();
            case "doc", "wps" -> throw Refusal.wrongFileType("“" + name + "”是旧版文档，请用 Word 或 WPS 另存为 docx 后再上传");
            case "xls", "et" -> throw Refusal.wrongFileType("“" + name + "”是旧版表格，请用 Excel 或 WPS 另存为 xlsx 后再上传");
            case "pdf", "jpg", "jpeg", "png" -> throw Refusal.wrongFileType("“" + name + "”里的文字不能读取，请使用反馈文件的 Word 版，或把文字复制到文本文件（txt）后再上传");
            default -> throw Refusal.wrongFileType("“" + name + "”的类型不能读取，" + CHOICES);
        };
        if (paragraphs.stream().allMatch(Paragraph::isBlank)) throw Refusal.ofInput("file", "“" + name + "”里没有文字，请确认选对了文件");
        if (paragraphs.stream().mapToLong(paragraph -> paragraph.text().length()).sum() > MOST_CHARACTERS) throw Refusal.tooLarge("“" + name + "”的文字超过" + MOST_CHARACTERS / 10_000 + "万字，请只保留反馈问题部分后再上传");
        return Reading.of(paragraphs, name.substring(0, name.lastIndexOf('.')));
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Reader {
        List<Paragraph> read(String name, byte[] content) throws IOException;
    }

    private List<Paragraph> officeFile(String mainPart, Reader reader) {
        requireContent();
        if (startsWith(OLD_OFFICE)) throw Refusal.wrongFileType("“" + name + "”加了密码，或是旧版文件改了扩展名；请用原程序打开，去掉密码，另存为 docx 或 xlsx 后再上传");
        if (!startsWith(ZIP)) throw Refusal.wrongFileType("“" + name + "”的内容与扩展名不符，" + CHOICES);
        OfficePackage.check(name, content, mainPart, OfficePackage.Limits.IN_MEMORY);
        try {
            return reader.read(name, content);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // A damaged file makes the library fail in every way there is, and the person can only bring another.
            LOG.info("{} could not be read: {}", name, e.toString());
            throw OfficePackage.unreadable(name);
        }
    }

    private List<Paragraph> text() {
        requireContent();
        if (startsWith(ZIP) || startsWith(OLD_OFFICE)) throw Refusal.wrongFileType("“" + name + "”的内容与扩展名不符，" + CHOICES);
        return PlainText.read(name, content);
    }

    private void requireContent() {
        if (content.length == 0) throw Refusal.ofInput("file", "“" + name + "”是空文件，请确认选对了文件");
    }

    private boolean startsWith(byte[] signature) {
        return content.length >= signature.length && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }

    private String extension() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
