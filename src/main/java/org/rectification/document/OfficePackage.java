package org.rectification.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.rectification.refusal.Refusal;

/** Looks through the parts of a Word or Excel file before anything reads it. */
public final class OfficePackage {

    private static final int MOST_PARTS = 5_000;
    /** Of all parts that say what the package holds; they are kept in memory while it is looked through. */
    private static final long LARGEST_TOLD = 16L * 1024 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final Pattern RELATIONSHIP = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
    private static final Pattern EXTERNAL = Pattern.compile("TargetMode\\s*=\\s*[\"']External[\"']", Pattern.CASE_INSENSITIVE);
    /** A hyperlink is followed by a person's click alone, and Word makes one of every mail address. */
    private static final Pattern HYPERLINK = Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/hyperlink[\"']", Pattern.CASE_INSENSITIVE);

    private OfficePackage() {}

    /** How large a file may be once unpacked, in bytes: all parts together, and any one part of text. */
    public record Limits(long unpacked, long text) {

        /** For what is held in memory as a whole. */
        public static final Limits IN_MEMORY = new Limits(100L * 1024 * 1024, 16L * 1024 * 1024);
        /** For what is read row by row. */
        public static final Limits STREAMED = new Limits(400L * 1024 * 1024, 300L * 1024 * 1024);
    }

    /** @param mainPart what makes it the kind of file that its name says */
    public static void check(String fileName, byte[] content, String mainPart, Limits limits) {
        check(fileName, ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)), mainPart, limits);
    }

    /** @param mainPart what makes it the kind of file that its name says */
    public static void check(String fileName, Path content, String mainPart, Limits limits) {
        check(fileName, ZipFile.builder().setPath(content), mainPart, limits);
    }

    /** By the list at its end, as every program opens it: what some write before each part, our own export among it, gives no sizes. */
    private static void check(String fileName, ZipFile.Builder content, String mainPart, Limits limits) {
        Map<String, String> told = new HashMap<>();
        long unpacked = 0;
        long kept = 0;
        int parts = 0;
        try (ZipFile zip = content.get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) throw Refusal.tooLarge("“" + fileName + "”内含的部件过多，请拆分后再上传");
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean isText = name.endsWith(".xml") || name.endsWith(".rels");
                StringBuilder text = name.endsWith(".rels") || name.equals("[content_types].xml") ? new StringBuilder() : null;
                long size = 0;
                try (InputStream part = zip.getInputStream(entry)) {
                    for (byte[] piece = part.readNBytes(PIECE); piece.length > 0; piece = part.readNBytes(PIECE)) {
                        size += piece.length;
                        unpacked += piece.length;
                        if (text != null) kept += piece.length;
                        if (unpacked > limits.unpacked() || isText && size > limits.text() || kept > LARGEST_TOLD) throw Refusal.tooLarge("“" + fileName + "”解压后过大，请删去其中的图片或拆分后再上传");
                        if (text != null) text.append(new String(piece, StandardCharsets.UTF_8));
                    }
                }
                told.merge(name, text == null ? "" : text.toString(), String::concat);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(fileName);
        }
        if (parts == 0) throw unreadable(fileName);
        if (!told.containsKey("[content_types].xml") || !told.containsKey(mainPart)) throw Refusal.wrongFileType("“" + fileName + "”的内容与扩展名不符，请用原程序打开并另存为 docx、xlsx 或 txt 后再上传");
        if (told.keySet().stream().anyMatch(name -> name.contains("vbaproject")) || told.get("[content_types].xml").toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw Refusal.wrongFileType("“" + fileName + "”含有宏，请另存为不含宏的文件后再上传");
        }
        if (told.keySet().stream().anyMatch(name -> name.startsWith("xl/externallinks/")) || told.values().stream().anyMatch(OfficePackage::reachesOut)) {
            throw Refusal.wrongFileType("“" + fileName + "”引用了外部文件或外部链接内容，请断开外部引用（或把内容粘贴到新文件）后再上传");
        }
    }

    private static boolean reachesOut(String relationships) {
        Matcher each = RELATIONSHIP.matcher(relationships);
        while (each.find()) if (EXTERNAL.matcher(each.group()).find() && !HYPERLINK.matcher(each.group()).find()) return true;
        return false;
    }

    public static Refusal unreadable(String fileName) {
        return Refusal.ofInput("file", "“" + fileName + "”读不出来，可能已损坏或加了密码，请用原程序打开并重新保存后再上传");
    }
}
