package org.rectification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal;

class FileKindTest {

    private static final byte[] EXE = HexFormat.of().parseHex("4d5a90000300000004000000ffff0000");

    @ParameterizedTest
    @CsvSource({"方案.pdf, 255044462d312e37, PDF", "照片.jpg, ffd8ffe000104a46, JPG", "照片.jpeg, ffd8ffe100104a46, JPG", "照片.JPG, ffd8ffe000104a46, JPG",
            "截图.png, 89504e470d0a1a0a0000, PNG", "记录.wps, d0cf11e0a1b11ae10000, WPS", "清单.et, d0cf11e0a1b11ae10000, ET"})
    void aFileIsWhatItsNameAndItsFirstBytesSay(String name, String start, FileKind kind) throws IOException {
        assertThat(of(name, HexFormat.of().parseHex(start))).isEqualTo(kind);
    }

    @Test
    void officeFilesAreKnownByTheirMainPart() throws IOException {
        assertThat(of("方案.docx", zip("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileKind.DOCX);
        assertThat(of("清单.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))).isEqualTo(FileKind.XLSX);
    }

    /** Such a file gives its parts' sizes behind them. */
    @Test
    void ourOwnExportedLedgerIsAWorkbookToo() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "ledger", "1.0")) {
            workbook.newWorksheet("整改台账").value(0, 0, "序号");
        }
        assertThat(of("台账.xlsx", file.toByteArray())).isEqualTo(FileKind.XLSX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"工具.exe", "宏.docm", "旧.doc", "网页.html", "图.svg", "包.zip", "没有扩展名", "方案.pdf.exe", "方案."})
    void otherKindsOfFilesAreRefusedByName(String name) {
        assertRefused(name, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "可上传：pdf、docx、xlsx、jpg、png、wps、et");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx", "a.xlsx", "a.jpg", "a.jpeg", "a.png", "a.wps", "a.et"})
    void aRenamedProgramIsFoundOut(String name) {
        assertRefused(name, EXE, "内容与扩展名不符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx", "a.png"})
    void aFileShorterThanItsSignatureIsBroken(String name) {
        assertRefused(name, new byte[] {0x25}, "内容与扩展名不符");
    }

    @Test
    void oneOfficeFileIsNotTheOther() {
        assertRefused("清单.xlsx", zip("[Content_Types].xml", "word/document.xml"), "内容与扩展名不符");
        assertRefused("方案.docx", zip("[Content_Types].xml", "xl/workbook.xml"), "内容与扩展名不符");
        assertRefused("方案.docx", zip("word/document.xml"), "内容与扩展名不符");
        assertRefused("方案.docx", zip("照片.jpg"), "内容与扩展名不符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "vbaProject.bin"})
    void macrosAreRefused(String macro) {
        assertRefused("方案.docx", zip("[Content_Types].xml", "word/document.xml", macro), "含有宏");
    }

    @Test
    void macrosDoNotHideBehindManyParts() {
        String[] parts = new String[10_003];
        Arrays.setAll(parts, i -> "word/media/image" + i + ".png");
        parts[0] = "[Content_Types].xml";
        parts[1] = "word/document.xml";
        parts[10_002] = "word/vbaProject.bin";
        assertRefused("方案.docx", zip(parts), "部件过多");
    }

    @Test
    void aFileThatUnpacksIntoGigabytesIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 600; megabyte++) zip.write(zeros);
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertRefused("方案.docx", bytes.toByteArray(), "解压后过大");
    }

    @Test
    void aTruncatedOfficeFileIsBroken() {
        byte[] whole = zip("[Content_Types].xml", "word/document.xml", "word/styles.xml");
        for (int length : new int[] {10, 40, 60, whole.length / 3}) assertRefused("方案.docx", Arrays.copyOf(whole, length), "已损坏");
    }

    private static void assertRefused(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> of(name, content)).isInstanceOf(Refusal.class).hasMessageContaining("“" + name + "”").hasMessageContaining(reason)
                .satisfies(refusal -> assertThat(((Refusal) refusal).kind()).isEqualTo(Refusal.Kind.WRONG_FILE_TYPE));
    }

    private static FileKind of(String name, byte[] content) throws IOException {
        return FileKind.of(name, new BufferedInputStream(new ByteArrayInputStream(content)));
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(("<part name=\"" + part + "\"/>").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
