package org.rectification.ledger.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.rectification.ledger.LedgerImport;
import org.rectification.refusal.Refusal;
import org.springframework.web.multipart.MultipartFile;

/** An Excel file as it came, on disk while it is read. What it is not is said here; what is in it is judged where it is read. */
record ReceivedFile(LedgerImport.Upload upload) implements Closeable {

    /** In bytes; spring.servlet.multipart.max-file-size stands above, so that this answers first. */
    static final long LARGEST = 20L * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0");

    /**
     * @param sent null where the form sent none
     * @throws Refusal INPUT, TOO_LARGE, WRONG_FILE_TYPE
     */
    static ReceivedFile of(MultipartFile sent) throws IOException {
        String name = name(sent);
        if (sent.getSize() > LARGEST) throw Refusal.tooLarge("“" + name + "”超过" + LARGEST / 1024 / 1024 + " MB，请删去其中的图片或拆分后再上传");
        requireExcel(name, sent);
        Path content = Files.createTempFile("ledger", ".xlsx");
        try (InputStream from = sent.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream to = new DigestOutputStream(Files.newOutputStream(content), digest)) {
                from.transferTo(to);
            }
            return new ReceivedFile(new LedgerImport.Upload(name, content, HexFormat.of().formatHex(digest.digest())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            Files.deleteIfExists(content);
            throw e;
        }
    }

    private static String name(MultipartFile sent) {
        String typed = sent == null || sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        String name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1).strip().replaceAll("[\\p{Cntrl}<>:\"|?*]", "_");
        if (name.isEmpty()) throw Refusal.ofInput("file", "请选择台账文件（xlsx）");
        if (name.length() > LONGEST_NAME) throw Refusal.ofInput("file", "文件名最多" + LONGEST_NAME + "字，请改短后再上传");
        return name;
    }

    private static void requireExcel(String name, MultipartFile sent) throws IOException {
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "xlsx" -> { }
            case "xlsm", "xltm", "xlsb" -> throw Refusal.wrongFileType("“" + name + "”可能含有宏，请用 Excel 或 WPS 另存为 xlsx 后再上传");
            case "xls", "et" -> throw Refusal.wrongFileType("“" + name + "”是旧版表格，请用 Excel 或 WPS 另存为 xlsx 后再上传");
            default -> throw Refusal.wrongFileType("“" + name + "”不是 Excel 文件，请上传 xlsx 文件");
        }
        byte[] start;
        try (InputStream content = sent.getInputStream()) {
            start = content.readNBytes(ZIP.length);
        }
        if (start.length == 0) throw Refusal.ofInput("file", "“" + name + "”是空文件，请确认选对了文件");
        if (Arrays.equals(start, OLD_OFFICE)) throw Refusal.wrongFileType("“" + name + "”加了密码，或是旧版文件改了扩展名；请用原程序打开，去掉密码，另存为 xlsx 后再上传");
        if (!Arrays.equals(start, ZIP)) throw Refusal.wrongFileType("“" + name + "”的内容与扩展名不符，请用 Excel 或 WPS 另存为 xlsx 后再上传");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(upload.content());
    }
}
