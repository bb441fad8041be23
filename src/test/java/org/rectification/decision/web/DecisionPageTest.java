package org.rectification.decision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 集中办理 over HTTP: many decisions at once, each on its own. */
class DecisionPageTest {

    @Nested
    @OnH2
    class H2 extends ManyDecisions {

        @Test
        void thePageListsTakesBackAndTellsWhatBecameOfEach() {
            Bureau bureau = bureau();
            String caseNumber = bureau.launchedCase(2);
            String one = taskNumber(caseNumber, 1);
            String other = taskNumber(caseNumber, 2);
            bureau.endorsed(one);
            bureau.endorsed(other);
            Session supervisor = Session.of(port, "supervisor1");
            assertThat(supervisor.get("/").text()).contains("/decisions\"");
            assertThat(Session.of(port, "sanitation1").get("/").text()).doesNotContain("/decisions\"");
            assertThat(supervisor.get("/decisions").words()).contains("核查验收", caseNumber, one, "第1次报验", "已按措施完成整改。", "佐证材料1份", "提交2项");
            Map<String, String> typed = Map.of("step", "CHECK", "caseNumber", caseNumber, "opinion", "经核查属实");
            Page refused = supervisor.submit("/decisions", with(typed, Map.of("task", List.of(one, other), "round-" + one, "1", "choice-" + one, "APPROVE", "round-" + other, "1", "choice-" + other, "RETURN")));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.words()).contains("退回" + other + "须单独写明退回意见");
            assertThat(refused.text()).contains("经核查属实");
            Page told = supervisor.submit("/decisions", with(typed, Map.of("task", List.of(one, other), "round-" + one, "1", "choice-" + one, "APPROVE", "round-" + other, "1", "choice-" + other, "SKIP")));
            assertThat(told.words()).contains("本次办理1项：办成1项", one, "已通过，转领导小组审定", other, "提交1项");
        }

        @Test
        void everyLineTellsWhatOneMustKnowToDecide() {
            Bureau bureau = bureau();
            String task = taskNumber(bureau.launchedCase(1), 1);
            bureau.endorsed(task);
            done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", false, "opinion", "照片缺点位编号")));
            done(bureau.as("sanitation1").put("/api/tasks/" + task + "/measures/1", Map.of("doneOn", LocalDate.now().toString())));
            bureau.endorsed(task);
            assertThat(Session.of(port, "supervisor1").get("/decisions").words()).contains("销号标准： 有方案、有清单、有照片。", "第1次报验核查退回", "）：照片缺点位编号",
                    "2条措施中还有1条没有勾选完成 2．逐项落实", "配合情况 已确认1/1 财务科： 已落实资金并拨付到位。（");
            JsonNode line = line(bureau.as("supervisor1").get("/api/decisions").json(), task);
            assertThat(line.at("/lastReturn/round").asText() + line.at("/lastReturn/roleName").asText() + line.at("/lastReturn/opinion").asText()).isEqualTo("1核查照片缺点位编号");
            assertThat(line.get("measures").findValuesAsText("text")).containsExactly("制定方案", "逐项落实");
        }

        private static JsonNode line(JsonNode sheet, String task) {
            return StreamSupport.stream(sheet.get("groups").spliterator(), false).flatMap(group -> StreamSupport.stream(group.get("decisions").spliterator(), false))
                    .filter(line -> line.get("taskNumber").asText().equals(task)).findFirst().orElseThrow();
        }

        private static Map<String, Object> with(Map<String, String> typed, Map<String, Object> more) {
            Map<String, Object> form = new java.util.HashMap<>(typed);
            form.putAll(more);
            return form;
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends ManyDecisions {
    }
}

abstract class ManyDecisions {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    Bureau bureau() {
        return new Bureau(port, management);
    }

    @Test
    void eachOfABatchIsADecisionOfItsOwnAndCitesTheMeeting() throws IOException {
        Bureau bureau = bureau();
        String caseNumber = bureau.launchedCase(3);
        String passed = taskNumber(caseNumber, 1);
        String endorsedByHim = taskNumber(caseNumber, 2);
        String returned = taskNumber(caseNumber, 3);
        bureau.checked(passed);
        endorsedByLeader1(bureau, endorsedByHim);
        bureau.checked(returned);
        long meeting = meeting(bureau, caseNumber);
        Caller leader = bureau.as("leader1");
        assertThat(listed(leader)).contains(passed, returned).doesNotContain(endorsedByHim);
        assertThat(listed(bureau.as("leader2"))).doesNotContain(passed);

        List<Map<String, Object>> lines = List.of(line(passed, 1, "SUSTAIN", null), line(endorsedByHim, 1, "APPROVE", null), line(returned, 1, "RETURN", null));
        Answer flawed = leader.post("/api/decisions", Map.of("step", "SIGN_OFF", "decisions", lines));
        assertThat(flawed.status()).as(flawed.text()).isEqualTo(400);
        assertThat(flawed.json().at("/errors/0").toString()).contains("\"row\":3", "\"field\":\"opinion\"");
        Answer elsewhere = leader.post("/api/decisions", Map.of("step", "SIGN_OFF", "meeting", meeting(bureau, bureau.startedCase()), "decisions", lines.subList(0, 2)));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.reason()).contains("附册中没有编号为");
        assertThat(List.of(status(bureau, passed), status(bureau, endorsedByHim), status(bureau, returned))).containsOnly("AWAITING_SIGN_OFF");

