package org.rectification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Kind;

/** Files as table programs of all kinds save them, and as nobody should. */
class XlsxFileTest {

    @TempDir Path folder;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private Map<String, String> parts(String sheet) {
        Map<String, String> parts = new HashMap<>();
        parts.put("[Content_Types].xml", HEAD + "<Types/>");
        parts.put("xl/workbook.xml", HEAD + "<workbook " + MAIN + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"隐藏\" sheetId=\"2\" state=\"hidden\" r:id=\"a\"/><sheet name=\"台账\" sheetId=\"1\" state=\"visible\" r:id=\"a\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", HEAD + "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", HEAD + sheet);
        return parts;
    }

    private Path file(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream to = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private List<XlsxFile.Row> rows(Map<String, String> parts) throws IOException {
        List<XlsxFile.Row> rows = new ArrayList<>();
        try (XlsxFile file = XlsxFile.open("a.xlsx", file(parts))) {
            file.rows(file.sheets().get(1), row -> rows.add(row));
        }
        return rows;
    }

    private static List<String> texts(XlsxFile.Row row) {
        return row.cells().stream().map(cell -> cell == null ? null : cell.text()).toList();
    }

    @Test
    void everyWayToWriteACellIsRead() throws IOException {
        Map<String, String> parts = parts("<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row r=\"2\">"
                + "<x:c r=\"A2\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B2\" t=\"inlineStr\"><x:is><x:r><x:t>一</x:t></x:r><x:r><x:t xml:space=\"preserve\"> 二</x:t></x:r></x:is></x:c><x:c r=\"D2\"><x:v>46022.0</x:v></x:c>"
                + "<x:c r=\"E2\" t=\"str\"><x:f>A1&amp;\"x\"</x:f><x:v>算出的</x:v></x:c><x:c r=\"F2\" s=\"3\"/><x:c t=\"n\"><x:v>1E2</x:v></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>"
                + "<x:mergeCells count=\"1\"><x:mergeCell ref=\"A2:A4\"/></x:mergeCells></x:worksheet>");
        parts.put("xl/sharedStrings.xml", HEAD + "<sst " + MAIN + "><si><t>共</t><rPh sb=\"0\" eb=\"1\"><t>gong</t></rPh><r><t>享_x000D_\n</t></r></si></sst>");
        List<XlsxFile.Row> rows = rows(parts);
        assertThat(texts(rows.get(0))).containsExactly("共享\r\n", "一 二", null, "46022", "算出的", null, "100");
        assertThat(rows.get(1).number()).isEqualTo(3);
        assertThat(texts(rows.get(1))).as("what is merged holds for every row").containsExactly("共享\r\n");
        try (XlsxFile file = XlsxFile.open("a.xlsx", file(parts))) {
            assertThat(file.sheets()).extracting(XlsxFile.Sheet::visible).containsExactly(false, true);
            assertThat(file.dayOf(new BigDecimal("46022.5"))).isEqualTo(LocalDate.of(2025, 12, 31));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>|公式出错（#DIV/0!），请改正后再导入", "<c r=\"A1\" t=\"e\"><v>#N/A</v></c>|公式出错（#N/A），请改正后再导入",
            "<c r=\"A1\"><f>B1</f></c>|公式没有存下结果，请用 Excel 或 WPS 打开并保存后再导入", "<c r=\"A1\"><f>B1</f><v/></c>|公式没有存下结果，请用 Excel 或 WPS 打开并保存后再导入", "<c r=\"A1\"><f>B1</f><v>7</v></c>|", "<c r=\"A1\" t=\"str\"><v>#DIV/0!</v></c>|"})
    void aFormulaThatTellsNothingSaysWhy(String cell, String fault) throws IOException {
        assertThat(rows(parts("<worksheet " + MAIN + "><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>")).get(0).cells()).extracting(XlsxFile.Cell::fault).containsExactly(fault);
    }

    @Test
    void whatAFormulaComputedMayBeAnEmptyText() throws IOException {
        assertThat(rows(parts("<worksheet " + MAIN + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1</f><v></v></c></row></sheetData></worksheet>")).get(0).cells()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<c r=\"ZZZZZZZ1\"><v>1</v></c>|已损坏", "<c r=\"XFD1\"><v>1</v></c>|超出第200列", "<c r=\"A1\" t=\"s\"><v>999999999</v></c>|已损坏", "<c r=\"A1\" t=\"s\"><v>-1</v></c>|已损坏",
            "<c r=\"A1\"><v>abc</v></c>|已损坏", "<c r=\"A1\"><v>1|已损坏"})
    void noNumberInTheFileIsTrusted(String cell, String reason) {
        assertThatThrownBy(() -> rows(parts("<worksheet " + MAIN + "><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>"))).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }

    @Test
    void whatReachesOutComputesOrSwellsIsRefused() throws IOException {
        String sheet = "<worksheet " + MAIN + "><sheetData/></worksheet>";
        assertRefused(parts(sheet), "xl/vbaProject.bin", "x", Kind.WRONG_FILE_TYPE, "宏");
        assertRefused(parts(sheet), "xl/externalLinks/externalLink1.xml", "<a/>", Kind.WRONG_FILE_TYPE, "外部");
        assertRefused(parts(sheet), "xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>", Kind.INPUT, "已损坏");
        assertRefused(parts(sheet), "xl/_rels/a.rels", " ".repeat(16 * 1024 * 1024 + 1), Kind.TOO_LARGE, "过大");
    }

    private void assertRefused(Map<String, String> parts, String name, String content, Kind kind, String reason) {
        parts.put(name, content);
        assertThatThrownBy(() -> rows(parts)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.getMessage()).contains(reason);
        });
    }
}
