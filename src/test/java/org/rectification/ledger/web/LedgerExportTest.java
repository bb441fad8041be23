package org.rectification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageOrder;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The official ledger as people get it, read back with another library, on both databases. */
class LedgerExportTest {

    @Nested
    @OnH2
    class H2 extends ExportingLedger {
    }

    @Nested
    @OnPostgres
    class Postgres extends ExportingLedger {
    }
}

abstract class ExportingLedger {

    private static final int HEADER = 3;

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;

    @BeforeEach
    void comeToWork() {
        bureau = new Bureau(port, management);
    }

    /** Two problems: two tasks beneath the first, one of them with a name that a spreadsheet would compute; the second's only task is signed off. */
    private String caseUnderWay() {
        String caseNumber = bureau.caseInDecomposition(2);
        Map<String, Object> formula = new HashMap<>(Bureau.task(1));
        formula.put("title", "=1+1");
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(formula, Bureau.task(1), Bureau.task(2)))));
        done(bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        bureau.signedOff(caseNumber + "-02-01");
        return caseNumber;
    }

    @Test
    void everyTaskStandsOnceBeneathItsProblemWithWhatIsOnRecord() throws IOException {
        String caseNumber = caseUnderWay();
        Answer answer = bureau.as("office1").get(address(caseNumber));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;")
                .contains("filename*=UTF-8''" + URLEncoder.encode("巡察反馈意见整改台账.xlsx", StandardCharsets.UTF_8));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
            assertThat(StreamSupport.stream(workbook.spliterator(), false).map(sheet -> sheet.getSheetName())).containsExactly("整改台账", "问题清单", "任务清单", "责任清单");
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(text(sheet, 0, 0)).isEqualTo("巡察反馈意见整改台账");
            LocalDate today = LocalDate.now();
            assertThat(text(sheet, 1, 0)).contains("市委第二巡察组", "截至" + today.getYear() + "年" + today.getMonthValue() + "月" + today.getDayOfMonth() + "日");
            assertThat(text(sheet, 2, 0)).contains("问题2个，完成1/2（50.0%）", "任务3项，已销号1项");
            assertThat(headings(sheet)).containsExactly("序号", "方面", "反馈问题", "整改目标", "整改任务", "整改措施", "措施类型", "牵头领导", "责任领导", "责任科室", "配合科室", "责任人", "整改类型", "阶段",
                    "整改时限", "销号标准", "进展成效", "完成情况", "未完成原因", "下一步措施", "佐证材料", "延期记录", "核查意见", "销号日期及签字", "回头看结果", "任务编号");

            assertThat(column(sheet, "任务编号")).containsExactly(caseNumber + "-01-01", caseNumber + "-01-02", caseNumber + "-02-01");
            assertThat(column(sheet, "完成情况")).containsExactly("整改中", "整改中", "已销号");
            assertThat(column(sheet, "整改措施")).containsOnly("1. 制定方案\n2. 逐项落实");
            assertThat(column(sheet, "责任科室")).containsOnly("环境卫生科");
            assertThat(column(sheet, "整改类型")).containsOnly("限期整改");
            assertThat(column(sheet, "进展成效").get(2)).isEqualTo("已按措施完成整改。");
            assertThat(column(sheet, "佐证材料").get(2)).isEqualTo("记录.pdf");
            assertThat(column(sheet, "核查意见").get(2)).startsWith("通过：同意\n");
            assertThat(column(sheet, "销号日期及签字").get(2)).endsWith(today.getDayOfMonth() + "日");
            assertThat(cell(sheet, HEADER + 1, "整改时限").getLocalDateTimeCellValue().toLocalDate()).isEqualTo(today.plusDays(40));
            assertThat(cell(sheet, HEADER + 3, "完成情况").getCellStyle().getFillForegroundColorColor()).extracting("ARGBHex").isEqualTo("FFC6E0B4");
            assertThat(cell(sheet, HEADER + 1, "反馈问题").getStringCellValue()).isEqualTo("问题1\n第1个问题的表述。");
            assertThat(cell(sheet, HEADER + 3, "反馈问题").getStringCellValue()).startsWith("问题2");
            assertThat(sheet.getMergedRegions().stream().filter(region -> region.getFirstRow() > HEADER).map(region -> region.formatAsString())).containsExactlyInAnyOrder("A5:A6", "B5:B6", "C5:C6");

            assertThat(column(workbook.getSheetAt(1), "反馈问题", 1)).containsExactly("问题1", "问题2");
            assertThat(column(workbook.getSheetAt(1), "是否完成", 1)).containsExactly("整改中", "已完成");
            assertThat(column(workbook.getSheetAt(2), "任务编号", 1)).hasSize(3);
            assertThat(column(workbook.getSheetAt(2), "当前环节", 1)).containsExactly("落实整改中", "落实整改中", "已销号");
            assertThat(column(workbook.getSheetAt(3), "责任科室", 2)).containsExactly("环境卫生科");
            assertThat(column(workbook.getSheetAt(3), "任务", 2)).containsExactly("3.0");
        }
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber).text()).contains("href=\"" + address(caseNumber) + "\"");
    }

    @Test
    void itIsReadyForThePrinterAndComputesNothing() throws IOException {
        String caseNumber = caseUnderWay();
        try (XSSFWorkbook workbook = exported("auditor1", caseNumber)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).as("on one page its letters would be 6 points high").isEqualTo((short) 2);
            assertThat(sheet.getPrintSetup().getPageOrder()).isEqualTo(PageOrder.OVER_THEN_DOWN);
            assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:C");
            assertThat(workbook.getSheetAt(1).getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
            assertThat(sheet.getFooter().getCenter()).contains("第 &P 页，共 &N 页");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (HEADER + 1));
            assertThat(sheet.getDataValidations()).hasSize(3)
                    .anySatisfy(list -> assertThat(list.getValidationConstraint().getExplicitListValues()).containsExactly("立行立改", "限期整改", "长期整改"));

            Cell typed = cell(sheet, HEADER + 1, "整改任务");
            assertThat(typed.getCellType()).isEqualTo(CellType.STRING);
            assertThat(typed.getStringCellValue()).isEqualTo("=1+1");
            assertThat(typed.getCellStyle().getDataFormatString()).as("stays text when somebody edits it").isEqualTo("@");
            workbook.forEach(each -> each.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
        }
    }

    @Test
    void everybodyGetsTheTasksThatTheLedgerShowsHim() throws IOException {
        String caseNumber = caseUnderWay();
        for (String reader : List.of("leader1", "sanitation1", "finance1", "parks1")) {
            long visible = bureau.as(reader).get("/api/cases/" + caseNumber + "/tasks").json().get("total").asLong();
            assertThat(visible).isEqualTo(reader.equals("parks1") ? 0 : 3);
            try (XSSFWorkbook workbook = exported(reader, caseNumber)) {
                assertThat(column(workbook.getSheetAt(0), "任务编号")).as(reader).hasSize((int) visible);
                assertThat(column(workbook.getSheetAt(2), "任务编号", 1)).as(reader).hasSize((int) visible);
                assertThat(column(workbook.getSheetAt(1), "反馈问题", 1)).as("problems are everybody's").hasSize(2);
            }
        }
        assertThat(bureau.as("office1").get(address("NO-SUCH")).status()).isEqualTo(404);
        assertThat(bureau.as("office1").get(address("NO-SUCH")).reason()).contains("NO-SUCH");
        assertThat(Caller.nobody(port).get(address(caseNumber)).status()).isEqualTo(401);
    }

    @Test
    void problemsStandInItBeforeAnybodyHasWrittenTheirTasks() throws IOException {
        try (XSSFWorkbook workbook = exported("office1", bureau.caseWithProblems(2))) {
            assertThat(column(workbook.getSheetAt(0), "反馈问题")).hasSize(2);
            assertThat(column(workbook.getSheetAt(0), "任务编号")).containsOnly("");
            assertThat(column(workbook.getSheetAt(1), "是否完成", 1)).containsOnly("未分解任务");
        }
    }

    private static String address(String caseNumber) {
        return "/api/cases/" + caseNumber + "/ledger.xlsx";
    }

    private XSSFWorkbook exported(String reader, String caseNumber) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bureau.as(reader).get(address(caseNumber)).bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        Cell cell = sheet.getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        return cell.getCellType() == CellType.NUMERIC ? String.valueOf(cell.getNumericCellValue()) : cell.getStringCellValue();
    }

    private static List<String> headings(XSSFSheet sheet) {
        return headings(sheet, HEADER);
    }

    private static List<String> headings(XSSFSheet sheet, int header) {
        return IntStream.range(0, sheet.getRow(header).getLastCellNum()).mapToObj(at -> text(sheet, header, at)).toList();
    }

    private static Cell cell(XSSFSheet sheet, int row, String heading) {
        return sheet.getRow(row).getCell(headings(sheet).indexOf(heading));
    }

    private static List<String> column(XSSFSheet sheet, String heading) {
        return column(sheet, heading, HEADER);
    }

    private static List<String> column(XSSFSheet sheet, String heading, int header) {
        List<String> texts = new ArrayList<>();
        for (int row = header + 1; row <= sheet.getLastRowNum(); row++) texts.add(text(sheet, row, headings(sheet, header).indexOf(heading)));
        return texts;
    }
}
