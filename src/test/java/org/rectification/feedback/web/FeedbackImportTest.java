package org.rectification.feedback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.audit.AuditTrail;
import org.rectification.audit.AuditTrail.AuditEntry;
import org.rectification.feedback.Letters;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the file to registered problems, over HTTP on both databases. */
class FeedbackImportTest {

    @Nested
    @OnH2
    class H2 extends ImportingFeedback {
    }

    @Nested
    @OnPostgres
    class Postgres extends ImportingFeedback {
    }
}

abstract class ImportingFeedback {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired AuditTrail audit;
    Bureau bureau;
    Session office;

    @BeforeEach
    void comeToWork() {
        bureau = new Bureau(port, management);
        office = Session.of(port, "office1");
    }

    private Answer preview(String name, byte[] content) {
        return bureau.as("office1").upload("/api/feedback-documents/preview", Map.of(name, content));
    }

    @Test
    void aFileIsPreviewedAndNothingChanges() {
        String caseNumber = bureau.startedCase();
        JsonNode preview = preview("通报.docx", Letters.docx(Letters.bulletinOfTwentyTwo())).json();

        assertThat(preview.path("title").asText()).isEqualTo("关于县委巡察组巡察城管局反馈意见整改进展情况的通报");
        assertThat(preview.path("problems")).hasSize(22);
        assertThat(preview.at("/problems/21/number").asInt()).isEqualTo(22);
        assertThat(preview.at("/problems/0/aspect").asText()).isEqualTo("第一方面责任意识不够强，抓得不实");
        assertThat(preview.at("/problems/0/item").asText()).isEqualTo("第1类工作落实不力：责任压得不实");
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "通报.docx", Letters.docx(Letters.bulletinOfTwentyTwo())).words()).contains("【第1类工作落实不力：责任压得不实】检查时仍有三处没有做到。");
        assertThat(preview.at("/problems/0/progress").asText()).startsWith("基本完成");
        assertThat(preview.path("unplaced")).isEmpty();
        assertThat(preview.at("/declared/problems").asInt()).isEqualTo(31);
        assertThat(preview.path("wholes")).isEmpty();
        assertThat(preview("通报.txt", Letters.txt(Letters.bulletinOfFourteen())).json().path("problems")).hasSize(14);
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber).json().path("problems").asInt()).isZero();
    }

    @Test
    void whatCannotBeReadIsRefusedInChinese() {
        assertRefused(preview("函.pdf", Bureau.pdf("x")), 415, "Word 版");
        assertRefused(preview("函.docx", Letters.zip("a.txt", "x")), 415, "内容与扩展名不符");
        assertRefused(preview("函.docx", new byte[0]), 400, "空文件");
        assertRefused(preview("函.txt", new byte[50 * 1024 * 1024]), 413, "“函.txt”超过20 MB");
        assertRefused(preview("函.txt", new byte[(int) (20.5 * 1024 * 1024)]), 413, "20 MB");
        assertRefused(bureau.as("office1").upload("/api/feedback-documents/preview", "other", Map.of("函.txt", new byte[] {65})), 400, "请选择");
        assertRefused(bureau.as("office1").post("/api/feedback-documents/preview", Map.of()), 415, "");
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.reason()).contains(reason);
    }

    @Test
    void theOfficeRegistersWhatItChoseAllOrNothingAndTheFileIsOnRecord() {
        String caseNumber = bureau.startedCase();
        String page = "/cases/" + caseNumber + "/feedback";
        assertThat(office.get("/cases/" + caseNumber).words()).contains("从反馈文件导入");

        Page read = office.upload(page, "通报.docx", Letters.docx(Letters.bulletinOfFourteen()));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.words()).contains("通报.docx ：读出 14 个问题", "关于精细化管理水平不高的问题", "登记 14 个问题", "2.关于智慧平台建设缓慢的问题。已制定方案并分到科室");
        assertThat(read.words().split("并入上一条")).hasSize(1 + 14);
        assertThat(entries(caseNumber)).singleElement().satisfies(entry -> assertThat(entry.detail()).contains("通报.docx", "SHA-256", "读出问题14个"));

        Map<String, Object> chosen = Map.of("fileName", "通报.docx", "sha256", "0a", "aspect", List.of("作风", "作风", ""), "title", List.of("走过场", "走过场", "台账不全"), "text", List.of("全年两次。", "又一次。", "缺三本。"),
                "progress", List.of("已改。", "", ""));
        Page flawed = office.submit(page + "/problems", chosen);
        assertThat(flawed.status()).isEqualTo(400);
        assertThat(flawed.words()).contains("第3个问题：请填写所属方面");
        assertThat(flawed.headers().firstValue("HX-Retarget")).contains("#feedback-complaint");

        Map<String, Object> equal = Map.of("fileName", "通报.docx", "sha256", "0a", "aspect", List.of("作风", "作风"), "title", List.of("走过场", "走过场"), "text", List.of("全年两次。", "又一次。"), "progress", List.of("已改。", ""));
        Page twice = office.submit(page + "/problems", equal);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.words()).contains("第2个问题：", "已有相同的问题");
        assertThat(twice.text()).contains("data-flawed=\"2\"");
        assertThat(office.submit(page + "/problems", Map.of("fileName", "通报.docx", "sha256", "0a")).words()).contains("请至少填写一条问题");
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber).json().path("problems").asInt()).isZero();

        Page registered = office.submit(page + "/problems", Map.of("fileName", "通报.docx", "sha256", "0a", "aspect", List.of("作风", "作风"), "title", List.of("走过场", "台账不全"),
                "text", List.of("全年两次。", "缺三本。"), "progress", List.of("已改。", ""), "measures", List.of("修订制度\r\n每月通报", ""), "leftOut", "12", "undecided", "1"));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.headers().firstValue("HX-Redirect")).contains("/cases/" + caseNumber);
        assertThat(office.get("/cases/" + caseNumber).words()).contains("已登记2个问题（问题1至2）。文件中另有12个取消了勾选，没有登记。原文中还有1段“待判断”，没有登记", "走过场", "台账不全", "已有进度： 已改。");
        done(bureau.as("office1").complete(caseNumber, "Task_RegisterProblems", Map.of()));
        assertThat(office.part("/cases/" + caseNumber + "/problems/1/tasks/form").text()).contains("修订制度", "每月通报");
        assertThat(office.part("/cases/" + caseNumber + "/problems/2/tasks/form").text()).doesNotContain("每月通报");
        assertThat(entries(caseNumber)).extracting(AuditEntry::action).containsExactly("登记反馈问题", "读取反馈文件");
        assertThat(entries(caseNumber).get(0)).satisfies(entry -> assertThat(entry.detail()).contains("问题1至2，共2个"));
    }

    @Test
    void theNumberOfTheCaseIsToldApartFromTheFilesOwn() {
        String caseNumber = Bureau.newCaseNumber();
        Map<String, Object> feedback = new HashMap<>(Bureau.feedback(caseNumber));
        feedback.put("declaredProblems", "3");
        done(bureau.as("office1").startCase(feedback));
        Page read = office.upload("/cases/" + caseNumber + "/feedback", "通报.txt", Letters.txt(Letters.bulletinOfTwentyTwo()));
        assertThat(read.words()).contains("本案（收到反馈意见时填写）：反馈问题 3 个；", "这份文件自己写明： 31 个", "按编号读出： 22 个", "几个数不一致。 文件写明31个，读出22个，还有9个没有读到或不是逐条列出。读出的比本案填写的多19个").doesNotContain("反馈意见载明");

        byte[] three = Letters.txt(List.of("一、存在问题", "（一）作风方面", "1.走过场。", "2.台账不全。", "3.缺人。"));
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "函.txt", three).words()).doesNotContain("不一致");
        bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Map.of("aspect", "作风方面", "title", "走过场", "text", "走过场"), Map.of("aspect", "作风方面", "title", "台账不全", "text", "台账不全"),
                Map.of("aspect", "移交", "title", "乱停车", "text", "乱停车", "origin", "DURING_INSPECTION"))));
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "函.txt", three).words()).contains("已登记 3 个（其中1个登记为巡察期间移交）", "按编号读出： 3 个，其中 2 个本案已登记").doesNotContain("不一致");
        byte[] rest = Letters.txt(List.of("一、存在问题", "（一）作风方面", "1.缺人。", "2.缺车。"));
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "补充.txt", rest).words()).contains("按编号读出： 2 个。", "几个数不一致。 连同已登记的比本案填写的多1个");
    }

    @Test
    void whatWasMergedBeneathTheHeadingOfAnotherIsKnownAgain() {
        String caseNumber = bureau.startedCase();
        byte[] letter = Letters.txt(List.of("一、存在问题", "（一）作风方面", "1.督办不力", "（1）走过场。全年两次。", "2.记录不全", "（1）台账不全。缺三本。", "（2）缺签字。两处。"));
        bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Map.of("aspect", "作风方面", "title", "走过场", "text", "【督办不力】全年两次。\n【记录不全】台账不全。缺三本。\n缺签字。两处。"))));
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "函.txt", letter).words()).contains("其中 3 个本案已经登记过");
    }

    @Test
    void whatTheFileLeavesOpenIsShownForJudging() {
        String caseNumber = bureau.startedCase();
        byte[] bulletin = Letters.txt(List.of("一、巡察反馈问题整改情况", "（一）作风方面", "1.关于走过场的问题。全年没有检查过一次。已按月检查。", "2.关于台账不全的问题。已补齐。"));
        JsonNode problems = preview("通报.txt", bulletin).json().path("problems");
        assertThat(problems.at("/0/progress").asText()).isEqualTo("已按月检查。");
        assertThat(problems.at("/0/doubt").asText()).contains("按语句分开");
        assertThat(problems.at("/1/doubt").isNull()).isTrue();

        Page read = office.upload("/cases/" + caseNumber + "/feedback", "通报.txt", bulletin);
        assertThat(read.words()).contains("有 1 个问题没有把握读准");
        assertThat(read.text().split("data-doubt=\"")).hasSize(2);
    }

    @Test
    void partsOfWhatMayBeOneProblemAreOfferedAsOneUntilAllAreRegistered() {
        String caseNumber = bureau.startedCase();
        byte[] letter = Letters.txt(List.of("一、存在的主要问题", "（一）作风不实方面", "1.台账不全。检查发现两类缺失。", "（1）公厕台账缺三本。", "（2）中转站台账没有签字。"));
        JsonNode wholes = preview("函.txt", letter).json().path("wholes");
        assertThat(wholes).hasSize(1);
        assertThat(wholes.at("/0/number").asInt()).isEqualTo(1);
        assertThat(wholes.at("/0/title").asText()).isEqualTo("台账不全");

        register(caseNumber, "公厕台账缺三本");
        Page half = office.upload("/cases/" + caseNumber + "/feedback", "函.txt", letter);
        assertThat(half.words()).contains("有 1 处（1）（2）", "下面几条也可能是“台账不全”");
        assertThat(half.text().split("data-registered=\"1\"")).as("the part and the whole").hasSize(3);

        register(caseNumber, "中转站台账没有签字");
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "函.txt", letter).words()).doesNotContain("处（1）（2）", "下面几条也可能是“台账不全”");
    }

    private void register(String caseNumber, String title) {
        bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Map.of("aspect", "作风不实方面", "title", title, "text", title + "。"))));
    }

    @Test
    void columnsThatWereNotReadAreTold() {
        String caseNumber = bureau.startedCase();
        byte[] list = Letters.xlsx(new String[] {"序号", "反馈问题", "整改措施", "得分"}, new String[] {"1", "检查走过场", "按月检查", "3"});
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "清单.xlsx", list).words()).contains("表格各列： “反馈问题”读作问题标题，“整改措施”读作原文中的措施 。 未读取的列：得分。");
        assertThat(preview("清单.xlsx", list).json().at("/columns/0/unread/0").asText()).isEqualTo("得分");
    }

    @Test
    void anExportedLedgerIsShownTheWay() {
        String caseNumber = bureau.startedCase();
        byte[] ledger = bureau.as("office1").get("/api/cases/" + bureau.caseInDecomposition(1) + "/ledger.xlsx").bytes();
        assertRefused(preview("整改台账.xlsx", ledger), 400, "请在案件页点“导入台账”");
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "整改台账.xlsx", ledger).words()).contains("是整改台账，不是反馈文件");
    }

    @Test
    void whatIsRegisteredAlreadyIsNotChosenAgain() {
        String caseNumber = bureau.startedCase();
        JsonNode first = preview("通报.docx", Letters.docx(Letters.bulletinOfFourteen())).json().path("problems").get(0);
        // Its text is the same as that of three others: merged into another problem it is known by its title.
        bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Map.of("aspect", "另一方面", "title", "改过的标题",
                "text", "前面补一句。\n" + first.path("title").asText() + "。" + first.path("text").asText()))));

        Page read = office.upload("/cases/" + caseNumber + "/feedback", "通报.docx", Letters.docx(Letters.bulletinOfFourteen()));
        assertThat(read.words()).contains("其中 1 个本案已经登记过", "登记 13 个问题");
        assertThat(read.text().split("data-registered=\"1\"")).hasSize(2);
    }

    @Test
    void whatWasMergedOrMadeAProblemByHandIsNotOfferedAsNew() {
        String caseNumber = bureau.startedCase();
        byte[] letter = Letters.txt(List.of("关于巡察反馈意见的函", "此段说不清。", "另一段也说不清。", "一、存在问题", "（一）作风方面", "1.走过场。", "2.台账不全。", "（二）基层党组织建设抓得不实", "1.补记录。两处。", "2.缺人。"));
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "函.txt", letter).words()).contains("读出 4 个问题", "有 2 段没能归入任何问题");
        bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(
                Map.of("aspect", "作风方面", "title", "走过场", "text", "走过场\n台账不全\n补记录。两处。"), Map.of("aspect", "作风方面", "title", "说不清的事", "text", "此段说不清。\n涉及基层党组织建设抓得不实。"))));

        Page read = office.upload("/cases/" + caseNumber + "/feedback", "函.txt", letter);
        assertThat(read.words()).contains("其中 3 个本案已经登记过", "登记 1 个问题", "有 1 段没能归入任何问题");
        assertThat(read.text()).containsPattern("data-kind=\"registered\"><span class=\"source-tag\"></span><span class=\"source-text\">此段说不清。")
                .containsPattern("data-kind=\"heading\"><span class=\"source-tag\"></span><span class=\"source-text\">[^<]*基层党组织建设抓得不实");
    }

    private List<AuditEntry> entries(String caseNumber) {
        return audit.latest(50).stream().filter(entry -> entry.subject().equals(caseNumber)).toList();
    }

    @Test
    void onlyTheOfficeImportsAndOnlyWhileProblemsAreRegistered() {
        String caseNumber = bureau.startedCase();
        Session clerk = Session.of(port, "sanitation1");
        assertThat(clerk.get("/cases/" + caseNumber + "/feedback").status()).isEqualTo(403);
        assertThat(clerk.upload("/cases/" + caseNumber + "/feedback", "a.txt", Letters.txt(List.of("一、问题"))).words()).contains("您不在整改办");
        assertThat(clerk.submit("/cases/" + caseNumber + "/feedback/problems", Map.of("title", "a")).status()).isEqualTo(403);
        assertThat(office.upload("/cases/" + caseNumber + "/feedback", "a.pdf", new byte[] {1}).words()).contains("Word 版", "上传并读取").doesNotContain("并入上一条");

        String later = bureau.caseWithProblems(1);
        assertThat(office.get("/cases/" + later).words()).doesNotContain("从反馈文件导入 登记问题");
        assertThat(office.get("/cases/" + later + "/feedback").words()).contains("只有登记问题清单时才能从反馈文件导入", "增补问题请在案件页逐条登记");
        assertThat(office.get("/cases/" + bureau.caseInReview(1) + "/feedback").words()).contains("方案审定或退回之后，可在案件页逐条增补");
        assertThat(office.get("/cases/" + bureau.launchedCase(1) + "/feedback").words()).contains("问题清单不再增补");
    }
}
