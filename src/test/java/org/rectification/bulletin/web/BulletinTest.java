package org.rectification.bulletin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.audit.AuditTrail;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 通报: frozen, approved, issued, and nothing in it that the public may not read. */
class BulletinTest {

    @Nested
    @OnH2
    class H2 extends OneBulletin {

        @Test
        void theDemosClosedCaseHasItsBulletin() throws Exception {
            assertThat(words(docx("auditor1", "ZX-2025-01", "audience=public"))).contains("100.0%，即2÷2", "36座公厕修缮一新");
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends OneBulletin {
    }
}

abstract class OneBulletin {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired AuditTrail audit;

    Bureau bureau() {
        return new Bureau(port, management);
    }

    Answer docx(String reader, String caseNumber, String query) {
        return bureau().as(reader).get("/api/cases/" + caseNumber + "/bulletin.docx?" + query);
    }

    static String words(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.bytes()))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"))
                    + document.getTables().stream().map(table -> "\n" + table.getText()).collect(Collectors.joining());
        }
    }

    /** Every byte of every entry that could hold a word. */
    static String everything(Answer answer) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Two problems, one of them done; the concentrated deadline has passed. */
    String caseAtItsSummary() {
        String caseNumber = bureau().launchedCase(2);
        bureau().signedOff(taskNumber(caseNumber, 1));
        String today = LocalDate.now().toString();
        String registers = "/api/cases/" + caseNumber + "/registers/";
        created(bureau().as("office1").post(registers + "meetings", Map.of("kind", "SPECIAL", "date", today, "chair", "陈国栋", "attendees", "各科室", "decisions", "逐项调度。")));
        created(bureau().as("sanitation1").post(registers + "rules", Map.of("kind", "NEW", "title", "分类投放管理办法", "documentNumber", "城管〔2026〕5号", "date", today, "task", taskNumber(caseNumber, 1))));
        created(bureau().as("sanitation1").post(registers + "results", Map.of("title", "配置投放设施", "figure", "120", "unit", "组", "source", "验收记录", "date", today, "task", taskNumber(caseNumber, 1))));
        String timer = bureau().as("admin").get("/engine-rest/job?processInstanceId=" + bureau().instanceOf(caseNumber) + "&activityId=Event_ConcentratedDeadlineReached").json().get(0).get("id").asText();
        done(bureau().as("admin").post("/engine-rest/job/" + timer + "/execute", null));
        return caseNumber;
    }

    void summarise(String caseNumber, String summary) {
        done(bureau().as("office1").complete(caseNumber, "Task_SummariseCase", Map.of("caseSummary", summary)));
    }

    void approve(String caseNumber) {
        done(bureau().as("leader1").complete(caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", true)));
    }

    JsonNode line(String caseNumber, int number) {
        return bureau().as("office1").get("/api/cases/" + caseNumber + "/bulletins").json().at("/bulletins/" + (number - 1));
    }

    @Test
    void whatIsIssuedIsWhatWasSummarisedWhateverHappensAfterwards() throws Exception {
        String caseNumber = caseAtItsSummary();
        assertThat(words(docx("office1", caseNumber, "audience=party"))).contains("送审稿");
        assertThat(docx("sanitation1", caseNumber, "audience=party").status()).isEqualTo(409);
        summarise(caseNumber, "抓得紧，改得实。");
        bureau().signedOff(taskNumber(caseNumber, 2));
        approve(caseNumber);

        Answer party = docx("sanitation1", caseNumber, "audience=party");
        assertThat(words(party)).contains("市城市管理局关于巡察整改进展情况的通报", "登记问题2个", "1个问题的整改任务全部核查销号", "50.0%，即1÷2", "抓得紧，改得实。",
                "先后召开专题会1次", "建章立制1项，其中新建1项。",
                "1. 问题1", "整改进度：已完成并长期坚持。", "整改情况：已按措施完成整改。新建《分类投放管理办法》（城管〔2026〕5号）。截至", "配置投放设施120组。", "2. 问题2", "整改进度：未完成，时限", "“任务”尚未销号").doesNotContain("送审稿");
        assertThat(everything(party)).doesNotContain("office1", "leader1", "Apache").contains("<dc:creator>市城市管理局</dc:creator>");
        Answer toPublic = docx("auditor1", caseNumber, "audience=public");
        assertThat(words(toPublic)).contains("50.0%，即1÷2", "联系电话：010-00000000");
        assertThat(docx("leader2", caseNumber, "audience=party").bytes()).isEqualTo(party.bytes());
        assertThat(line(caseNumber, 1).at("/sha256/PARTY").asText()).isEqualTo(sha256(party.bytes()));
        assertThat(line(caseNumber, 1).at("/sha256/PUBLIC").asText()).isEqualTo(sha256(toPublic.bytes()));
        assertThat(docx("office1", caseNumber, "audience=all").status()).isEqualTo(400);
        assertThat(docx("office1", caseNumber, "audience=party&number=2").status()).isEqualTo(404);
        assertThat(docx("office1", bureau().startedCase(), "audience=party").reason()).contains("还没有通报");
    }

    @Test
    void aNameHoldsBackThePublicVersionButNotTheCase() throws Exception {
        String caseNumber = caseAtItsSummary();
        summarise(caseNumber, "高翔同志牵头，成效明显；咨询请拨13912345678。");
        approve(caseNumber);

        assertThat(words(docx("auditor1", caseNumber, "audience=party"))).contains("高翔");
        Answer refused = docx("auditor1", caseNumber, "audience=public");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.reason()).contains("公开版还没有批准公开", "2处人员姓名");

        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        assertThat(office.get(page).words()).contains("高翔", "13912345678", "总体情况");
        assertThat(office.submit(page + "/1/sections/overview", Map.of("text", "高翔同志牵头，成效明显。")).status()).isEqualTo(409);
        ok(office.submit(page + "/1/sections/overview", Map.of("text", "高翔同志牵头，成效明显；咨询请拨13912345678。", "publicText", "高翔同志牵头，成效明显。")));
        Session leader = Session.of(port, "leader2");
        Page early = leader.submit(page + "/1/publication", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.words()).contains("1处人员姓名");
        ok(office.submit(page + "/1/clearances", Map.of("section", "overview", "word", "高翔", "fit", "true")));
        assertThat(office.submit(page + "/1/publication", Map.of()).status()).isEqualTo(403);
        ok(leader.submit(page + "/1/publication", Map.of()));

        assertThat(words(docx("sanitation1", caseNumber, "audience=public"))).contains("高翔同志牵头").doesNotContain("13912345678");
        assertThat(office.submit(page + "/1/sections/overview", Map.of("text", "x", "publicText", "y")).status()).isEqualTo(409);
        assertThat(Session.of(port, "sanitation1").get(page).words()).contains("高翔同志牵头", line(caseNumber, 1).at("/sha256/PUBLIC").asText());
    }

    @Test
    void whatIsWithheldStandsNowhereInThePublicFile() throws Exception {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/sections/problem-1-title", Map.of("text", "某项目资金管理混乱")));
        ok(office.submit(page + "/1/sections/problem-2-done", Map.of("text", "约谈了宏达公司负责人，追回款项。")));
        Map<String, String> problem = new LinkedHashMap<>(Map.of("problem", "1", "ground", "OTHER", "reason", "正在办理的案件"));
        Map<String, String> passage = Map.of("passage", "宏达公司", "ground", "COMMERCIAL_SECRET", "reason", "企业名称");
        ok(office.submit(page + "/1/withholdings", problem));
        ok(office.submit(page + "/1/withholdings", passage));
        assertThat(office.submit(page + "/1/withholdings", passage).status()).isEqualTo(409);
        assertThat(office.submit(page + "/1/withholdings", Map.of("passage", "没有的话", "ground", "PRIVACY", "reason", "无")).words()).contains("通报中没有这段文字");
        summarise(caseNumber, "某项目资金管理混乱的问题已办结，宏达公司已整改。");
        approve(caseNumber);

        assertThat(words(docx("auditor1", caseNumber, "audience=party"))).contains("某项目资金管理混乱", "宏达公司");
        assertThat(docx("auditor1", caseNumber, "audience=public").reason()).contains("2处不予公开尚待领导小组批准");
        Session leader = Session.of(port, "leader2");
        for (JsonNode each : withholdings(caseNumber)) ok(leader.submit(page + "/1/withholdings/" + each.asText() + "/decision", Map.of("approved", "true")));
        assertThat(leader.submit(page + "/1/publication", Map.of()).words()).contains("尚未登记巡察机构同意");
        ok(office.submit(page + "/1/consent", Map.of("document", "市委巡察办函〔2026〕8号", "on", LocalDate.now().toString())));
        ok(leader.submit(page + "/1/publication", Map.of()));

        Answer toPublic = docx("sanitation1", caseNumber, "audience=public");
        assertThat(everything(toPublic)).doesNotContain("某项目", "宏达公司", "正在办理", "市委巡察办函", "第1个问题的表述", "office1", "leader2");
        assertThat(words(toPublic)).contains("登记问题2个", "有1个按规定不予公开，已计入上述数字", "另有1个问题按规定不予公开", "约谈了（此处按规定不予公开）负责人", "3处文字按规定不予公开");
    }

    /** Problem 2 and a company's name are withheld, and the public version is out. */
    String caseWithTwoWithholdings() {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/sections/overview", Map.of("text", "约谈了宏达公司。")));
        ok(office.submit(page + "/1/withholdings", Map.of("problem", "2", "ground", "OTHER", "reason", "正在办理的案件")));
        ok(office.submit(page + "/1/withholdings", Map.of("passage", "宏达公司", "ground", "COMMERCIAL_SECRET", "reason", "企业名称")));
        summarise(caseNumber, "抓得紧。");
        approve(caseNumber);
        Session leader = Session.of(port, "leader2");
        for (JsonNode each : withholdings(caseNumber)) ok(leader.submit(page + "/1/withholdings/" + each.asText() + "/decision", Map.of("approved", "true")));
        ok(office.submit(page + "/1/consent", Map.of("document", "市委巡察办函〔2026〕8号", "on", LocalDate.now().toString())));
        ok(leader.submit(page + "/1/publication", Map.of()));
        return caseNumber;
    }

    @Test
    void aSupplementKeepsBackWhatWasKeptBackBeforeUntilALeaderLetsItGo() throws Exception {
        String caseNumber = caseWithTwoWithholdings();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        Session leader = Session.of(port, "leader3");
        ok(office.submit(page, Map.of()));
        Page supplement = office.get(page + "?number=2");
        assertThat(supplement.words()).contains("问题2（整个问题）", "正在办理的案件", "沿用前一通报", "市委巡察办函〔2026〕8号").doesNotContain("没有不予公开的内容");
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).contains("有1个按规定不予公开，已计入上述数字").doesNotContain("1. 问题2", "第2个问题的表述");
        assertThat(words(docx("office1", caseNumber, "audience=party&number=2"))).contains("问题2", "第2个问题的表述");
        assertThat(line(caseNumber, 2).get("hindrances")).as("a passage that is told no more holds nothing up").isEmpty();

        ok(office.submit(page + "/2/sections/next", Map.of("text", "继续督促宏达公司。")));
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).contains("继续督促（此处按规定不予公开）。").doesNotContain("宏达公司");
        ok(office.submit(page + "/2/sections/next", Map.of("text", "继续督促。")));
        JsonNode carried = line(caseNumber, 2).get("withholdings");
        for (JsonNode each : carried) assertThat(office.submit(page + "/2/withholdings/" + each.get("id").asText() + "/taking-back", Map.of()).status()).isEqualTo(409);
        assertThat(leader.get(page + "?number=2").text()).contains("data-confirm=\"公开问题2？\"");
        ok(leader.submit(page + "/2/withholdings/" + carried.at("/0/id").asText() + "/decision", Map.of("approved", "false")));
        ok(office.submit(page + "/2/figures", Map.of()));
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).as("let go once, it does not come back").contains("第2个问题的表述");
    }

    @Test
    void whoeverDecidesIsToldWhatHisConsentPublishesAndWhatItKeepsBack() {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/sections/overview", Map.of("text", "高翔同志牵头。")));
        ok(office.submit(page + "/1/withholdings", Map.of("problem", "2", "ground", "OTHER", "reason", "正在办理的案件")));
        ok(office.submit(page + "/1/clearances", Map.of("section", "overview", "word", "高翔", "fit", "true")));
        assertThat(means(caseNumber)).containsExactly("同意只审定通报和党内版，不批准公开：公开版还差1件事，办完后再到通报页面批准公开。", "不予公开1处：问题2“问题2”（其他不宜公开：正在办理的案件；尚待批准）。", "已确认可以公开的姓名和号码：高翔（总体情况）。", "名册以外的人名系统只能提示，不能保证找全，请通读公开版。");
        ok(Session.of(port, "leader2").submit(page + "/1/withholdings/" + withholdings(caseNumber).get(0).asText() + "/decision", Map.of("approved", "true")));
        ok(office.submit(page + "/1/consent", Map.of("document", "市委巡察办函〔2026〕8号", "on", LocalDate.now().toString())));
        assertThat(means(caseNumber).get(0)).isEqualTo("同意即审定通报，并批准公开：公开版随即定稿，不能收回。");
        assertThat(bureau().as("sanitation1").get("/api/cases/" + caseNumber + "/bulletins").json().get("bulletins")).as("drafts are for those who work on them").isEmpty();
    }

    @Test
    void consentOnThePageOfASupplementSaysWhetherItPublishes() {
        String caseNumber = caseWithTwoWithholdings();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        Session leader = Session.of(port, "leader3");
        ok(office.submit(page, Map.of()));
        ok(office.submit(page + "/2/submission", Map.of()));
        assertThat(leader.get(page + "?number=2").text()).contains("同意即审定通报，并批准公开", "data-confirm=\"同意，并批准公开？\"", "不予公开2处");
        ok(leader.submit(page + "/2/decision", Map.of("approved", "false", "opinion", "写明下一步。")));
        ok(office.submit(page + "/2/sections/next", Map.of("text", "高翔牵头。")));
        ok(office.submit(page + "/2/submission", Map.of()));
        String opened = leader.get(page + "?number=2").text();
        assertThat(opened).contains("同意只审定通报和党内版，不批准公开").doesNotContain("data-confirm=\"同意，并批准公开？\"");
        String seen = opened.replaceAll("(?s).*name=\"submittedAt\" value=\"([^\"]+)\".*", "$1");
        ok(office.submit(page + "/2/clearances", Map.of("section", "next", "word", "高翔", "fit", "true")));
        assertThat(leader.submit(page + "/2/decision", Map.of("approved", "true", "submittedAt", seen, "publishes", "false")).words()).contains("公开的条件刚刚齐备，同意将一并批准公开，请刷新页面");
        assertThat(leader.get(page + "?number=2").text()).contains("同意即审定通报，并批准公开", "已确认可以公开的姓名和号码：高翔（下一步安排）");
        ok(leader.submit(page + "/2/decision", Map.of("approved", "true", "submittedAt", seen, "publishes", "true")));
        assertThat(line(caseNumber, 2).get("published").asBoolean()).isTrue();
    }

    @Test
    void whatWasSignedOffBeforeTheTakeoverIsNotSaidToHavePassedFourPeople() throws Exception {
        String caseNumber = bureau().caseWithProblems(2);
        created(bureau().as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(2)))));
        done(bureau().as("office1").put("/api/cases/" + caseNumber + "/takeover", Map.of("date", LocalDate.now().minusDays(5).toString())));
        created(bureau().as("office1").upload("/api/tasks/" + taskNumber(caseNumber, 1) + "/historical-sign-off", Map.of("signedOffOn", LocalDate.now().minusDays(12).toString(), "decidedBy", "局党组第6次会议"),
                "file", Map.of("纪要.pdf", Bureau.pdf("minutes"))));
        done(bureau().as("office1").complete(caseNumber, "Task_DraftPlan", Map.of("planSummary", "逐项整改。")));
        for (String reviewer : List.of("supervisor1", "committee1")) done(bureau().as(reviewer).complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        done(bureau().as("leader1").complete(caseNumber, "Task_ApprovePlan", Map.of("planApproved", true)));
        done(bureau().as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau().runJobs(caseNumber);
        bureau().signedOff(taskNumber(caseNumber, 2));
        bureau().runJobs(caseNumber);
        assertThat(words(docx("office1", caseNumber, "audience=party"))).contains("接管前已按会议纪要销号任务1项，其余任务由责任科室报验、负责人审签").doesNotContain("每项任务由责任科室报验", "审定后组织实施");
        assertThat(line(caseNumber, 1).get("untold").toString()).isEqualTo("[1]");
    }

    @Test
    void problemsWithoutAWordOfWhatWasDoneAreNamedBeforeTheyAreSubmitted() {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        assertThat(office.get(page).words()).doesNotContain("还没有写整改情况");
        ok(office.submit(page + "/1/sections/problem-2-done", Map.of("text", "")));
        assertThat(office.get(page).words()).contains("问题2还没有写整改情况，请补写后再送审");
        assertThat(line(caseNumber, 1).get("untold").toString()).isEqualTo("[2]");
        summarise(caseNumber, "抓得紧。");
        assertThat(Session.of(port, "leader2").get(page).words()).contains("问题2还没有写整改情况");
        approve(caseNumber);
        ok(office.submit(page, Map.of()));
        ok(office.submit(page + "/2/sections/problem-2-done", Map.of("text", "")));
        assertThat(office.get(page + "?number=2").text()).contains("data-means=\"问题2还没有写整改情况；");
    }

    @Test
    void anIdentityNumberIsNotClearedAndAMobileNumberOnlyAfterAQuestion() {
        String page = "/cases/" + caseAtItsSummary() + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/sections/overview", Map.of("text", "身份证61230119800101123X，电话13912345678，办公电话0916-2345678。")));
        Page refused = office.submit(page + "/1/clearances", Map.of("section", "overview", "word", "61230119800101123X", "fit", "true"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("身份证号", "不得公开");
        assertThat(office.get(page).words()).contains("不得公开，请在“公开版另行表述”中删去");
        assertThat(office.get(page).text()).contains("data-confirm=\"公开手机号码13912345678？\"").doesNotContain("data-confirm=\"公开手机号码0916");
        ok(office.submit(page + "/1/clearances", Map.of("section", "overview", "word", "13912345678", "fit", "true")));
    }

    @Test
    void consentLiesBetweenTheFeedbackAndToday() {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/withholdings", Map.of("problem", "2", "ground", "OTHER", "reason", "正在办理的案件")));
        ok(Session.of(port, "leader2").submit(page + "/1/withholdings/" + withholdings(caseNumber).get(0).asText() + "/decision", Map.of("approved", "true")));
        String feedback = bureau().as("office1").get("/api/cases/" + caseNumber).json().get("feedbackDate").asText();
        Page early = office.submit(page + "/1/consent", Map.of("document", "函", "on", LocalDate.parse(feedback).minusDays(1).toString()));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.words()).contains("同意日期不能早于反馈日期" + feedback);
        assertThat(office.submit(page + "/1/consent", Map.of("document", "函", "on", LocalDate.now().plusDays(1).toString())).words()).contains("同意日期不能晚于今天");
        ok(office.submit(page + "/1/consent", Map.of("document", "函", "on", feedback)));
    }

    @Test
    void whatIsKeptBackLaterIsKeptBackInTheSupplementThatIsAlreadyBegun() throws Exception {
        String caseNumber = caseAtItsSummary();
        summarise(caseNumber, "高翔同志牵头。");
        approve(caseNumber);
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page, Map.of()));
        ok(office.submit(page + "/1/withholdings", Map.of("problem", "2", "ground", "OTHER", "reason", "正在办理的案件")));
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).doesNotContain("第2个问题的表述");
        assertThat(line(caseNumber, 2).get("hindrances").toString()).contains("1处不予公开尚待领导小组批准");
    }

    @Test
    void aSupplementNamesProblemsAsTheLastBulletinDid() throws Exception {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/sections/problem-2-title", Map.of("text", "宏达公司欠缴费用", "publicText", "某公司欠缴费用")));
        ok(office.submit(page + "/1/sections/problem-2-text", Map.of("text", "第2个问题的表述。", "publicText", "欠缴一年以上。")));
        summarise(caseNumber, "抓得紧。");
        approve(caseNumber);
        ok(office.submit(page, Map.of()));
        ok(office.submit(page + "/2/figures", Map.of()));
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).contains("某公司欠缴费用", "欠缴一年以上。").doesNotContain("宏达公司", "第2个问题的表述");
        assertThat(words(docx("office1", caseNumber, "audience=party&number=2"))).contains("宏达公司欠缴费用", "第2个问题的表述。");
    }

    List<String> means(String caseNumber) {
        List<String> means = new java.util.ArrayList<>();
        line(caseNumber, 1).get("approvalMeans").forEach(each -> means.add(each.asText()));
        return means;
    }

    @Test
    void whatADepartmentSaysAnewIsToldToThePublicAsBeforeUntilItIsWordedAnew() throws Exception {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page + "/1/sections/problem-2-done", Map.of("text", "已约谈宏达公司。", "publicText", "已约谈有关企业。")));
        summarise(caseNumber, "抓得紧。");
        approve(caseNumber);
        bureau().signedOff(taskNumber(caseNumber, 2));
        ok(office.submit(page, Map.of()));
        assertThat(office.get(page + "?number=2").words()).contains("公开版另行表述（沿用上一份通报，请对照正文核对）");
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).contains("已约谈有关企业。");
        assertThat(line(caseNumber, 2).get("approvalMeans").toString()).contains("公开版沿用上一份通报的另行表述：问题2整改情况");
        String told = "宏达公司已退款。";
        ok(office.submit(page + "/2/sections/problem-2-done", Map.of("text", told, "publicText", "")));
        assertThat(words(docx("office1", caseNumber, "audience=public&number=2"))).contains(told).doesNotContain("已约谈有关企业。");
        assertThat(line(caseNumber, 2).get("approvalMeans").toString()).doesNotContain("沿用上一份通报的另行表述");
    }

    List<JsonNode> withholdings(String caseNumber) {
        List<JsonNode> ids = new java.util.ArrayList<>();
        line(caseNumber, 1).get("withholdings").forEach(each -> ids.add(each.get("id")));
        return ids;
    }

    @Test
    void aReturnedBulletinIsWordedAgainAndFollowedByASupplementApprovedOnThePage() throws Exception {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        Session leader = Session.of(port, "leader3");
        assertThat(office.submit(page, Map.of()).words()).contains("通报还没有审定");
        ok(office.submit(page + "/1/sections/opening", Map.of("text", "现将情况通报如下。")));
        summarise(caseNumber, "第一稿。");
        assertThat(office.submit(page + "/1/sections/opening", Map.of("text", "改了")).status()).isEqualTo(409);
        assertThat(leader.submit(page + "/1/decision", Map.of("approved", "true")).words()).contains("“审定通报”环节审定");
        done(bureau().as("leader1").complete(caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", false, "opinion", "数字再核。")));
        ok(office.submit(page + "/1/figures", Map.of()));
        summarise(caseNumber, "第二稿。");
        approve(caseNumber);
        assertThat(words(docx("auditor1", caseNumber, "audience=party"))).contains("50.0%，即1÷2", "现将情况通报如下。", "第二稿。").doesNotContain("第一稿");
        bureau().signedOff(taskNumber(caseNumber, 2));

        assertThat(leader.submit(page, Map.of()).status()).isEqualTo(403);
        ok(office.submit(page, Map.of()));
        ok(office.submit(page + "/2/submission", Map.of()));
        assertThat(leader.get("/cases/" + caseNumber).words()).contains("整改通报（待审定）");
        String waiting = "/cases/" + caseNumber + "/bulletin?number=2\"";
        assertThat(leader.get("/").text()).contains("去审定：审定通报，补充通报（第1号）", waiting);
        assertThat(office.get("/").text()).doesNotContain(waiting);
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber).words()).contains("整改通报 ›").doesNotContain("待审定）");
        assertThat(office.submit(page + "/2/decision", Map.of("approved", "true")).status()).isEqualTo(403);
        assertThat(leader.submit(page + "/2/decision", Map.of("approved", "false")).words()).contains("请填写退回意见");
        ok(leader.submit(page + "/2/decision", Map.of("approved", "false", "opinion", "写明下一步。")));
        assertThat(leader.get("/").text()).doesNotContain(waiting);
        ok(office.submit(page + "/2/sections/next", Map.of("text", "长期坚持。")));
        ok(office.submit(page + "/2/submission", Map.of()));
        ok(leader.submit(page + "/2/decision", Map.of("approved", "true", "opinion", "同意")));

        assertThat(words(docx("sanitation1", caseNumber, "audience=public&number=2"))).contains("补充通报（第1号）", "100.0%，即2÷2", "50.0%，即1÷2", "1. 问题2", "1个问题不再逐一列出", "长期坚持。")
                .doesNotContain("问题1");
        assertThat(office.get(page + "?number=2").words()).contains("写明下一步。");
    }

    @Test
    void aSupplementThatTellsNothingNewIsCalledSoAndNotReady() throws Exception {
        String caseNumber = caseAtItsSummary();
        summarise(caseNumber, "抓得紧。");
        approve(caseNumber);
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.submit(page, Map.of()));
        assertThat(office.get(page + "?number=2").words()).contains("各项数字和各问题的完成情况、时限没有变化。请核对整改情况的文字有没有新内容，有的送审，没有的不必再通报。", "没有变化；没有妨碍公开的事项，通报审定时一并批准公开。").doesNotContain("已齐备");

        bureau().signedOff(taskNumber(caseNumber, 2));
        ok(office.submit(page + "/2/figures", Map.of()));
        assertThat(office.get(page + "?number=2").words()).contains("✓ 公开版已齐备，通报审定时一并批准公开。").doesNotContain("没有变化");
    }

    @Test
    void theOfficeTakesBackASubmissionThatNobodyHasDecidedOn() {
        String caseNumber = caseAtItsSummary();
        summarise(caseNumber, "抓得紧。");
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        Session leader = Session.of(port, "leader3");
        assertThat(office.submit(page + "/1/submission/taking-back", Map.of()).words()).contains("“审定通报”环节审定");
        approve(caseNumber);
        bureau().signedOff(taskNumber(caseNumber, 2));
        ok(office.submit(page, Map.of()));
        assertThat(office.get(page + "?number=2").text()).contains("data-confirm=\"送领导小组审定？\"", "没有人审定之前，整改办可以撤回送审");
        assertThat(office.submit(page + "/2/submission/taking-back", Map.of()).words()).contains("还没有送审");
        ok(office.submit(page + "/2/submission", Map.of()));
        String opened = leader.get(page + "?number=2").text();
        assertThat(opened).doesNotContain("/submission/taking-back");
        String seen = opened.replaceAll("(?s).*name=\"submittedAt\" value=\"([^\"]+)\".*", "$1");
        assertThat(leader.submit(page + "/2/submission/taking-back", Map.of()).status()).isEqualTo(403);
        assertThat(office.get(page + "?number=2").text()).contains("/2/submission/taking-back", "data-confirm=\"撤回送审？\"");

        Page takenBack = office.submit(page + "/2/submission/taking-back", Map.of());
        ok(takenBack);
        assertThat(takenBack.words()).contains("起草中", "送领导小组审定");
        assertThat(leader.submit(page + "/2/decision", Map.of("approved", "true")).words()).contains("不能审定，请刷新后再看");
        assertThat(leader.get("/").text()).doesNotContain("/cases/" + caseNumber + "/bulletin?number=2\"");
        assertThat(audit.latest(50)).anyMatch(entry -> entry.action().equals("撤回送审") && entry.person().equals("office1") && entry.subject().equals(caseNumber) && entry.detail().equals("补充通报（第1号）"));
        ok(office.submit(page + "/2/sections/next", Map.of("text", "长期坚持。")));
        ok(office.submit(page + "/2/submission", Map.of()));
        assertThat(leader.submit(page + "/2/decision", Map.of("approved", "true", "submittedAt", seen)).words()).contains("已撤回修改后重新送审，请刷新页面");
        String readAnew = leader.get(page + "?number=2").text().replaceAll("(?s).*name=\"submittedAt\" value=\"([^\"]+)\".*", "$1");
        ok(leader.submit(page + "/2/decision", Map.of("approved", "true", "submittedAt", readAnew)));
        assertThat(office.submit(page + "/2/submission/taking-back", Map.of()).words()).contains("已经审定，不能撤回");
    }

    @Test
    void aDraftSaysThatTheFeedbacksNumberWasCorrectedAfterItsFigures() {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        assertThat(office.get(page).words()).doesNotContain("取数后改过");
        JsonNode declared = bureau().as("office1").get("/api/cases/" + caseNumber).json().get("declaredProblems");
        ok(office.submit("/cases/" + caseNumber + "/declared-problems", Map.of("seen", declared.isNull() ? "" : declared.asText(), "declaredProblems", "7", "reason", "原文载明7个")));
        assertThat(office.get(page).words()).contains("反馈意见载明的问题数取数后改过：" + (declared.isNull() ? "取数时没有载明" : "取数时为" + declared.asText() + "个") + "，现为7个。请重新取数");
        Page refrozen = office.submit(page + "/1/figures", Map.of());
        ok(refrozen);
        assertThat(refrozen.words()).doesNotContain("取数后改过");
    }

    @Test
    void theContactsThatWereApprovedAreNotChangedAfterwards() throws Exception {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        Session office = Session.of(port, "office1");
        assertThat(office.get(page).words()).contains("以后新起草的通报（包括其他案件的）也先填上它");
        ok(office.submit(page + "/1/contacts", Map.of("phone", "010-00000000", "mail", "zgb@csglj.example", "address", "")));
        summarise(caseNumber, "高翔同志牵头。");
        approve(caseNumber);
        Map<String, String> other = Map.of("phone", "010-00000009", "mail", "zgb@csglj.example", "address", "");
        Page refused = office.submit(page + "/1/contacts", other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("联系方式不能再改");
        assertThat(office.get(page).words()).contains("已随通报审定，不能再改。");
        assertThat(words(docx("auditor1", caseNumber, "audience=party"))).contains("010-00000000").doesNotContain("010-00000009");
    }

    @Test
    void theSecondWindowOnASectionIsToldWhoChangedItMeanwhile() {
        String caseNumber = caseAtItsSummary();
        String page = "/cases/" + caseNumber + "/bulletin";
        String opening = page + "/1/sections/opening";
        Session first = Session.of(port, "office1");
        Session second = Session.of(port, "office1");
        String seen = seen(first.get(page));
        assertThat(seen(second.get(page))).isEqualTo(seen);

        Page saved = first.submit(opening, Map.of("text", "第一个窗口写的。", "seen", seen));
        ok(saved);
        Page refused = second.submit(opening, Map.of("text", "第二个窗口写的。", "seen", seen));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).containsPattern("“引言”没有保存：您打开本页之后，这一部分于\\d+月\\d+日\\d\\d:\\d\\d有过改动，可能是您在另一个窗口或上次保存时改的");
        assertThat(refused.text()).as("what was typed stays where it is").doesNotContain("textarea").contains("value=\"" + seen + "\"");
        ok(second.submit(opening, Map.of("text", "第一个窗口写的。", "seen", seen)));
        ok(first.submit(opening, Map.of("text", "第一个窗口接着写。", "seen", saved.text().replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1"))));
        assertThat(first.get(page).words()).contains("第一个窗口接着写。").doesNotContain("第二个窗口写的。");
    }

    @Test
    void theSecondWindowDoesNotOverwriteContactsAndSignature() {
        String page = "/cases/" + caseAtItsSummary() + "/bulletin";
        Session office = Session.of(port, "office1");
        String opened = office.get(page).text();
        Map<String, String> first = Map.of("contacts", "phone=0000-1111111&mail=a@b.cn&address=", "signature", "issuer=某市城市管理局&issuedOn=");
        for (String part : List.of("contacts", "signature")) {
            String seen = opened.replaceAll("(?s).*id=\"" + part + "\".*?name=\"seen\" value=\"([^\"]+)\".*", "$1");
            Page saved = office.submit(page + "/1/" + part, with(first.get(part), seen));
            ok(saved);
            Page refused = office.submit(page + "/1/" + part, with(first.get(part).replace("0000-1111111", "0000-2222222").replace("城市管理局", "执法局"), seen));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.words()).contains("没有保存：您打开本页之后，这一部分有过改动");
            ok(office.submit(page + "/1/" + part, with(first.get(part), seen)));
            ok(office.submit(page + "/1/" + part, with(first.get(part).replace("1111111", "3333333").replace("某市", "某县"), saved.text().replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1"))));
        }
        assertThat(office.get(page).text()).contains("0000-3333333", "某县城市管理局").doesNotContain("0000-2222222", "某市执法局");
        // The next bulletin would begin with them.
        ok(office.submit(page + "/1/contacts", Map.of("phone", "", "mail", "", "address", "")));
    }

    private static Map<String, Object> with(String fields, String seen) {
        Map<String, Object> form = new HashMap<>();
        for (String field : fields.split("&")) form.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        form.put("seen", seen);
        return form;
    }

    @Test
    void aLongTitleIsBrokenOnThePageAsOnPaper() {
        String page = "/cases/" + caseAtItsSummary() + "/bulletin";
        Session office = Session.of(port, "office1");
        ok(office.get(page));
        ok(office.submit(page + "/1/sections/title", Map.of("text", "中共某某市城市管理局党组关于市委第二巡察组巡察整改进展情况的通报")));
        assertThat(office.get(page + "/1/preview?audience=party").text()).contains("中共某某市城市管理局党组<br>关于市委第二巡察组巡察整改进展情况的通报</h1>");
    }

    /** The mark of 引言 as the page sends it. */
    private static String seen(Page page) {
        return page.text().replaceAll("(?s).*id=\"s-opening\".*?name=\"seen\" value=\"([^\"]+)\".*", "$1");
    }

    static void ok(Page page) {
        assertThat(page.status()).as(page.words()).isEqualTo(200);
    }
}
