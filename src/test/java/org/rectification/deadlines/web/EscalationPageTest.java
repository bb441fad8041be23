package org.rectification.deadlines.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Confirmed by who may, refused to everybody else; letters only of what took effect. */
class EscalationPageTest {

    @Nested
    @OnH2
    class H2 extends Letterbox {
    }

    @Nested
    @OnPostgres
    class Postgres extends Letterbox {
    }
}

abstract class Letterbox {

    /** A Tuesday in a year without known holidays, where no other test has been. */
    private static final LocalDate TUESDAY = LocalDate.of(2036, 5, 13);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired EngineClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired JdbcTemplate template;
    SetAside others;
    Bureau bureau;
    String caseNumber;
    String late;
    String veryLate;

    @BeforeEach
    void oneTaskIsLateAndAnotherVeryLate() {
        jdbc.sql("delete from ledger.watch_run").update();
        others = SetAside.everything(template);
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(2);
        late = taskNumber(caseNumber, 1);
        veryLate = taskNumber(caseNumber, 2);
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(TUESDAY.minusDays(1), late).update();
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(TUESDAY.minusDays(14), veryLate).update();
        clock.travelTo(TUESDAY.atTime(8, 30));
        ProcessInstance watching = runtime.startProcessInstanceByMessage("Message_WatchMissed");
        for (List<Job> jobs = jobs(watching); !jobs.isEmpty(); jobs = jobs(watching)) jobs.forEach(job -> management.executeJob(job.getId()));
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
        others.close();
        jdbc.sql("delete from ledger.watch_run").update();
        runtime.createProcessInstanceQuery().processDefinitionKey("escalation").list().forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
    }

    private List<Job> jobs(ProcessInstance of) {
        return management.createJobQuery().processInstanceId(of.getId()).list();
    }

    private long stepOf(String taskNumber) {
        for (JsonNode step : bureau.as("office1").get("/api/cases/" + caseNumber + "/ladder").json().get("content")) {
            if (step.get("subject").asText().equals(taskNumber)) return step.get("id").asLong();
        }
        throw new AssertionError("no step of " + taskNumber);
    }

    private Answer letter(String person, String taskNumber) {
        return bureau.as(person).get("/api/ladder/" + stepOf(taskNumber) + "/letter.docx");
    }

