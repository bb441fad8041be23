package org.rectification.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.audit.AuditTrail;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 台账附册 over HTTP: who writes what, what is refused, what stays. */
class RegisterPageTest {

    @Nested
    @OnH2
    class H2 extends FourRegisters {

        @Test
        void thePageShowsTotalsOnTopAndGivesBackWhatItRefuses() {
            Bureau bureau = bureau();
            String caseNumber = bureau.launchedCase(1);
            String page = "/cases/" + caseNumber + "/registers";
            Session office = Session.of(port, "office1");
            assertThat(office.get("/cases/" + caseNumber).text()).contains(page + "\"");
            assertThat(office.get(page).words()).contains("建章立制", "追责问责", "成效数据", "会议", "记一项制度", "还没有记录");
            Page refused = office.submit(page + "/meetings", Map.of("kind", "SPECIAL", "date", TODAY, "chair", "", "decisions", "研究整改"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.words()).contains("请填写主持人", "研究整改");
            Page met = office.uploadPart(page + "/meetings", Map.of("kind", "SPECIAL", "date", TODAY, "chair", "王建国", "decisions", "研究整改", "problems", "1"), "纪要.pdf", pdf("m"));
            assertThat(met.words()).contains("1 次", "专题会 1", "王建国主持", "纪要：", "纪要.pdf", "问题1");
            Page held = Session.of(port, "discipline1").submit(page + "/accountability", Map.of("kind", "ADMONITION", "date", TODAY, "people", "2", "times", "3", "task", taskNumber(caseNumber, 1)));
            assertThat(held.words()).contains("2 人 3 人次", "诫勉 2人/3人次", "不写姓名");
            Page named = Session.of(port, "discipline1").submit(page + "/accountability", Map.of("kind", "ADMONITION", "date", TODAY, "people", "1", "decisionNumber", "关于给予刘建华诫勉的决定"));
            assertThat(named.words()).contains("决定文号里有人员姓名");
            assertThat(Session.of(port, "auditor1").get(page + "/accountability").words()).contains("2人 3人次").doesNotContain("记一次追责问责", "更正");
            assertThat(Session.of(port, "sanitation1").get("/tasks/" + taskNumber(caseNumber, 1)).words()).contains("附册", "诫勉 2人 3人次", "研究整改");

            String entry = bureau.as("office1").get("/api" + page + "/accountability").json().at("/content/0/id").asText();
            assertThat(office.get(page + "/accountability?correct=" + entry).words()).contains("更正一条", "更正理由", "不改了");
            assertThat(office.submit(page + "/accountability/" + entry + "/strike", Map.of("reason", "重复")).words()).contains("追责问责 无", "划去：重复");
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends FourRegisters {
    }
}

abstract class FourRegisters {

    static final String TODAY = LocalDate.now().toString();

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired AuditTrail audit;

    Bureau bureau() {
        return new Bureau(port, management);
    }

    @Test
    void everybodyWritesWhatIsHisAndAllReadIt() {
        Bureau bureau = bureau();
        String caseNumber = bureau.launchedCase(2);
        String task = taskNumber(caseNumber, 2);
        String at = "/api/cases/" + caseNumber + "/registers";
        Caller office = bureau.as("office1");
        Caller clerk = bureau.as("sanitation1");

        Answer rule = clerk.post(at + "/rules", Map.of("kind", "NEW", "title", "垃圾分类考核办法", "documentNumber", "环卫〔2026〕3号", "date", TODAY, "task", task));
        created(rule);
        assertThat(rule.json().get("department").asText()).isEqualTo("sanitation");
        assertThat(rule.json().get("problems").toString()).isEqualTo("[2]");
        assertThat(rule.json().at("/tasks/0/taskNumber").asText()).isEqualTo(task);
        created(clerk.post(at + "/results", Map.of("title", "新增投放点", "figure", "1,280.50", "unit", "个", "date", TODAY, "source", "现场统计", "problem", 1)));
        created(bureau.as("committee1").post(at + "/accountability", Map.of("kind", "CRITICISM", "date", TODAY, "people", 3, "decisionNumber", "第3号", "problem", "1")));
        created(office.post(at + "/meetings", Map.of("kind", "LEADING_GROUP", "date", TODAY, "chair", "王建国", "decisions", "逐项过堂", "problems", List.of(1, 2), "tasks", List.of(task))));

        refused(clerk.post(at + "/rules", Map.of("kind", "NEW", "title", "甲", "date", TODAY, "department", "parks")), 403, "只能填写和更正本科室的内容");
        refused(clerk.post(at + "/meetings", Map.of()), 403, "会议由整改办填写");
        refused(bureau.as("discipline1").post(at + "/rules", Map.of()), 403, "您不能填写");
        refused(bureau.as("auditor1").post(at + "/accountability", Map.of()), 403, "您不能填写");
        refused(office.get(at + "/gifts"), 404, "没有名为“gifts”的附册");
        Answer flawed = office.post(at + "/accountability", Map.of("kind", "NEW", "date", LocalDate.now().plusDays(2).toString(), "people", 3, "times", 2, "problem", 9, "task", "X-1"));
        refused(flawed, 400, "请选择类别");
        assertThat(flawed.json().get("errors").findValuesAsText("field")).contains("kind", "date", "times", "problem", "task");

        JsonNode totals = bureau.as("auditor1").get(at).json();
        assertThat(totals.at("/accountability/count").toString()).isEqualTo("{\"entries\":1,\"people\":3,\"times\":3}");
        assertThat(totals.at("/rules/kinds/0/count/entries").asInt()).isOne();
        JsonNode results = bureau.as("parks1").get(at + "/results").json();
        assertThat(results.get("total").asInt()).isOne();
        assertThat(results.at("/content/0/figure").decimalValue()).isEqualByComparingTo("1280.5");
        assertThat(bureau.as("parks1").get(at + "/rules").json().at("/content/0/tasks/0/readable").asBoolean()).isFalse();
    }

    @Test
    void aResultIsCountedOnceAndOnlyWhatCanBeOne() {
        Bureau bureau = bureau();
        String caseNumber = bureau.launchedCase(1);
        String at = "/api/cases/" + caseNumber + "/registers/results";
        Caller clerk = bureau.as("sanitation1");
        Map<String, Object> typed = new HashMap<>(Map.of("title", "新增投放点", "figure", "120", "unit", "个", "date", TODAY, "source", "现场统计"));
        String entry = at + "/" + clerk.post(at, typed).json().get("id").asText();
        typed.put("figure", "120.00");
        refused(clerk.post(at, typed), 409, "已经记过");
        typed.put("title", "新增 投\u3000放点");
        refused(clerk.post(at, typed), 409, "已经记过");
        typed.putAll(Map.of("title", "新增投放点", "source", "现场\u00a0统计"));
        refused(clerk.post(at, typed), 409, "已经记过");
        typed.put("source", "现场统计");
        created(bureau.as("parks1").post(at, typed));
        refused(bureau.as("office1").post(at, typed), 409, "已经记过");
        typed.put("figure", "-120");
        refused(clerk.post(at, typed), 400, "“新增投放点”记的是增加了多少，数值不能是负数");
        typed.put("title", "新增违建减少");
        refused(clerk.post(at, typed), 400, "已说明是减少，数值请填正数");
        typed.put("title", "新建小区投诉量同比");
        String later = at + "/" + clerk.post(at, typed).json().get("id").asText();
        typed.putAll(Map.of("title", "新增投放点", "figure", "120", "reason", "改回"));
        refused(clerk.put(later, typed), 409, "已经记过");
        done(clerk.delete(entry + "?reason=duplicate"));
        done(clerk.put(later, typed));
        typed.put("date", LocalDate.now().minusDays(31).toString());
        refused(clerk.post(at, typed), 400, "早于反馈日期" + LocalDate.now().minusDays(30) + "，不能算作这次整改的成效数据");
    }

    @Test
    void aRuleIsCountedOnce() {
        Bureau bureau = bureau();
        String at = "/api/cases/" + bureau.launchedCase(1) + "/registers/rules";
        refused(bureau.as("office1").post(at, Map.of("kind", "NEW", "title", "旧办法", "date", LocalDate.now().minusDays(31).toString())), 400, "不能算作这次整改的建章立制");
        Caller clerk = bureau.as("sanitation1");
        Map<String, Object> typed = new HashMap<>(Map.of("kind", "NEW", "title", "考核办法", "date", TODAY));
        String entry = at + "/" + clerk.post(at, typed).json().get("id").asText();
        refused(clerk.post(at, typed), 409, "“考核办法”（" + TODAY + "新建）在" + TODAY + "已经记过，再记就重复计算了；确是另一项制度，请在名称里写明区别或填写各自的文号");
        typed.putAll(Map.of("title", "考核 办\u3000法", "documentNumber", "环卫〔2026〕3号"));
        refused(clerk.post(at, typed), 409, "已经记过");
        refused(bureau.as("office1").post(at, typed), 409, "已经记过");
        created(bureau.as("parks1").post(at, typed));
        typed.put("kind", "REVISED");
        String revised = at + "/" + clerk.post(at, typed).json().get("id").asText();
        typed.put("documentNumber", "环卫〔2026〕4号");
        created(clerk.post(at, typed));
        typed.putAll(Map.of("kind", "NEW", "reason", "类别选错"));
        refused(clerk.put(revised, typed), 409, "已经记过");
        done(clerk.delete(entry + "?reason=duplicate"));
        done(clerk.put(revised, typed));
    }

    @Test
    void aResultSentTwiceAtOnceIsRecordedOnce() {
        Bureau bureau = bureau();
        String at = "/api/cases/" + bureau.launchedCase(1) + "/registers/results";
        Map<String, Object> typed = Map.of("title", "新增投放点", "figure", "120", "unit", "个", "date", TODAY, "source", "现场统计");
        List<CompletableFuture<Answer>> sent = Stream.of(bureau.as("sanitation1"), bureau.as("sanitation1")).map(clerk -> CompletableFuture.supplyAsync(() -> clerk.post(at, typed))).toList();
        assertThat(sent).extracting(answer -> answer.join().status()).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void correctionsAndStrikingOutTakeAReasonAndStayOnTheTrail() {
        Bureau bureau = bureau();
        String caseNumber = bureau.launchedCase(1);
        String at = "/api/cases/" + caseNumber + "/registers/rules";
        Caller clerk = bureau.as("sanitation1");
        Map<String, Object> typed = new HashMap<>(Map.of("kind", "NEW", "title", "考核办法", "date", TODAY));
        String entry = at + "/" + clerk.post(at, typed).json().get("id").asText();
        typed.put("title", "考核细则");
        refused(clerk.put(entry, typed), 400, "请填写更正理由");
        typed.put("reason", "名称写错");
        refused(bureau.as("parks1").put(entry, typed), 403, "本科室");
        done(clerk.put(entry, typed));
        assertThat(audit.latest(1).get(0)).satisfies(written -> {
            assertThat(written.person()).isEqualTo("sanitation1");
            assertThat(written.detail()).isEqualTo("名称：考核办法 → 考核细则。理由：名称写错");
        });
        refused(clerk.delete(entry), 400, "请填写划去的理由");
        done(clerk.delete(entry + "?reason=duplicate"));
        assertThat(clerk.get(entry).json().get("struckBecause").asText()).isEqualTo("duplicate");
        refused(clerk.put(entry, typed), 409, "已划去");
        assertThat(clerk.get("/api/cases/" + caseNumber + "/registers").json().at("/rules/count/entries").asInt()).isZero();
    }

    @Test
    void minutesAreStoredLikeEvidence() {
        Bureau bureau = bureau();
        String caseNumber = bureau.launchedCase(1);
        String at = "/api/cases/" + caseNumber + "/registers/meetings";
        Caller office = bureau.as("office1");
        byte[] scan = pdf("x".repeat(600_000));
        Map<String, String> typed = Map.of("kind", "PARTY_COMMITTEE", "date", TODAY, "chair", "王建国", "decisions", "听取汇报");
        refused(office.upload(at, typed, "file", Map.of("纪要.exe", scan)), 415, "类型");
        assertThat(office.get(at).json().get("total").asInt()).isZero();
        Answer met = office.upload(at, typed, "file", Map.of("纪要.pdf", scan));
        created(met);
        String file = met.json().at("/minutes/0/href").asText();
        assertThat(bureau.as("parks1").get(file).bytes()).isEqualTo(scan);
        String entry = at + "/" + met.json().get("id").asText();
        created(office.upload(entry + "/files", Map.of("签到表.pdf", pdf("s"))));
        refused(bureau.as("sanitation1").upload(entry + "/files", Map.of("签到表.pdf", pdf("s"))), 403, "会议由整改办填写");
        assertThat(office.get(entry).json().get("minutes")).hasSize(2);
        String wrong = entry + "/files/" + met.json().at("/minutes/0/id").asText() + "/replacement";
        refused(office.upload(wrong, Map.of("reason", ""), "file", Map.of("纪要.pdf", pdf("n"))), 400, "请填写更换理由");
        refused(office.upload(wrong, Map.of("reason", "传错"), "file", Map.of("纪要.exe", pdf("n"))), 415, "类型");
        refused(bureau.as("sanitation1").upload(wrong, Map.of("reason", "传错"), "file", Map.of("纪要.pdf", pdf("n"))), 403, "会议由整改办填写");
        refused(office.upload(wrong, Map.of("reason", "传错"), "file", Map.of()), 400, "请");
        assertThat(office.get(entry).json().findValues("voidBecause")).isEmpty();
        JsonNode replaced = office.upload(wrong, Map.of("reason", "传错"), "file", Map.of("正式纪要.pdf", pdf("n"))).json();
        assertThat(replaced.at("/minutes/0/voidBecause").asText()).isEqualTo("传错");
        assertThat(replaced.findValuesAsText("fileName")).containsExactly("纪要.pdf", "签到表.pdf", "正式纪要.pdf");
        assertThat(bureau.as("parks1").get(file).bytes()).as("it stays on record").isEqualTo(scan);
        assertThat(audit.latest(1).get(0).detail()).startsWith("纪要.pdf（SHA-256：").contains("作废，换为正式纪要.pdf。理由：传错");
        refused(office.upload(wrong, Map.of("reason", "再换"), "file", Map.of("纪要.pdf", pdf("n"))), 409, "已作废");
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/registers/meetings").words()).contains("纪要.pdf （作废：传错）", "更换纪要");
        refused(office.upload("/api/cases/" + caseNumber + "/registers/rules", Map.of("kind", "NEW", "title", "甲", "date", TODAY), "file", Map.of("甲.pdf", pdf("s"))), 400, "只有会议");
    }

    @Test
    void whatAnApprovedBulletinUsedStaysAsItWas() {
        Bureau bureau = bureau();
        String caseNumber = bureau.launchedCase(1);
        String at = "/api/cases/" + caseNumber + "/registers/rules";
        Caller office = bureau.as("office1");
        Map<String, Object> typed = new HashMap<>(Map.of("kind", "NEW", "title", "考核办法", "date", TODAY, "reason", "改"));
        String entry = at + "/" + office.post(at, typed).json().get("id").asText();
        bureau.signedOff(taskNumber(caseNumber, 1));
        bureau.runJobs(caseNumber);
        done(office.complete(caseNumber, "Task_SummariseCase", Map.of("caseSummary", "任务全部完成。")));
        refused(office.delete(entry + "?reason=x"), 409, "正在审定通报");
        done(bureau.as("leader1").complete(caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", true)));
        refused(office.delete(entry + "?reason=x"), 409, "已载入审定的通报");
        refused(office.post(at, typed), 409, "已经记过");
        typed.put("title", "考核细则");
        String later = at + "/" + office.post(at, typed).json().get("id").asText();
        done(office.delete(later + "?reason=x"));
    }

    static void refused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }
}
