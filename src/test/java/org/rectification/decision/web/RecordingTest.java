package org.rectification.decision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.audit.AuditTrail;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 代录 over HTTP: a leader's decision on paper, recorded by his secretary, and his objection. */
class RecordingTest {

    @Nested
    @OnH2
    class H2 extends PaperDecisions {

        @Test
        void thePagesNameTheSecretaryTakeThePaperAndTellTheLeader() {
            assertThat(Session.of(port, "leader1").get("/deputies").words()).contains("代录人", "周敏 代录 陈国栋", "代录中");
            Session secretary = Session.of(port, "office1");
            assertThat(secretary.get("/").text()).contains("/decisions\"", "/decisions?for=leader1");
            assertThat(secretary.get("/").words()).containsPattern("陈国栋 ?有 ?\\d+项 ?销号审定，领导在纸面上签批了的，由您 ?代录");
            assertThat(secretary.get("/decisions").words()).containsPattern("代录陈国栋的审定（\\d+项）");
            assertThat(secretary.get("/decisions?for=leader1").words()).contains("代录：陈国栋", "签批件扫描件", one);
            Map<String, String> typed = Map.of("step", "SIGN_OFF", "caseNumber", caseNumber, "opinion", "同意", "task", one, "round-" + one, "1", "choice-" + one, "SUSTAIN");
            assertThat(secretary.uploadPart("/decisions?for=leader1", typed, "签批.exe", pdf("x")).status()).isEqualTo(415);
            assertThat(secretary.uploadPart("/decisions?for=leader1", typed, "签批.pdf", pdf("x")).words()).contains("办成1项", one, "已销号，完成并长期坚持");
            Session leader = Session.of(port, "leader1");
            assertThat(leader.get("/").words()).contains("销号审定由他人按您的签批代录，请核对");
            assertThat(leader.get("/decisions").words()).contains("代您录入的审定", one, "周敏" + LocalDate.now() + "代录", "提出异议");
            assertThat(leader.submit("/decisions/recorded/" + one + "/1/objection", Map.of("reason", "未签批")).words()).contains("您提出异议：未签批", "撤回异议");
            assertThat(secretary.get("/").words()).contains("核实代录", one, "陈国栋对周敏的代录提出异议", "异议：未签批");
            assertThat(leader.get("/tasks/" + one).words()).contains("陈国栋（周敏代录，附件）", "附件：签批件", "对代录提出异议：未签批");
            assertThat(leader.submit("/decisions/recorded/" + one + "/1/withdrawal", Map.of()).words()).doesNotContain("您提出异议：未签批");
            assertThat(secretary.get("/").words()).doesNotContain("代录提出异议：未签批");
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends PaperDecisions {
    }
}

abstract class PaperDecisions {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired AuditTrail audit;
    @Autowired JdbcTemplate jdbc;

    Bureau bureau;
    String caseNumber;
    String one;
    String other;
    private long secretary;

    @BeforeEach
    void twoTasksAwaitTheirSignOffAndLeader1HasASecretary() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(2);
        one = taskNumber(caseNumber, 1);
        other = taskNumber(caseNumber, 2);
        bureau.checked(one);
        bureau.checked(other);
        Answer named = named("leader1", "leader1", "office1");
        created(named);
        secretary = named.json().get("id").asLong();
    }

    @AfterEach
    void nobodyRecords() {
        bureau.as("leader1").post("/api/deputies/secretaries/" + secretary + "/end", Map.of());
    }

    @Test
    void whatASecretaryRecordsIsTheLeadersDecisionWithThePaper() throws IOException {
        Caller office = bureau.as("office1");
        assertThat(office.get("/api/decisions?for=leader1").json().get("groups").findValuesAsText("taskNumber")).contains(one, other);
        refused(office.post("/api/decisions/recorded", Map.of()), 415, "");
        refused(office.upload("/api/decisions/recorded", fields("leader1", one, "APPROVE"), "file", Map.of()), 400, "请上传一份领导签批的扫描件");
        refused(office.upload("/api/decisions/recorded", fields("leader1", one, "APPROVE"), "file", Map.of("签批.exe", pdf("x"))), 415, "类型");
        refused(office.upload("/api/decisions/recorded", fields("leader1", one, "RETURN"), "file", Map.of("签批.pdf", pdf("x"))), 400, "须单独写明退回意见");
        assertThat(file(one).get("status").asText()).isEqualTo("AWAITING_SIGN_OFF");

        byte[] paper = pdf("签批" + one);
        Answer recorded = office.upload("/api/decisions/recorded", fields("leader1", one, "APPROVE"), "file", Map.of("签批.pdf", paper));
        assertThat(recorded.json().at("/outcomes/0/done").asBoolean()).as(recorded.text()).isTrue();
        JsonNode signature = file(one).at("/rounds/0/decisions/3");
        assertThat(signature.get("person").asText()).isEqualTo("leader1");
        assertThat(signature.get("recordedBy").asText()).isEqualTo("office1");
        assertThat(signature.get("personName").asText()).isEqualTo("陈国栋（周敏代录，附件）");
        assertThat(bureau.as("auditor1").get("/api/tasks/" + one + "/evidence/" + signature.get("scan").asText()).bytes()).isEqualTo(paper);
        assertThat(audit.latest(1).get(0)).satisfies(written -> assertThat(written.person() + written.action() + written.subject()).isEqualTo("office1代录销号审定" + one));
        assertThat(bureau.as("auditor1").get("/api/tasks/" + one + "/archive.zip").status()).isEqualTo(200);
        assertThat(ledgerOf(caseNumber)).contains("陈国栋（周敏代录）\n");
        assertThat(told(office, "leader1", one)).contains("不由陈国栋办理");
        assertThat(clean()).isTrue();
    }

