package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.HistoryService;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rectification that was already running on paper enters the system, over HTTP on both databases. */
class TakeoverTest {

    @Nested
    @OnH2
    class H2 extends TakenOver {

        @Test
        void theOfficeTakesOverOnTheCasesPage() {
            Session office = Session.of(port, "office1");
            String page = "/cases/" + caseNumber;
            assertThat(office.get(page).text()).contains("设定接管日期").doesNotContain("/draft/historical");
            assertThat(office.submit(page + "/takeover", Map.of("date", "1999-01-01")).words()).contains("早于反馈日期");
            assertThat(office.submit(page + "/takeover", Map.of("date", TAKEOVER.toString())).headers().firstValue("HX-Refresh")).hasValue("true");
            assertThat(office.get(page).words()).contains("本案自" + TAKEOVER + "接管", "历史销号");
            String draft = "/tasks/" + first + "/draft";
            assertThat(office.part(draft + "/historical").words()).contains("会议纪要扫描件", "谁审定的").doesNotContain("设定接管日期", "接管日期 ");
            assertThat(office.submit(draft + "/historical", Map.of("signedOffOn", BEFORE.toString(), "decidedBy", "局党组第6次会议")).words()).contains("请上传审定销号的会议纪要扫描件");
            assertThat(office.uploadPart(draft + "/historical", Map.of("signedOffOn", BEFORE.toString(), "decidedBy", "局党组第6次会议"), "纪要.pdf", pdf("m")).words()).contains("历史销号");
            assertThat(Session.of(port, "supervisor1").get("/tasks/" + first).words()).contains("由局党组第6次会议审定销号", "纪要.pdf", "随整改方案审定");
            assertThat(office.submit(draft + "/historical/removal", Map.of()).text()).doesNotContain("tag-good");
            assertThat(Session.of(port, "supervisor1").get("/tasks/" + first).words()).doesNotContain("审定销号。");
        }

        @Test
        void severalTasksOfOneMeetingAreTickedInAList() {
            done(office.put("/api/cases/" + caseNumber + "/takeover", Map.of("date", TAKEOVER.toString())));
            Session session = Session.of(port, "office1");
            String page = "/cases/" + caseNumber;
            String together = page + "/takeover/historical";
            assertThat(session.get(page).text()).contains(together).doesNotContain("已登记历史销号");
            assertThat(Session.of(port, "sanitation1").part(together).status()).isEqualTo(403);
            assertThat(session.part(together).text()).contains("value=\"" + first + "\"", "value=\"" + second + "\"", "name=\"day-" + second + "\"");
            Map<String, String> typed = Map.of("tasks", first + "," + second, "signedOffOn", BEFORE.toString(), "day-" + second, BEFORE.plusDays(20).toString(), "decidedBy", "局党组第6次会议");
            Session.Page refused = session.uploadPart(together, typed, "纪要.pdf", pdf("m"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.words()).contains(second + "：销号日期").doesNotContain(first + "：销号日期");
            assertThat(refused.text()).as("what was typed is still there").contains("value=\"局党组第6次会议\"", "value=\"" + BEFORE.plusDays(20) + "\"");

            Map<String, String> right = new HashMap<>(typed);
            right.put("day-" + second, BEFORE.minusDays(1).toString());
            assertThat(session.uploadPart(together, right, "纪要.pdf", pdf("m")).headers().firstValue("HX-Refresh")).hasValue("true");
            assertThat(session.get(page).words()).contains("已登记历史销号2项，下达时生效", first, BEFORE + " 局党组第6次会议 纪要.pdf", BEFORE.minusDays(1) + " 局党组第6次会议");
            assertThat(session.part(together).words()).contains("没有其他未下达的任务");
            assertThat(session.submit("/tasks/" + first + "/draft/historical/removal", Map.of()).words()).contains("已登记历史销号1项");
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends TakenOver {
    }
}

abstract class TakenOver {

    static final LocalDate TAKEOVER = LocalDate.now().minusDays(5);
    static final LocalDate BEFORE = LocalDate.now().minusDays(12);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired HistoryService history;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    Caller office;
    String caseNumber;
    String first;
    String second;

    @BeforeEach
    void aCaseWithTwoTasksInDraft() {
        bureau = new Bureau(port, management);
        office = bureau.as("office1");
        caseNumber = bureau.caseWithProblems(2);
        created(office.post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(2)))));
        first = taskNumber(caseNumber, 1);
        second = taskNumber(caseNumber, 2);
    }

    private void takeOver() {
        done(office.put("/api/cases/" + caseNumber + "/takeover", Map.of("date", TAKEOVER.toString())));
    }

    private Answer record(Caller by, String task, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(Map.of("signedOffOn", BEFORE.toString(), "decidedBy", "局党组第6次会议"));
        typed.putAll(more);
        return by.upload("/api/tasks/" + task + "/historical-sign-off", typed, "file", Map.of("纪要.pdf", pdf("minutes of " + task)));
    }

