package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectification.document.XlsxFile;

class SheetTest {

    private record Line(int number, String problem) {}

    private static final List<Column<Line>> COLUMNS = List.of(new Column<>("序号", 6, Line::number), new Column<>("反馈问题", 36, Line::problem));

    private static Path written(Path folder, String problem) throws IOException {
        Path file = folder.resolve("台账.xlsx");
        try (OutputStream to = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(to, "整改台账", null);
            Sheet<Line> sheet = new Sheet<>(workbook, "整改台账", "台账", List.of(), COLUMNS, 0);
            sheet.add(new Line(1, "短。"));
            sheet.add(new Line(2, problem));
            sheet.finish(Map.of());
            workbook.finish();
        }
        return file;
    }

    @Test
    void aTextThatNoRowCanShowIsWholeInTheFileAndNamedBeneathTheTable(@TempDir Path folder) throws IOException {
        String text = "检查发现台账记录不完整。".repeat(250);
        Path file = written(folder, text);

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getHeightInPoints()).isEqualTo((float) Worksheet.MAX_ROW_HEIGHT);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo(text);
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).startsWith("注：B4的文字超过").contains("点击该格可在编辑栏查看全文");
        }
        try (XlsxFile back = XlsxFile.open("台账.xlsx", file)) {
            LedgerHeader[] header = new LedgerHeader[1];
            int[] lines = {0};
            back.rows(back.sheets().get(0), row -> {
                if (header[0] == null) header[0] = LedgerHeader.in(row).orElse(null);
                else if (!header[0].isBeside(header[0].read(row, back))) lines[0]++;
                return true;
            });
            assertThat(lines[0]).as("the note is no line of the ledger").isEqualTo(2);
        }
    }

    @Test
    void theTitleStandsOverAllOfTheLeftPage() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Workbook written = new Workbook(to, "整改台账", null);
        new Sheet<>(written, "整改台账", "台账", List.of("截至今天"), LedgerLine.COLUMNS, LedgerLine.OF_PROBLEM).finish(Map.of());
        written.finish();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(to.toByteArray()))) {
            assertThat(workbook.getSheetAt(0).getMergedRegions()).extracting(region -> region.formatAsString()).as("as Excel and LibreOffice put the columns on paper").containsExactlyInAnyOrder("A1:P1", "A2:P2");
        }
    }

    @Test
    void aTextThatNoCellCanHoldIsNotCalledWhole(@TempDir Path folder) throws IOException {
        String text = IntStream.range(0, 3_000).mapToObj(n -> "第" + n + "次检查发现记录不完整。").collect(Collectors.joining());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written(folder, text)))) {
            assertThat(workbook.getSheetAt(0).getRow(4).getCell(0).getStringCellValue()).isEqualTo("注：B4的文字超过一格所能容纳的32767字，格内也只有开头，全文请在系统中查看。");
        }
    }

    @Test
    void aTextThatARowShowsInSmallLettersNeedsNoNote(@TempDir Path folder) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written(folder, "检查发现台账记录不完整。".repeat(50))))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(3);
        }
    }
}