    private String ledgerOf(String caseNumber) throws IOException {
        try (XSSFWorkbook ledger = new XSSFWorkbook(new ByteArrayInputStream(bureau.as("auditor1").get("/api/cases/" + caseNumber + "/ledger.xlsx").bytes()))) {
            return new XSSFExcelExtractor(ledger).getText();
        }
    }

    @Test
    void theLeaderObjectsInTimeAndTheLedgerIsNotCleanUntilHeWithdraws() {
        Caller office = bureau.as("office1");
        Caller leader = bureau.as("leader1");
        for (String task : List.of(one, other)) done(office.upload("/api/decisions/recorded", fields("leader1", task, "APPROVE"), "file", Map.of("签批.pdf", pdf("x"))));
        assertThat(leader.get("/api/decisions").json().get("recorded").findValuesAsText("taskNumber")).contains(one, other);
        String at = "/api/decisions/recorded/" + one + "/1/";
        refused(bureau.as("leader3").post(at + "objection", Map.of("reason", "甲")), 403, "领导本人");
        refused(leader.post(at + "objection", Map.of("reason", " ")), 400, "请填写异议的理由");
        refused(leader.post(at + "withdrawal", Map.of()), 409, "没有未撤回的异议");
        done(leader.post(at + "objection", Map.of("reason", "我没有签批这一项")));
        refused(leader.post(at + "objection", Map.of("reason", "再提")), 409, "已对" + one);
        JsonNode reconciled = bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json();
        assertThat(reconciled.get("clean").asBoolean()).isFalse();
        assertThat(reconciled.get("rules").findValues("exceptions").toString()).contains(one + "的销号审定由周敏代录，领导本人提出异议且尚未撤回：我没有签批这一项");
        assertThat(file(one).at("/rounds/0/decisions/3/objections/0/reason").asText()).isEqualTo("我没有签批这一项");
        done(leader.post(at + "withdrawal", Map.of()));
        assertThat(clean()).isTrue();

        jdbc.update("update ledger.task_decision set decided_at = ? where task_number = ? and recorded_by is not null", LocalDateTime.now().minusDays(15), other);
        refused(leader.post("/api/decisions/recorded/" + other + "/1/objection", Map.of("reason", "甲")), 409, "现已过期");
        assertThat(leader.get("/api/decisions").json().get("recorded").findValuesAsText("taskNumber")).doesNotContain(other);
    }

    @Test
    void wrongPeopleNeitherNameNorRecord() {
        refused(named("leader3", "leader1", "office1"), 403, "领导本人或平台管理员");
        refused(named("leader1", "leader1", "sanitation1"), 409, "不能做代录人");
        refused(named("leader1", "leader1", "auditor1"), 409, "不能做代录人");
        refused(named("admin", "sanitationhead", "office1"), 409, "不是领导小组成员");
        refused(named("leader1", "leader1", "office1"), 409, "不必重复登记");
        refused(bureau.as("general1").get("/api/decisions?for=leader1"), 403, "不是这位领导的代录人");
        refused(bureau.as("office1").upload("/api/decisions/recorded", fields("leader3", one, "APPROVE"), "file", Map.of("签批.pdf", pdf("x"))), 403, "不是这位领导的代录人");
        Answer ofLeadLeader = named("leader2", "leader2", "office1");
        created(ofLeadLeader);
        assertThat(told(bureau.as("office1"), "leader2", one)).contains("不由刘建华办理");
        done(bureau.as("admin").post("/api/deputies/secretaries/" + ofLeadLeader.json().get("id").asLong() + "/end", Map.of()));
        refused(bureau.as("office1").get("/api/decisions?for=leader2"), 403, "不是这位领导的代录人");
        assertThat(file(one).get("status").asText()).isEqualTo("AWAITING_SIGN_OFF");
        assertThat(file(one).get("evidence")).hasSize(1);
    }

    @Test
    void whatASecretaryHadAHandInIsNotOfferedToHim() {
        jdbc.update("update ledger.evidence set uploaded_by = 'office1' where task_number = ?", other);
        JsonNode sheet = bureau.as("office1").get("/api/decisions?for=leader1").json();
        assertThat(sheet.get("groups").findValuesAsText("taskNumber")).contains(one).doesNotContain(other);
        assertThat(sheet.get("barred").findValuesAsText("taskNumber")).contains(other);
        assertThat(Session.of(port, "office1").get("/decisions?for=leader1").words()).contains(other + "：周敏参与了本任务的配合、报验、审签、核查或佐证材料，不能代录");
        assertThat(told(bureau.as("office1"), "leader1", other)).contains("周敏参与了本任务的配合");
    }

    private Answer named(String by, String leader, String secretary) {
        String today = LocalDate.now().toString();
        return bureau.as(by).post("/api/deputies/secretaries", Map.of("leader", leader, "secretary", secretary, "from", today, "to", today));
    }

    private static Map<String, String> fields(String leader, String task, String choice) {
        return new HashMap<>(Map.of("leader", leader, "taskNumber", task, "round", "1", "choice", choice));
    }

    private static String told(Caller caller, String leader, String task) {
        JsonNode outcome = caller.upload("/api/decisions/recorded", fields(leader, task, "APPROVE"), "file", Map.of("签批.pdf", pdf("x"))).json().at("/outcomes/0");
        assertThat(outcome.get("done").asBoolean()).isFalse();
        return outcome.get("result").asText();
    }

    private JsonNode file(String task) {
        return bureau.as("auditor1").get("/api/tasks/" + task).json();
    }

    private boolean clean() {
        return bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json().get("clean").asBoolean();
    }

    private static void refused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(reason);
    }
}
