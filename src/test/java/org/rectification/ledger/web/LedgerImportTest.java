package org.rectification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The official ledger on its way back, edited with another library, on both databases. */
class LedgerImportTest {

    @Nested
    @OnH2
    class H2 extends ImportingLedger {
    }

    @Nested
    @OnPostgres
    class Postgres extends ImportingLedger {
    }
}

abstract class ImportingLedger {

    private static final int HEADER = 3;

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;

    @BeforeEach
    void comeToWork() {
        bureau = new Bureau(port, management);
    }

    @Test
    void theLedgerOfAnotherCaseIsToldInOneSentence() {
        String other = bureau.caseInDecomposition(1);
        created(bureau.as("office1").post("/api/cases/" + other + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(1)))));
        String caseNumber = bureau.caseInDecomposition(1);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1)))));
        assertThat(bureau.as("office1").upload("/api/cases/" + caseNumber + "/ledger?dryRun=true", Map.of("台账.xlsx", exported(other))).reason())
                .contains("这是" + other + "的台账，其中没有一项任务属于" + caseNumber);
    }

    @Test
    void beforeTheLaunchDraftsAreAddedAndChangedAllOrNothing() {
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(2)))));
        byte[] untouched = exported(caseNumber);
        assertThat(tried(caseNumber, untouched).path("totals")).isEqualTo(tried(caseNumber, resaved(untouched, sheet -> { })).path("totals"));
        assertThat(tried(caseNumber, untouched).path("rows")).isEmpty();
        assertThat(tried(caseNumber, untouched).at("/totals/unchanged").asInt()).isEqualTo(2);

        LocalDate deadline = LocalDate.now().plusDays(50);
        byte[] edited = resaved(untouched, sheet -> {
            set(sheet, 1, "整改时限", deadline.getYear() + "年" + deadline.getMonthValue() + "月" + deadline.getDayOfMonth() + "日");
            set(sheet, 1, "整改措施", "一是制定方案\n二是公开进度");
            set(sheet, 1, "责任人", "张三");
            set(sheet, 1, "整改目标", "分类设施全覆盖");
            set(sheet, 1, "配合科室", "财务科、县供电公司、环卫站");
            set(sheet, 2, "反馈问题", "问题2\n换了一种表述。");
            addRow(sheet, Map.of("序号", 2, "整改任务", "新增的任务", "责任科室", "市容管理科", "责任领导", "陈 国栋", "整改类型", "立行立改", "整改时限", deadline.toString()));
            addRow(sheet, Map.of("方面", "作风建设", "反馈问题", "检查走过场。全年两次。", "整改任务", "按月检查"));
        });
        JsonNode tried = tried(caseNumber, edited);
        assertThat(tried.at("/totals/refused").asInt()).as(tried.toString()).isEqualTo(1);
        assertThat(cell(tried, "整改时限").path("cell").asText()).isEqualTo("整改台账!O5");
        assertThat(row(tried, 6).path("cells").findValuesAsText("reason").toString()).contains("问题2已列入审定的整改方案");

        JsonNode reasoned = bureau.as("office1").upload(address(caseNumber) + "?dryRun=true&reason=%E5%B8%82%E5%A7%94%E8%A6%81%E6%B1%82", Map.of("台账.xlsx", edited)).json();
        assertThat(reasoned.path("totals").toString()).as(reasoned.toString()).contains("\"added\":2,\"changed\":2,\"refused\":0,\"addedProblems\":1,\"addedTasks\":2,\"changedProblems\":1,\"changedTasks\":1");
        assertThat(cell(reasoned, "整改时限").path("note").asText()).isEqualTo("读作 " + deadline);
        assertThat(reasoned.path("outsideBodies").toString()).isEqualTo("[\"“县供电公司”\",\"“环卫站”（是不是“环境卫生科”？）\"]");
        assertThat(cell(reasoned, "配合科室").path("note").asText()).startsWith("按外单位登记：“县供电公司”、“环卫站”");
        assertThat(exportedTexts(caseNumber)).as("a trial changes nothing").isEqualTo(texts(untouched));
        Answer without = bureau.as("office1").upload(address(caseNumber), Map.of("台账.xlsx", edited));
        assertThat(without.status()).as(without.text()).isEqualTo(409);
        assertThat(without.json().at("/errors/0/field").asText()).startsWith("整改台账!");
        assertThat(exportedTexts(caseNumber)).as("all or nothing").isEqualTo(texts(untouched));

        done(bureau.as("office1").upload(address(caseNumber), Map.of("reason", "市委要求"), "file", Map.of("台账.xlsx", edited)));
        JsonNode first = bureau.as("office1").get("/api/tasks/" + caseNumber + "-01-01").json();
        assertThat(first.path("deadline").asText()).isEqualTo(deadline.toString());
        assertThat(first.path("goal").asText()).isEqualTo("分类设施全覆盖");
        assertThat(first.path("measures").findValuesAsText("text")).containsExactly("制定方案", "公开进度");
        assertThat(first.path("measures").findValuesAsText("responsible")).containsExactly("张三", "张三");
        assertThat(first.path("supportingBodies").get(0).asText()).isEqualTo("县供电公司");
        JsonNode added = bureau.as("office1").get("/api/tasks/" + caseNumber + "-02-02").json();
        assertThat(added.path("title").asText()).isEqualTo("新增的任务");
        assertThat(added.path("kind").asText()).isEqualTo("IMMEDIATE");
        assertThat(bureau.as("office1").get("/api/tasks/" + caseNumber + "-03-01").json().path("problemTitle").asText()).isEqualTo("检查走过场。全年两次。");
        assertThat(tried(caseNumber, exported(caseNumber)).path("rows")).as("what was imported comes out and in again").isEmpty();
        assertThat(tried(caseNumber, edited).at("/totals/refused").asInt()).as("the same file once more adds nothing twice").isEqualTo(2);
    }

    @Test
    void afterTheLaunchAFileChangesNothingThatTheRulesProtect() {
        String caseNumber = bureau.launchedCase(2);
        bureau.signedOff(Bureau.taskNumber(caseNumber, 2));
        byte[] untouched = exported(caseNumber);
        assertThat(tried(caseNumber, resaved(untouched, sheet -> sheet.shiftRows(HEADER, sheet.getLastRowNum(), 2))).path("rows")).isEmpty();
        byte[] edited = resaved(untouched, sheet -> {
            set(sheet, 1, "整改时限", LocalDate.now().plusDays(99).toString());
            set(sheet, 1, "完成情况", "已销号");
            set(sheet, 1, "责任领导", "何志远");
            set(sheet, 2, "核查意见", "");
            addRow(sheet, Map.of("序号", 1, "整改任务", "补一项"));
        });
        JsonNode tried = tried(caseNumber, edited);
        assertThat(tried.at("/totals/refused").asInt()).isEqualTo(3);
        assertThat(cell(tried, "整改时限").path("reason").asText()).contains("整改时限须走延期申请");
        assertThat(cell(tried, "完成情况").path("reason").asText()).contains("销号");
        assertThat(cell(tried, "完成情况").path("from").asText()).isEqualTo("整改中");
        assertThat(cell(tried, "核查意见").path("to").isNull()).isTrue();
        assertThat(cell(tried, "整改任务").path("reason").asText()).contains("不能用文件新增任务");

        Answer refused = bureau.as("office1").upload(address(caseNumber), Map.of("台账.xlsx", edited));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.json().path("errors")).hasSize(5);
        assertThat(exportedTexts(caseNumber)).isEqualTo(texts(untouched));
        done(bureau.as("office1").upload(address(caseNumber), Map.of("台账.xlsx", untouched)));
    }

    @Test
    void aLedgerOfOnesOwnFillsAnEmptyCase() {
        String caseNumber = bureau.startedCase();
        byte[] own = workbook(sheet -> {
            row(sheet, 0, "某局整改台账");
            row(sheet, 2, "备注", "完成时限", "牵头单位", "问题方面", "存在问题", "整改任务（分解）", "具体措施", "序 号");
            row(sheet, 3, "略", "2099.12.01", "环境卫生科", "精细化", "清运不及时\n三处路段。", "优化线路", "1.排线路\n2、增车辆\n并公布", "1");
            row(sheet, 4, "", 20991202, "财务科", null, null, "落实资金", "拨付", null);
            row(sheet, 5, "", "2099年12月底前", "市容管理科", "精细化", "占道经营。", "巡查", null, null);
            sheet.addMergedRegion(CellRangeAddress.valueOf("D4:D5"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("E4:E5"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("H4:H5"));
        });
        JsonNode tried = tried(caseNumber, own);
        assertThat(tried.path("totals").toString()).as(tried.toString()).contains("\"added\":3", "\"refused\":0", "\"addedProblems\":2,\"addedTasks\":3");
        assertThat(tried.path("unreadColumns").get(0).asText()).isEqualTo("备注");
        done(bureau.as("office1").upload(address(caseNumber), Map.of("我的台账.xlsx", own)));
        assertThat(bureau.as("office1").get("/api/tasks/" + caseNumber + "-01-01").json().path("measures").findValuesAsText("text")).containsExactly("排线路", "增车辆\n并公布");
        assertThat(bureau.as("office1").get("/api/tasks/" + caseNumber + "-01-02").json().path("deadline").asText()).isEqualTo("2099-12-02");
        assertThat(bureau.as("office1").get("/api/tasks/" + caseNumber + "-02-01").json().path("deadline").asText()).isEqualTo("2099-12-31");

        byte[] flawed = workbook(sheet -> {
            row(sheet, 0, "任务编号", "方面", "反馈问题", "整改任务", "责任科室", "责任领导", "整改时限", "整改类型", "序号", "进展成效");
            row(sheet, 1, null, "甲", "乙", "丙", "环卫科", "无此人", "尽快", "马上改", 9, "已完成");
            row(sheet, 2, "X-01-01", null, null, "丙", null, null, null, null, null, null);
            row(sheet, 3, null, null, null, null, null, null, null, null, "填表人：张三", null);
        });
        assertThat(tried(caseNumber, flawed).path("rows").toString()).contains("!A3", "!E2", "!F2", "!G2", "!H2", "!I2", "!I4", "!J2", "下一个问题的序号是3", "不是数字");
        assertThat(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", flawed)).status()).isEqualTo(409);
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", workbook(sheet -> row(sheet, 0, "序号", "方面", "反馈问题", "整改任务")))), 400, "缺少“任务编号”");
    }

    @Test
    void whatAFileDoesNotTellStaysAndAllThatIsWrongWithARowIsSaidAtOnce() {
        String caseNumber = bureau.caseWithProblems(3);
        byte[] titles = workbook(sheet -> {
            row(sheet, 0, "序号", "反馈问题", "整改任务", "整改类型", "整改时限");
            row(sheet, 1, 1, "问题1", "甲", "立行立改", LocalDate.now().plusYears(2).toString());
            row(sheet, 2, 2, "问题2改了名", "乙", "立行立改", LocalDate.now().plusDays(20).toString());
            row(sheet, 3, 3, "标题表述一样\n标题表述一样", "丙", "立行立改", LocalDate.now().plusDays(20).toString());
        });
        JsonNode tried = tried(caseNumber, titles);
        assertThat(tried.path("totals").toString()).as(tried.toString()).contains("\"refused\":0", "\"addedTasks\":3,\"changedProblems\":2");
        assertThat(row(tried, 2).toString()).contains("立行立改的任务，整改时限" + LocalDate.now().plusYears(2) + "在反馈（" + LocalDate.now().minusDays(30) + "）一年以后");
        assertThat(row(tried, 3).toString()).contains("只改标题，问题表述不变").doesNotContain("一年以后");
        done(bureau.as("office1").upload(address(caseNumber), Map.of("台账.xlsx", titles)));
        assertThat(bureau.as("office1").get("/api/tasks/" + caseNumber + "-01-01").json().path("problemText").asText()).isEqualTo("第1个问题的表述。");
        JsonNode renamed = bureau.as("office1").get("/api/tasks/" + caseNumber + "-02-01").json();
        assertThat(renamed.path("problemTitle").asText()).isEqualTo("问题2改了名");
        assertThat(renamed.path("problemText").asText()).isEqualTo("第2个问题的表述。");
        assertThat(bureau.as("office1").get("/api/tasks/" + caseNumber + "-03-01").json().path("problemText").asText()).isEqualTo("标题表述一样");

        JsonNode flawed = tried(caseNumber, workbook(sheet -> {
            row(sheet, 0, "任务编号", "序号", "反馈问题", "整改任务", "责任科室", "配合科室", "整改时限");
            row(sheet, 1, null, 9, "没有的问题", "丙".repeat(201), "环境卫生科", "环境卫生科", "2001-01-01");
            row(sheet, 2, null, 9, "没有的问题", "丙".repeat(201), null, null, null);
            row(sheet, 3, caseNumber + "-01-01", 2, null, "甲", "环境卫生科", null, "2001-01-01");
        }));
        assertThat(row(flawed, 2).path("cells").findValuesAsText("reason").toString()).contains("下一个问题的序号是4", "任务名称最多200字", "已是责任科室", "早于").doesNotContain("没有第");
        assertThat(row(flawed, 3).toString()).doesNotContain("同名任务");
        assertThat(row(flawed, 4).path("cells").findValuesAsText("reason").toString()).contains("不能改挂", "早于");
        assertThat(flawed.path("totals").toString()).contains("\"refused\":3", "\"addedTasks\":0", "\"changedTasks\":0");
    }

    @Test
    void aRowWithoutANumberIsSaidToBelongSomewhereOrRefused() {
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1)))));
        JsonNode tried = tried(caseNumber, workbook(sheet -> {
            row(sheet, 0, "任务编号", "序号", "整改任务");
            row(sheet, 1, null, 2, "甲");
            row(sheet, 2, null, null, "乙");
            row(sheet, 3, "X-01-01", 1, "丙");
            row(sheet, 4, null, null, "丁");
            row(sheet, 5, null, 9, "戊");
            row(sheet, 6, null, null, "己");
            row(sheet, 7, caseNumber + "-01-01", 2, Bureau.task(1).get("title"));
            row(sheet, 8, null, null, "庚");
            row(sheet, 9, null, 2, "辛");
            row(sheet, 10, null, null, "壬");
        }));
        for (int followed : List.of(2, 10)) {
            assertThat(row(tried, followed + 1).path("kind").asText()).as(tried.toString()).isEqualTo("ADDED");
            assertThat(row(tried, followed + 1).toString()).contains("序号空着，随第" + followed + "行归入问题2");
        }
        for (int wrong : List.of(4, 6, 8)) assertThat(row(tried, wrong + 1).path("cells").findValuesAsText("reason").toString()).contains("第" + wrong + "行有误，看不出属于哪个问题");
        assertThat(row(tried, 2).toString()).doesNotContain("归入");
    }

    @Test
    void nothingIsSaidOfATaskThatTheRowDoesNotSay() {
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1)))));
        JsonNode tried = tried(caseNumber, workbook(sheet -> {
            row(sheet, 0, "任务编号", "序号", "方面", "反馈问题", "整改任务", "责任科室", "配合科室", "完成情况");
            row(sheet, 1, caseNumber + "-01-01", 1, null, null, Bureau.task(1).get("title"), "无此科", "环境卫生科", null);
            row(sheet, 2, null, 2, null, null, null, null, null, "未下达");
            row(sheet, 3, null, null, "作风建设", "走过场", null, null, null, "未下达");
        }));
        assertThat(row(tried, 2).path("cells").findValuesAsText("reason").toString()).contains("责任科室“无此科”不在科室名册中").doesNotContain("已是责任科室");
        assertThat(tried.path("totals").toString()).as(tried.toString()).contains("\"unchanged\":1,\"added\":1", "\"refused\":1,\"addedProblems\":1,\"addedTasks\":0");
        assertThat(row(tried, 4).path("title").asText()).isEqualTo("走过场");
    }

    @Test
    void onlyWhoIsInTheLeadingGroupLeads() {
        String caseNumber = bureau.caseInDecomposition(1);
        JsonNode tried = tried(caseNumber, workbook(sheet -> {
            row(sheet, 0, "序号", "整改任务", "责任科室", "责任领导");
            row(sheet, 1, 1, "清理台账", "环境卫生科", "周敏");
        }));
        assertThat(row(tried, 2).path("cells").toString()).contains("D2", "责任领导须是领导小组成员，“周敏”不是，可选：", "陈国栋");
    }

    @Test
    void aFormulaThatTellsNothingHidesNothingElseOfItsRow() {
        String caseNumber = bureau.caseInDecomposition(1);
        JsonNode tried = tried(caseNumber, workbook(sheet -> {
            row(sheet, 0, "序号", "整改任务", "责任科室", "整改措施", "整改时限");
            row(sheet, 1, 1, "清理台账", "无此科", null, "三月");
            sheet.getRow(1).createCell(3).setCellErrorValue(FormulaError.REF.getCode());
        }));
        assertThat(row(tried, 2).path("title").asText()).isEqualTo("清理台账");
        assertThat(row(tried, 2).path("cells").findValuesAsText("reason").toString()).contains("公式出错", "“无此科”不在科室名册中", "看不出是哪一天");
    }

    @Test
    void aFormulaThatTellsNothingIsRefusedWithItsCell() {
        String caseNumber = bureau.caseInDecomposition(2);
        JsonNode tried = tried(caseNumber, workbook(sheet -> {
            row(sheet, 0, "序号", "整改任务", "整改措施", "备注");
            row(sheet, 1, 1, null, "按月检查", null);
            sheet.getRow(1).getCell(1).setCellErrorValue(FormulaError.DIV0.getCode());
            row(sheet, 2, 2, null, null, null);
            sheet.getRow(2).getCell(1).setCellFormula("A2&\"项\"");
            row(sheet, 3, 2, "公开结果", null, null);
            sheet.getRow(3).getCell(3).setCellErrorValue(FormulaError.REF.getCode());
        }));
        assertThat(row(tried, 2).path("cells").findValuesAsText("cell")).containsExactly("Sheet1!B2");
        assertThat(row(tried, 2).path("cells").findValuesAsText("reason")).containsExactly("公式出错（#DIV/0!），请改正后再导入");
        assertThat(row(tried, 3).path("cells").findValuesAsText("cell")).containsExactly("Sheet1!B3");
        assertThat(row(tried, 3).path("cells").findValuesAsText("reason")).containsExactly("公式没有存下结果，请用 Excel 或 WPS 打开并保存后再导入");
        assertThat(row(tried, 4).path("title").asText()).isEqualTo("公开结果");
        assertThat(row(tried, 4).toString()).as("a column that is not read may hold what it will").doesNotContain("公式");
    }

    @Test
    void whatIsNoLedgerOrNotHisIsRefusedInChinese() {
        String caseNumber = bureau.startedCase();
        byte[] any = workbook(sheet -> row(sheet, 0, "甲", "乙"));
        assertRefused(bureau.as("leader1").upload(address(caseNumber), Map.of("a.xlsx", any)), 403, "整改办");
        assertRefused(bureau.as("office1").upload(address("NO-SUCH"), Map.of("a.xlsx", any)), 404, "NO-SUCH");
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", any)), 400, "没有找到台账");
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsm", any)), 415, "宏");
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", Bureau.pdf("x"))), 415, "内容与扩展名不符");
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", new byte[0])), 400, "空文件");
        assertRefused(bureau.as("office1").upload(address(caseNumber), "other", Map.of("a.xlsx", any)), 400, "请选择");
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", java.util.Arrays.copyOf(any, any.length / 2))), 400, "已损坏");
    }

    @Test
    void aHeaderOfTwoRowsIsReadAsOne() {
        String caseNumber = bureau.startedCase();
        Consumer<XSSFSheet> header = sheet -> {
            row(sheet, 0, "整改台账");
            row(sheet, 1, "序号", "问题", null, "整改", null, "责任分工", null, "备注");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:H1"));
            for (String merged : List.of("A2:A3", "B2:C2", "D2:E2", "F2:G2", "H2:H3")) sheet.addMergedRegion(CellRangeAddress.valueOf(merged));
        };
        byte[] own = workbook(sheet -> {
            header.accept(sheet);
            row(sheet, 2, null, "方面", "问题标题", "整改任务", "整改措施", "责任科室", "责任领导");
            row(sheet, 3, 1, "作风建设", "检查走过场", "按月检查", "排出计划", "环境卫生科", null);
        });
        JsonNode tried = tried(caseNumber, own);
        assertThat(tried.path("totals").toString()).as(tried.toString()).contains("\"rows\":1", "\"refused\":0", "\"addedProblems\":1,\"addedTasks\":1");
        assertThat(row(tried, 4).path("cells").findValuesAsText("column")).contains("方面", "反馈问题", "整改措施", "责任科室");
        assertThat(tried.path("unreadColumns").toString()).isEqualTo("[\"备注\"]");
        byte[] without = workbook(sheet -> {
            header.accept(sheet);
            row(sheet, 3, 1, "检查走过场");
        });
        assertRefused(bureau.as("office1").upload(address(caseNumber), Map.of("a.xlsx", without)), 400, "B2和C2合并成一格“问题”，下一行又没有写明各列的名称");
    }

    @Test
    void theOfficeLooksItOverOnAPageAndConfirmsWhatItSaw() {
        String caseNumber = bureau.caseWithProblems(1);
        Session office = Session.of(port, "office1");
        String page = "/cases/" + caseNumber + "/ledger-import";
        assertThat(office.get("/cases/" + caseNumber).text()).contains("href=\"" + page + "\"");
        assertThat(office.get(page).words()).contains("还没有上传");
        assertThat(Session.of(port, "leader1").get(page).status()).isEqualTo(403);
        byte[] edited = resaved(exported(caseNumber), sheet -> Map.of("反馈问题", "问题1\n换了一种表述。", "整改任务", "新增的任务", "配合科室", "财务处", "整改时限", "2030年3月5日前").forEach((heading, text) -> set(sheet, 1, heading, text)));

        Page shown = office.uploadPart(page, "台账.xlsx", edited);
        assertThat(shown.words()).contains("预览结果", "新增 1 行", "修改 0 行", "确认后将新增任务1项，修改问题1个。", "新增的任务", "2030年3月5日前 读作 2030-03-05", "将按外单位登记", "“财务处”（是不是“财务科”？）", "确认导入");
        String fingerprint = shown.text().replaceAll("(?s).*name=\"shown\" value=\"(\\w+)\".*", "$1");
        Page other = office.uploadPart(page + "/confirmed", Map.of("shown", "0"), "台账.xlsx", edited);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.words()).contains("请重新预览");
        Page flawed = office.uploadPart(page, "台账.xlsx", resaved(edited, sheet -> set(sheet, 1, "责任科室", "无此科")));
        assertThat(flawed.words()).contains("不能导入 1 行", "不在科室名册中", "有1行不能导入");
        assertThat(flawed.text()).containsPattern("<button class=\"btn btn-primary\" disabled=\"disabled\">确认导入");

        Page confirmed = office.uploadPart(page + "/confirmed", Map.of("shown", fingerprint), "台账.xlsx", edited);
        assertThat(confirmed.words()).contains("已导入", "已新增任务1项，修改问题1个。");
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber).json().path("tasks").asInt()).isEqualTo(1);
    }

    @Test
    void tasksThatTheFileDoesNotHaveAreNamed() {
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(2)))));
        byte[] without = resaved(exported(caseNumber), sheet -> sheet.removeRow(sheet.getRow(HEADER + 2)));

        JsonNode tried = tried(caseNumber, without);
        assertThat(tried.at("/totals/absent").asInt()).isEqualTo(1);
        assertThat(tried.path("absent").findValuesAsText("taskNumber")).containsExactly(caseNumber + "-02-01");
        Page shown = Session.of(port, "office1").uploadPart("/cases/" + caseNumber + "/ledger-import", "台账.xlsx", without);
        assertThat(shown.words()).contains("文件中没有：任务1项，不会删除", "任务 " + caseNumber + "-02-01 " + Bureau.task(2).get("title"));
        assertThat(tried(caseNumber, exported(caseNumber)).path("absent")).isEmpty();
    }

    @Test
    void everyRowIsToldOnceWithItsCellsBeneathWhatCannotBeImportedFirst() {
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(2)))));
        byte[] edited = resaved(exported(caseNumber), sheet -> {
            set(sheet, 1, "责任人", "张三");
            set(sheet, 1, "整改目标", "全覆盖");
            set(sheet, 2, "责任科室", "无此科");
            set(sheet, 2, "配合科室", "甲科、乙科");
            for (int more = 1; more <= 10; more++) addRow(sheet, Map.of("序号", 2, "整改任务", "新增的任务" + more));
        });
        String text = Session.of(port, "office1").uploadPart("/cases/" + caseNumber + "/ledger-import", "台账.xlsx", edited).text();
        List<String> rows = List.of(text.split("<details class=\"import-row")).stream().skip(1).toList();
        assertThat(rows).hasSize(12);
        assertThat(rows.get(0)).startsWith(" import-refused\" open=\"open\"").contains(caseNumber + "-02-01", "第6行 · 2格：配合科室、责任科室", "J6").doesNotContain("（空）");
        assertThat(rows.get(1)).startsWith(" import-changed\">").containsOnlyOnce(caseNumber + "-01-01").contains("第5行 · 2格：整改目标、责任人", "全覆盖", "张三");
        assertThat(rows.get(2)).contains("新增的任务1<", "第7行");
    }

    private static String address(String caseNumber) {
        return "/api/cases/" + caseNumber + "/ledger";
    }

    private byte[] exported(String caseNumber) {
        return bureau.as("office1").get(address(caseNumber) + ".xlsx").bytes();
    }

    private JsonNode tried(String caseNumber, byte[] file) {
        Answer answer = bureau.as("office1").upload(address(caseNumber) + "?dryRun=true", Map.of("台账.xlsx", file));
        done(answer);
        return answer.json();
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }

    private static JsonNode row(JsonNode report, int number) {
        for (JsonNode row : report.path("rows")) if (row.path("row").asInt() == number) return row;
        throw new AssertionError("no row " + number + " in " + report);
    }

    private static JsonNode cell(JsonNode report, String column) {
        for (JsonNode row : report.path("rows")) for (JsonNode cell : row.path("cells")) if (cell.path("column").asText().equals(column)) return cell;
        throw new AssertionError("no " + column + " in " + report);
    }

    // workbooks as another program would save them

    private static byte[] resaved(byte[] file, Consumer<XSSFSheet> edit) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file)); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            edit.accept(workbook.getSheetAt(0));
            workbook.write(to);
            return to.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook(Consumer<XSSFSheet> fill) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            fill.accept(workbook.createSheet("Sheet1"));
            workbook.write(to);
            return to.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(XSSFSheet sheet, int at, Object... values) {
        Row row = sheet.createRow(at);
        for (int column = 0; column < values.length; column++) put(row.createCell(column), values[column]);
    }

    /** @param line from 1 beneath the header */
    private static void set(XSSFSheet sheet, int line, String heading, Object value) {
        put(sheet.getRow(HEADER + line).getCell(headings(sheet).indexOf(heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK), value);
    }

    private static void addRow(XSSFSheet sheet, Map<String, Object> values) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        values.forEach((heading, value) -> put(row.createCell(headings(sheet).indexOf(heading)), value));
    }

    private static void put(Cell cell, Object value) {
        // What stands inline in a cell stays beside what this library writes into it.
        cell.setBlank();
        if (value instanceof Integer number) cell.setCellValue(number);
        else if (value != null && !value.equals("")) cell.setCellValue((String) value);
    }

    private static List<String> headings(XSSFSheet sheet) {
        Row header = sheet.getRow(HEADER);
        return IntStream.range(0, header.getLastCellNum()).mapToObj(at -> header.getCell(at).getStringCellValue()).toList();
    }

    private List<String> exportedTexts(String caseNumber) {
        return texts(exported(caseNumber));
    }

    private static List<String> texts(byte[] file) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<String> texts = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
