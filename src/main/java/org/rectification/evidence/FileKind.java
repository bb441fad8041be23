package org.rectification.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.rectification.refusal.Refusal;

/** What may be filed as evidence. A file is what both its name and its first bytes say; anything else is refused. */
public enum FileKind {
    PDF("application/pdf", "255044462d", null),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304", "word/document.xml"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304", "xl/workbook.xml"),
    JPG("image/jpeg", "ffd8ff", null),
    PNG("image/png", "89504e470d0a1a0a", null),
    WPS("application/vnd.ms-works", "d0cf11e0a1b11ae1", null),
    ET("application/vnd.ms-excel", "d0cf11e0a1b11ae1", null);

    private static final int LONGEST_SIGNATURE = 8;
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_UNPACKED = 500L * 1024 * 1024;
    private static final int PIECE = 1024 * 1024;

    private final String contentType;
    private final byte[] signature;
    private final String mainPart;

    FileKind(String contentType, String signature, String mainPart) {
        this.contentType = contentType;
        this.signature = HexFormat.of().parseHex(signature);
        this.mainPart = mainPart;
    }

    public String contentType() {
        return contentType;
    }

    /** The browser may show it in the page instead of saving it. */
    public boolean isShownInline() {
        return this == PDF || this == JPG || this == PNG;
    }

    static String choices() {
        return Arrays.stream(values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining("、"));
    }

    /**
     * @param content read from its beginning, not closed
     * @throws Refusal WRONG_FILE_TYPE naming the file and what is accepted
     */
    static FileKind of(String fileName, InputStream content) throws IOException {
        String extension = fileName.contains(".") ? fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT) : "";
        FileKind kind = Arrays.stream(values()).filter(each -> each.name().equals(extension.equals("JPEG") ? "JPG" : extension)).findFirst()
                .orElseThrow(() -> Refusal.wrongFileType("“" + fileName + "”的类型不能作为佐证材料，可上传：" + choices()));
        content.mark(LONGEST_SIGNATURE);
        byte[] start = content.readNBytes(kind.signature.length);
        content.reset();
        if (!Arrays.equals(start, kind.signature)) throw renamed(fileName);
        if (kind.mainPart != null) requireParts(kind, fileName, content);
        return kind;
    }

    /** Every part is looked at: a limit that stopped looking would be where the macro hides. */
    private static void requireParts(FileKind kind, String fileName, InputStream content) throws IOException {
        Set<String> parts = new HashSet<>();
        int entries = 0;
        long unpacked = 0;
        try {
            // The JDK's own reader stumbles over parts whose size stands behind them, as our own exported ledger has them.
            ZipArchiveInputStream zip = new ZipArchiveInputStream(content, StandardCharsets.UTF_8.name(), true, true);
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) throw Refusal.wrongFileType("“" + fileName + "”内含的部件过多，请拆分后再上传");
                parts.add(entry.getName());
                for (long skipped = zip.skip(PIECE); skipped > 0; skipped = zip.skip(PIECE)) {
                    unpacked += skipped;
                    if (unpacked > LARGEST_UNPACKED) throw Refusal.wrongFileType("“" + fileName + "”解压后过大，请压缩其中的图片或拆分后再上传");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw renamed(fileName);
        }
        if (parts.stream().anyMatch(part -> part.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw Refusal.wrongFileType("“" + fileName + "”含有宏，请另存为不含宏的文件后再上传");
        }
        if (!parts.contains("[Content_Types].xml") || !parts.contains(kind.mainPart)) throw renamed(fileName);
    }

    private static Refusal renamed(String fileName) {
        return Refusal.wrongFileType("“" + fileName + "”的内容与扩展名不符或文件已损坏，请用原程序打开并重新保存后再上传");
    }
}
