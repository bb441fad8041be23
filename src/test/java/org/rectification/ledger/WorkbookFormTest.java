package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rectification.ledger.FormTable.Header;
import org.rectification.rectification.Drawn;
import org.rectification.rectification.Phase;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskKind;

class WorkbookFormTest {

    @Test
    void everyColumnOfAHeaderOfTwoRowsIsOffered() throws IOException {
        Header header = new WorkbookForm(twoRows()).candidates().stream().max(Comparator.comparingLong(Header::likelihood)).orElseThrow();

        assertThat(header.row()).isEqualTo(1);
        assertThat(header.headings()).isEqualTo(Map.of(0, "序号", 1, "问题／类别", 2, "问题／具体问题", 3, "整改举措", 4, "进展"));
        assertThat(header.headings().values()).extracting(heading -> FormTable.proposed(heading).orElse(null))
                .containsExactly(LedgerField.NUMBER, LedgerField.ASPECT, LedgerField.PROBLEM, LedgerField.MEASURES, LedgerField.PROGRESS);
    }

    @Test
    void whatIsReckonedOverTheRowsForTasksIsReckonedOverAllOfThem() throws IOException {
        WorkbookForm form = new WorkbookForm(counted());
        List<LedgerLine> lines = IntStream.rangeClosed(1, 4).mapToObj(WorkbookFormTest::line).toList();
        form.fill(0, 0, Map.of(1, LedgerField.TASK), lines);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        form.write(to);

        try (XSSFWorkbook filled = new XSSFWorkbook(new ByteArrayInputStream(to.toByteArray()))) {
            Row total = filled.getSheetAt(0).getRow(5);
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("合计");
            assertThat(total.getCell(1).getCellFormula()).isEqualTo("COUNTA(B2:B5)");
            assertThat(total.getCell(1).getNumericCellValue()).isEqualTo(4);
            assertThat(total.getCell(2).getCellFormula()).isEqualTo("COUNTA(B1:B2)+SUM($B$2:$B$5)");
        }
    }

    private static LedgerLine line(int ordinal) {
        RectificationTask task = Drawn.task("HZ-2026-01", ordinal, 1, TaskKind.IMMEDIATE, Phase.PREPARATION, null, Arrays.asList("任务" + ordinal, null, null, null, null));
        return new LedgerLine(Drawn.problem("HZ-2026-01", ordinal, "作风建设", "检查走过场", "全年两次。"), task, Fulfilment.NOT_ISSUED, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Two rows for tasks, and their number beneath. */
    private static byte[] counted() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            write(sheet.createRow(0), "序号", "整改任务", "备注");
            write(sheet.createRow(1), "", "", "");
            write(sheet.createRow(2), "", "", "");
            Row total = sheet.createRow(3);
            write(total, "合计");
            total.createCell(1).setCellFormula("COUNTA(B2:B3)");
            total.createCell(2).setCellFormula("COUNTA(B1:B2)+SUM($B$2:$B$3)");
            workbook.write(to);
            return to.toByteArray();
        }
    }

    private static byte[] twoRows() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("整改情况报送表");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:E1"));
            write(sheet.createRow(1), "序号", "问题", "", "整改举措", "进展");
            write(sheet.createRow(2), "", "类别", "具体问题", "", "");
            List.of("A2:A3", "B2:C2", "D2:D3", "E2:E3").forEach(region -> sheet.addMergedRegion(CellRangeAddress.valueOf(region)));
            workbook.write(to);
            return to.toByteArray();
        }
    }

    private static void write(Row row, String... texts) {
        for (int at = 0; at < texts.length; at++) row.createCell(at).setCellValue(texts[at]);
    }
}