    private void launch() {
        done(office.complete(caseNumber, "Task_DraftPlan", Map.of("planSummary", "分解任务，逐项整改。")));
        done(bureau.as("supervisor1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        done(bureau.as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        done(bureau.as("leader1").complete(caseNumber, "Task_ApprovePlan", Map.of("planApproved", true)));
        done(office.complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
    }

    private JsonNode row(String task) {
        return office.get("/api/tasks/" + task).json();
    }

    private JsonNode figures() {
        return office.get("/api/cases/" + caseNumber).json();
    }

    private List<String> exceptions() {
        List<String> all = new ArrayList<>();
        bureau.as("auditor1").get("/api/cases/" + caseNumber + "/reconciliation").json().get("rules").forEach(rule -> rule.get("exceptions").forEach(each -> all.add(each.asText())));
        return all;
    }

    @Test
    void whatWasSignedOffBeforeIsLaunchedAsSignedOffWithoutAProcess() {
        takeOver();
        created(record(office, first, Map.of()));
        assertThat(row(first).get("status").asText()).isEqualTo("NOT_STARTED");
        assertThat(row(first).get("light").asText()).isEqualTo("DONE");
        launch();

        JsonNode historical = row(first);
        assertThat(historical.get("status").asText()).isEqualTo("SIGNED_OFF");
        assertThat(historical.get("historical").asBoolean()).isTrue();
        assertThat(historical.get("signedOffAt").asText()).startsWith(BEFORE.toString());
        assertThat(historical.at("/historicalSignOff/decidedBy").asText()).isEqualTo("局党组第6次会议");
        assertThat(historical.at("/measures/0/doneOn").asText()).isEqualTo(BEFORE.toString());
        assertThat(row(second).get("historical").asBoolean()).isFalse();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(first).count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(second).count()).isOne();
        assertThat(figures().get("historical").asInt()).isOne();
        assertThat(figures().get("signedOff").asInt()).isOne();
        assertThat(figures().get("completion").toString()).isEqualTo("{\"done\":1,\"total\":2,\"rate\":50.0}");
        assertThat(office.get("/api/cases/" + caseNumber + "/tasks?status=SIGNED_OFF&historical=true").json().get("total").asInt()).isOne();
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber).words()).contains("其中历史销号1项", "本案自" + TAKEOVER + "接管");
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ledger?historical=true").words()).contains("只看历史销号", "共1项任务", "历史销号");
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + first).words()).contains("历史销号", "不经本系统四人办理");
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + first + "/archive.zip").status()).isEqualTo(200);
        refused(record(office, second, Map.of()), 409, "任务已下达");

        assertThat(exceptions()).isEmpty();
        jdbc.sql("update ledger.evidence_chunk set bytes = ? where evidence_id in (select evidence_id from ledger.historical_minutes where task_number = ?)").params(pdf("bent"), first).update();
        assertThat(exceptions()).contains(first + "历史销号的会议纪要“纪要.pdf”与存入时不一致");
        jdbc.sql("delete from ledger.historical_minutes where task_number = ?").param(first).update();
        assertThat(exceptions()).contains(first + "为历史销号，却没有审定的记录或会议纪要");
    }

    @Test
    void oneSetOfMinutesServesSeveralTasksOrNone() throws Exception {
        takeOver();
        String path = "/api/cases/" + caseNumber + "/historical-sign-offs";
        Map<String, String> typed = Map.of("tasks", first + "," + second, "signedOffOn", BEFORE.toString(), "decidedBy", "局党组第6次会议");
        Map<String, byte[]> minutes = Map.of("纪要.pdf", pdf("minutes"));
        refused(bureau.as("leader1").upload(path, typed, "file", minutes), 403, "由整改办登记");
        refused(office.upload(path, Map.of("signedOffOn", BEFORE.toString(), "decidedBy", "会议"), "file", minutes), 400, "请勾选");
        refused(office.upload(path, typed, "file", Map.of()), 400, "请上传审定销号的会议纪要扫描件");
        refused(office.upload(path, with(typed, "signedOffOn", TAKEOVER.plusDays(1).toString()), "file", minutes), 400, first + "、" + second + "：销号日期");
        refused(office.upload(path, with(typed, "signedOffOn", ""), "file", minutes), 400, "请填写销号日期");
        refused(office.upload(path, with(typed, "tasks", first + ",NO-SUCH-01-01"), "file", minutes), 404, "NO-SUCH");
        Map<String, byte[]> oneOfThemNoScan = new LinkedHashMap<>(minutes);
        oneOfThemNoScan.put("纪要.exe", new byte[] {77, 90});
        refused(office.upload(path, typed, "file", oneOfThemNoScan), 415, "纪要.exe");
        refused(office.upload(path, with(typed, "tasks", IntStream.rangeClosed(1, 101).mapToObj(n -> "T-" + n).collect(Collectors.joining(","))), "file", minutes), 400, "一次最多登记100项");
        assertThat(figures().get("historical").asInt()).isZero();
        assertThat(row(first).at("/historicalSignOff").isMissingNode() || row(first).at("/historicalSignOff").isNull()).isTrue();

        Answer recorded = office.upload(path, with(typed, "day-" + second, BEFORE.minusDays(1).toString()), "file", minutes);
        created(recorded);
        assertThat(recorded.json().get("signOffs")).hasSize(2);
        assertThat(row(first).at("/historicalSignOff/signedOffOn").asText()).isEqualTo(BEFORE.toString());
        assertThat(row(second).at("/historicalSignOff/signedOffOn").asText()).isEqualTo(BEFORE.minusDays(1).toString());
        assertThat(row(first).at("/historicalSignOff/minutes/0/sha256")).isEqualTo(row(second).at("/historicalSignOff/minutes/0/sha256"));
        refused(office.upload(path, typed, "file", minutes), 409, "已登记为历史销号");
        JsonNode listed = bureau.as("leader1").get(path).json();
        assertThat(listed.get("total").asInt()).isEqualTo(2);
        assertThat(listed.at("/content/1/signedOffOn").asText()).isEqualTo(BEFORE.minusDays(1).toString());
        assertThat(bureau.as("leader1").get("/api/tasks/" + second + "/evidence/" + listed.at("/content/1/minutes/0/id").asText()).bytes()).isEqualTo(minutes.get("纪要.pdf"));
        assertThat(bureau.as("parks1").get(path).json().get("content")).isEmpty();

        try (XSSFWorkbook ledger = new XSSFWorkbook(new ByteArrayInputStream(office.get("/api/cases/" + caseNumber + "/ledger.xlsx").bytes()))) {
            assertThat(new XSSFExcelExtractor(ledger).getText()).contains("历史销号（下达时生效）", "历史销号清单", "局党组第6次会议", "纪要.pdf");
            assertThat(ledger.getSheetName(ledger.getNumberOfSheets() - 1)).isEqualTo("历史销号清单");
            assertThat(ledger.getSheet("历史销号清单").getLastRowNum()).isEqualTo(3);
        }
        done(office.delete("/api/tasks/" + second + "/historical-sign-off"));
        assertThat(row(first).at("/historicalSignOff/minutes")).as("the minutes of the other task stay").hasSize(1);
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(field, value);
        return more;
    }

    @Test
    void whatReboundsGoesItsWholeWayLikeAnyOther() {
        takeOver();
        created(record(office, first, Map.of()));
        launch();
        bureau.signedOff(second);
        bureau.bulletinApproved(caseNumber);
        bureau.lookBackBegun(caseNumber);
        bureau.held(second);
        bureau.rebounded(first);
        bureau.runJobs(caseNumber);
        JsonNode again = row(first);
        assertThat(again.get("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(again.get("historical").asBoolean()).isFalse();
        assertThat(again.get("round").asInt()).isOne();
        assertThat(again.at("/historicalSignOff/signedOffOn").asText()).isEqualTo(BEFORE.toString());
        assertThat(figures().get("historical").asInt()).isZero();
        bureau.signedOff(first);
        bureau.runJobs(caseNumber);
        assertThat(row(first).get("status").asText()).isEqualTo("SIGNED_OFF");
        assertThat(row(first).get("rounds")).hasSize(1);
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void historyIsWrittenOnItsGroundsOnly() {
        refused(record(office, first, Map.of()), 409, "还没有接管日期");
        refused(office.put("/api/cases/" + caseNumber + "/takeover", Map.of("date", LocalDate.now().minusDays(40).toString())), 400, "早于反馈日期");
        refused(bureau.as("supervisor1").put("/api/cases/" + caseNumber + "/takeover", Map.of("date", TAKEOVER.toString())), 403, "由整改办登记");
        takeOver();
        refused(record(bureau.as("leader1"), first, Map.of()), 403, "由整改办登记");
        refused(record(office, first, Map.of("signedOffOn", TAKEOVER.plusDays(1).toString())), 400, "晚于接管日期");
        refused(record(office, first, Map.of("signedOffOn", LocalDate.now().minusDays(31).toString())), 400, "早于反馈日期");
        refused(office.upload("/api/tasks/" + first + "/historical-sign-off", Map.of("signedOffOn", BEFORE.toString(), "decidedBy", "会议"), "file", Map.of()), 400, "请上传审定销号的会议纪要扫描件");
        created(record(office, first, Map.of()));
        refused(office.put("/api/cases/" + caseNumber + "/takeover", Map.of("date", BEFORE.minusDays(1).toString())), 409, first);
        created(record(office, second, Map.of()));
        assertThat(office.get("/api/cases/" + caseNumber).json().get("historical").asInt()).isEqualTo(2);
        done(office.complete(caseNumber, "Task_DraftPlan", Map.of("planSummary", "分解任务，逐项整改。")));
        refused(record(office, second, Map.of()), 409, "联审");
        done(bureau.as("supervisor1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        done(bureau.as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        done(bureau.as("leader1").complete(caseNumber, "Task_ApprovePlan", Map.of("planApproved", true)));
        refused(office.complete(caseNumber, "Task_DecomposeTasks", Map.of()), 409, "没有可下达的任务");
        refused(office.delete("/api/tasks/" + second + "/historical-sign-off"), 409, "改动须填写理由");
        done(office.delete("/api/tasks/" + second + "/historical-sign-off?reason=x"));
        done(office.delete("/api/tasks/" + first + "?reason=x"));
    }

    private static void refused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(reason);
    }
}