    private static String textOf(Answer docx) throws IOException {
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx.bytes())))) {
            return text.getText();
        }
    }

    private void confirm() {
        done(bureau.as("leader1").complete("LS-" + stepOf(veryLate), "Task_ConfirmEscalation", Map.of("escalationConfirmed", true, "opinion", "同意通报")));
    }

    @Test
    void anOrderIsWrittenAtOnce() throws IOException {
        Answer order = letter("sanitation1", late);
        assertThat(order.status()).isEqualTo(200);
        assertThat(order.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", ".docx");
        assertThat(textOf(order)).containsPattern("督办〔2036〕\\d+号")
                .contains("督办单", "环境卫生科：", late, "问题1", "2036年5月12日", "已超期1个工作日", "2036年5月20日前完成整改并报验", "市城市管理局巡察整改工作领导小组办公室", "2036年5月13日");
        assertThat(textOf(letter("auditor1", late))).as("asked again, it says the same").isEqualTo(textOf(order));
    }

    @Test
    void aCriticismIsWrittenOnceALeaderHasConfirmedIt() throws IOException {
        Answer early = letter("office1", veryLate);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.reason()).contains("尚待领导小组确认");

        confirm();

        Answer letter = letter("sanitation1", veryLate);
        assertThat(letter.status()).isEqualTo(200);
        assertThat(textOf(letter)).containsPattern("通报〔2036〕\\d+号").contains("关于对环境卫生科的通报批评", "经领导小组确认", "已超期10个工作日", veryLate);
    }

    @Test
    void aDeclinedOneHasNoLetter() {
        done(bureau.as("leader1").complete("LS-" + stepOf(veryLate), "Task_ConfirmEscalation", Map.of("escalationConfirmed", false, "opinion", "已约定期限")));
        assertThat(letter("office1", veryLate).status()).isEqualTo(409);
        assertThat(letter("office1", veryLate).reason()).contains("不予采纳");
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words()).contains("不予采纳", "已约定期限");
    }

    @Test
    void nobodyReadsALetterOfOthersOrOneThatIsNotInEffect() {
        assertThat(letter("parks1", late).status()).isEqualTo(403);
        assertThat(letter("sanitation1", veryLate).status()).as("not confirmed yet").isEqualTo(403);
        assertThat(bureau.as("parks1").get("/api/ladder/" + stepOf(late)).status()).isEqualTo(403);
        assertThat(bureau.as("office1").get("/api/ladder/999999999/letter.docx").status()).isEqualTo(404);
    }

    @Test
    void onlyALeaderWhoseTaskItIsNotConfirms() {
        String key = "LS-" + stepOf(veryLate);
        String task = bureau.as("leader1").taskId(key, "Task_ConfirmEscalation");
        Map<String, Object> yes = Map.of("escalationConfirmed", true, "opinion", "同意");
        for (String stranger : List.of("office1", "sanitationhead", "supervisor1", "discipline1", "auditor1", "admin")) {
            assertThat(bureau.as(stranger).submit(task, yes).status()).as(stranger).isEqualTo(403);
        }
        Answer own = bureau.as("leader2").submit(task, yes);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.reason()).contains("责任领导");
        assertThat(bureau.as("leader1").submit(task, Map.of("opinion", "同意")).status()).isEqualTo(409);
        assertThat(bureau.as("leader1").submit(task, Map.of("escalationConfirmed", false, "opinion", " ")).reason()).contains("填写意见");
        assertThat(bureau.as("leader1").submit(task, Map.of("escalationConfirmed", true, "letterNumber", "1")).status()).isEqualTo(409);
        assertThat(letter("office1", veryLate).status()).as("all refused, nothing changed").isEqualTo(409);
        done(bureau.as("leader1").submit(task, yes));
    }

    @Test
    void nobodyStartsAConfirmationByHand() {
        for (String person : List.of("office1", "leader1", "sanitation1", "admin")) {
            for (String key : List.of("LS-" + stepOf(veryLate), "LS-" + stepOf(late), "LS-999999999", "")) {
                Map<String, Object> body = key.isEmpty() ? Map.of() : Map.of("businessKey", key);
                int status = bureau.as(person).post("/engine-rest/process-definition/key/escalation/start", body).status();
                assertThat(status).as(person + key).isEqualTo(switch (person) {
                    case "admin" -> 409;
                    case "office1" -> 404;
                    default -> 403;
                });
            }
        }
    }

    @Test
    void theFormReadsWhatItIsAbout() {
        JsonNode sheet = bureau.as("leader1").get("/api/ladder/" + stepOf(veryLate)).json();
        assertThat(sheet.at("/departmentName").asText()).isEqualTo("环境卫生科");
        assertThat(sheet.at("/situation").asText()).isEqualTo("已超期10个工作日");
        assertThat(sheet.at("/step/rung/level").asText()).isEqualTo("通报批评");
        assertThat(sheet.at("/step/rung/tableVersion").asInt()).isPositive();
        assertThat(sheet.at("/step/effect/lapsesOn").asText()).isEqualTo("2036-05-20");
        assertThat(sheet.at("/earlier")).isEmpty();
    }

    @Test
    void pagesShowWhatTookEffectAndCountItByDepartment() {
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words()).contains("待确认", "确认期限2036-05-20", "环境卫生科 1项次 —");
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber + "/ladder").words()).contains("督办单 1次").doesNotContain("通报批评 1次");
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + veryLate).words()).doesNotContain("督办情况");

        confirm();

        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words()).contains("已确认", "同意通报", "环境卫生科 2项次 1人 1人次");
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + veryLate).words()).contains("督办情况", "通报批评", "通报〔2036〕");
    }
}
