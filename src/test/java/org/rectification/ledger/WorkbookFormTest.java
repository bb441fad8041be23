package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rectification.ledger.FormTable.Header;

class WorkbookFormTest {

    @Test
    void everyColumnOfAHeaderOfTwoRowsIsOffered() throws IOException {
        Header header = new WorkbookForm(twoRows()).candidates().stream().max(Comparator.comparingLong(Header::likelihood)).orElseThrow();

        assertThat(header.row()).isEqualTo(1);
        assertThat(header.headings()).isEqualTo(Map.of(0, "序号", 1, "问题／类别", 2, "问题／具体问题", 3, "整改举措", 4, "进展"));
        assertThat(header.headings().values()).extracting(heading -> FormTable.proposed(heading).orElse(null))
                .containsExactly(LedgerField.NUMBER, LedgerField.ASPECT, LedgerField.PROBLEM, LedgerField.MEASURES, LedgerField.PROGRESS);
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
