package org.rectification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The inspection body's own form, matched once and filled, on both databases. */
class InspectionFormTest {

    @Nested
    @OnH2
    class H2 extends FillingForms {
    }

    @Nested
    @OnPostgres
    class Postgres extends FillingForms {
    }
}

abstract class FillingForms {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired JdbcTemplate jdbc;
    Bureau bureau;

    @BeforeEach
    void comeToWork() {
        bureau = new Bureau(port, management);
    }

    @Test
    void aFormIsMatchedOnceAndFilledBeneathItsHeader() throws IOException {
        String caseNumber = bureau.caseInDecomposition(2);
        String address = "/api/cases/" + caseNumber + "/form";
        Map<String, Object> formula = new HashMap<>(Bureau.task(1));
        formula.put("title", "=1+1");
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(formula, Bureau.task(1)))));
        assertThat(bureau.as("leader1").upload(address, Map.of("表样.xlsx", workbook())).status()).isEqualTo(403);
        assertThat(bureau.as("office1").upload(address, Map.of("表样.pdf", Bureau.pdf("x"))).status()).isEqualTo(415);

        Answer uploaded = bureau.as("office1").upload(address, Map.of("表样.xlsx", workbook()));
        created(uploaded);
        assertThat(uploaded.json().path("columns").findValuesAsText("fieldName")).containsExactly("序号", "反馈问题", "整改任务", "null", "整改时限");
        JsonNode matched = bureau.as("office1").put(address + "/columns", Map.of("columns", List.of(Map.of("place", 3, "field", "MEASURES")))).json();
        assertThat(matched.at("/columns/3/fieldName").asText()).isEqualTo("整改措施");
        assertThat(bureau.as("office1").put(address + "/columns", Map.of("columns", List.of(Map.of("place", 99, "field", "MEASURES")))).status()).isEqualTo(400);
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/form").words()).contains("表样.xlsx", "怎么改", "下载填好的表样");

        Answer filled = bureau.as("office1").get(address + "/filled");
        done(filled);
        assertThat(URLDecoder.decode(filled.headers().firstValue("Content-Disposition").orElseThrow(), StandardCharsets.UTF_8)).contains(caseNumber + " " + LocalDate.now() + " 表样.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled.bytes()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("整改情况报送表");
            assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(2).getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("1. 制定方案\n2. 逐项落实");
            assertThat(sheet.getRow(3).getCell(3).getCellStyle().getWrapText()).as("in the style of the row beneath the header").isTrue();
            assertThat(sheet.getRow(4).getCell(1).getStringCellValue()).startsWith("问题2");
            assertThat(sheet.getRow(2).getCell(4).getCellStyle().getWrapText()).as("a text that its column is too narrow for").isTrue();
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getWrapText()).isFalse();
            assertThat(sheet.getRow(2).getHeightInPoints()).as("every line of every text is seen").isGreaterThan(28);
            assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).as("what followed has moved down").isEqualTo("填表人：");
            assertThat(sheet.getMergedRegions()).extracting(region -> region.formatAsString()).contains("A3:A4", "B3:B4");
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getVerticalAlignment()).as("where merged cells go over two pages it is seen on the first").isEqualTo(VerticalAlignment.TOP);
        }

        created(bureau.as("office1").upload(address, Map.of("表样.docx", document())));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bureau.as("office1").get(address + "/filled").bytes()))) {
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRows()).extracting(row -> row.getCell(1).getText()).containsExactly("整改任务", "=1+1", "任务", "", "合计");
            assertThat(table.getRow(1).getCell(0).getText()).startsWith("问题1");
            assertThat(table.getRow(1).getCell(1).getParagraphs().get(0).getRuns().get(0).getFontSizeAsDouble()).isEqualTo(9);
        }

        created(bureau.as("office1").upload(address, Map.of("表样.docx", numbered())));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bureau.as("office1").get(address + "/filled").bytes()))) {
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRows()).extracting(row -> row.getCell(0).getText()).containsExactly("序号", "1", "", "2", "4");
            assertThat(table.getRows()).extracting(row -> row.getCell(1).getText()).containsExactly("整改任务", "=1+1", "任务", "", "");
            assertThat(table.getRow(1).getCell(0).getParagraphs().get(0).getNumID()).as("the ledger's number, not one that Word counts").isEqualTo(BigInteger.ZERO);
            assertThat(table.getRow(1).getHeightRule()).isNotEqualTo(TableRowHeightRule.EXACT);
        }
    }

    @Test
    void anotherFormTakesThePlaceOfTheMatchedOneOnlyWhenAgreed() throws IOException {
        String caseNumber = bureau.startedCase();
        String inspectionBody = Session.of(port, "office1").get("/cases/" + caseNumber + "/form").words().replaceAll("(?s).*巡察机构表样 (\\S+?)要求按自己的表样报送.*", "$1");
        created(bureau.as("office1").upload("/api/cases/" + caseNumber + "/form", Map.of("表样.docx", document())));

        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/form").text())
                .containsPattern("data-confirm=\"换一份表样？\" data-means=\"“表样.docx”和它已对好的各列不再保留，各列按新表样重新对应；" + inspectionBody + "的其他案件也改用新表样\"[^>]*>换一份表样</button>");
    }

    @Test
    void aFormWhoseColumnsWereCountedOtherwiseIsNotFilled() throws IOException {
        String caseNumber = bureau.caseInDecomposition(1);
        String address = "/api/cases/" + caseNumber + "/form";
        created(bureau.as("office1").upload(address, Map.of("表样.docx", document())));
        done(bureau.as("office1").get(address + "/filled"));

        jdbc.update("update ledger.inspection_form_column set heading = '问题' where heading = '反馈问题' and place = 0");
        Answer refused = bureau.as("office1").get(address + "/filled");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("表样“表样.docx”的表头与当初对应的列不一致", "重新上传表样");
        created(bureau.as("office1").upload(address, Map.of("表样.docx", document())));
        done(bureau.as("office1").get(address + "/filled"));
    }

    /** Lines numbered beforehand: one counted by Word, the others typed. */
    private static byte[] numbered() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            XWPFTable table = document.createTable(5, 2);
            table.getRow(0).getCell(0).setText("序号");
            table.getRow(0).getCell(1).setText("整改任务");
            table.getRow(1).getCell(0).getParagraphs().get(0).setNumID(BigInteger.ONE);
            table.getRow(1).setHeight(400);
            table.getRow(1).setHeightRule(TableRowHeightRule.EXACT);
            for (int at = 2; at < 5; at++) table.getRow(at).getCell(0).setText(String.valueOf(at));
            document.write(to);
            return to.toByteArray();
        }
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("报送表");
            XSSFCellStyle wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            sheet.createRow(0).createCell(0).setCellValue("整改情况报送表");
            String[] headings = {"序号", "存在问题", "任务名称", "怎么改", "完成时限"};
            Row header = sheet.createRow(1);
            Row blank = sheet.createRow(2);
            for (int at = 0; at < headings.length; at++) {
                header.createCell(at).setCellValue(headings[at]);
                blank.createCell(at);
                if (at == 3) blank.getCell(at).setCellStyle(wrapped);
            }
            blank.getCell(0).setCellValue(1);
            CTCell inline = ((XSSFCell) blank.getCell(2)).getCTCell();
            inline.setT(STCellType.INLINE_STR);
            inline.addNewIs().setT("");
            sheet.createRow(3).createCell(0).setCellValue("填表人：");
            workbook.write(to);
            return to.toByteArray();
        }
    }

    private static byte[] document() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("整改情况报送表");
            XWPFTable table = document.createTable(3, 2);
            table.getRow(0).getCell(0).setText("反馈问题");
            table.getRow(0).getCell(1).setText("整改任务");
            table.getRow(1).getTableCells().forEach(cell -> cell.getParagraphs().get(0).createRun().setFontSize(9));
            table.getRow(2).getCell(1).setText("合计");
            document.write(to);
            return to.toByteArray();
        }
    }
}