        Answer answer = leader.post("/api/decisions", Map.of("step", "SIGN_OFF", "opinion", "会议同意", "meeting", meeting,
                "decisions", List.of(lines.get(0), lines.get(1), line(returned, 1, "RETURN", "点位照片不全"))));
        done(answer);
        JsonNode outcomes = answer.json().get("outcomes");
        assertThat(outcomes.findValuesAsText("done")).containsExactly("true", "false", "true");
        assertThat(outcomes.get(1).get("result").asText()).contains("“销号审定”已经办结、已被同事认领或不由您办理");
        assertThat(List.of(status(bureau, passed), status(bureau, endorsedByHim), status(bureau, returned))).containsExactly("SIGNED_OFF", "AWAITING_SIGN_OFF", "IN_PROGRESS");
        String cited = LocalDate.now() + " 领导小组会议";
        JsonNode signature = file(bureau, passed).at("/rounds/0/decisions/3");
        assertThat(signature.get("person").asText() + signature.get("opinion").asText() + signature.get("meeting").asText()).isEqualTo("leader1会议同意" + cited);
        assertThat(file(bureau, passed).get("sustained").asBoolean()).isTrue();
        JsonNode refusal = file(bureau, returned).at("/rounds/0/decisions/3");
        assertThat(refusal.get("opinion").asText() + refusal.get("meeting").asText()).isEqualTo("点位照片不全" + cited);
        assertThat(file(bureau, endorsedByHim).at("/rounds/0/decisions")).hasSize(3);
        assertThat(Session.of(port, "auditor1").get("/tasks/" + passed).words()).contains("据 " + cited);
        assertThat(pages(bureau.as("auditor1").get("/api/tasks/" + passed + "/archive.zip").bytes())).contains("据 " + cited);
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json().get("clean").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotHisOrNoLongerAsHeSawItIsLeftAlone() {
        Bureau bureau = bureau();
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.submitted(task);
        assertThat(listed(bureau.as("sanitationhead"))).contains(task);
        assertThat(told(bureau.as("parkshead"), "ENDORSE", line(task, 1, "APPROVE", null))).contains("不由您办理");
        assertThat(told(bureau.as("sanitationhead"), "CHECK", line(task, 1, "APPROVE", null))).contains("已经办结");
        assertThat(told(bureau.as("sanitationhead"), "ENDORSE", line(task, 2, "APPROVE", null))).contains("现在已是第1次报验");
        assertThat(status(bureau, task)).isEqualTo("AWAITING_ENDORSEMENT");
        done(bureau.as("sanitationhead").post("/api/decisions", Map.of("step", "ENDORSE", "decisions", List.of(line(task, 1, "APPROVE", null)))));

        Caller colleague = bureau.as("supervisor2");
        done(colleague.post("/engine-rest/task/" + colleague.taskId(task, "Task_Check") + "/claim", Map.of("userId", "supervisor2")));
        assertThat(listed(bureau.as("supervisor1"))).doesNotContain(task);
        assertThat(told(bureau.as("supervisor1"), "CHECK", line(task, 1, "APPROVE", null))).contains("已被同事认领");
        assertThat(listed(colleague)).contains(task);
    }

    private static Map<String, Object> line(String task, int round, String choice, String opinion) {
        return opinion == null ? Map.of("taskNumber", task, "round", round, "choice", choice) : Map.of("taskNumber", task, "round", round, "choice", choice, "opinion", opinion);
    }

    private static String told(Caller caller, String step, Map<String, Object> line) {
        JsonNode outcome = caller.post("/api/decisions", Map.of("step", step, "decisions", List.of(line))).json().at("/outcomes/0");
        assertThat(outcome.get("done").asBoolean()).isFalse();
        return outcome.get("result").asText();
    }

    private static List<String> listed(Caller caller) {
        return caller.get("/api/decisions").json().get("groups").findValuesAsText("taskNumber");
    }

    private static JsonNode file(Bureau bureau, String task) {
        return bureau.as("auditor1").get("/api/tasks/" + task).json();
    }

    private static String status(Bureau bureau, String task) {
        return file(bureau, task).get("status").asText();
    }

    private static long meeting(Bureau bureau, String caseNumber) {
        Answer met = bureau.as("office1").post("/api/cases/" + caseNumber + "/registers/meetings",
                Map.of("kind", "LEADING_GROUP", "date", LocalDate.now().toString(), "chair", "王建国", "decisions", "逐项过堂"));
        created(met);
        return met.json().get("id").asLong();
    }

    /** The head submitted it, so that the lead leader endorses, and leader1 does in his place. */
    private static void endorsedByLeader1(Bureau bureau, String task) {
        String today = LocalDate.now().toString();
        bureau.supported(task);
        created(bureau.as("sanitationhead").upload("/api/tasks/" + task + "/evidence", Map.of("记录.pdf", pdf(task))));
        done(bureau.as("sanitationhead").complete(task, "Task_Implement", Map.of("completionStatement", "完成")));
        Answer entered = bureau.as("leader2").post("/api/deputies", Map.of("absent", "leader2", "deputy", "leader1", "from", today, "to", today, "reason", "出差"));
        created(entered);
        try {
            done(bureau.as("leader1").complete(task, "Task_Endorse", Map.of("endorsed", true)));
        } finally {
            done(bureau.as("leader2").post("/api/deputies/" + entered.json().get("id").asLong() + "/end", Map.of()));
        }
        done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", true)));
    }

    private static String pages(byte[] zip) throws IOException {
        StringBuilder pages = new StringBuilder();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".html")) pages.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return pages.toString();
    }
}
