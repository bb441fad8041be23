package org.rectification.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 移交、合并、拆分、撤销 over HTTP on both databases. */
class ChangeTest {

    @Nested
    @OnH2
    class H2 extends ChangingLaunchedTasks {
    }

    @Nested
    @OnPostgres
    class Postgres extends ChangingLaunchedTasks {
    }
}

abstract class ChangingLaunchedTasks {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;
    String caseNumber;
    String task;

    @BeforeEach
    void twoProblemsWithATaskEach() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(2);
        task = taskNumber(caseNumber, 1);
    }

    @Test
    void handedOverItKeepsItsNumberAndFileAndBeginsItsRoundAnew() {
        bureau.endorsed(task);
        JsonNode before = row(task);
        created(ask(task, Map.of("kind", "HAND_OVER", "reason", "职责调整", "leadDepartment", "parks", "leadLeader", "leader3")));
        assertRefused(bureau.as("leader2").complete(task + ":C1", "Task_ApproveChange", Map.of("changeApproved", true)), 409, "您是本任务的责任领导");
        approve(task);

        JsonNode after = row(task);
        assertThat(after.get("leadDepartment").asText()).isEqualTo("parks");
        assertThat(after.get("status").asText()).isEqualTo("IN_PROGRESS");
        for (String kept : List.of("round", "deadline", "originalDeadline", "extensions", "evidence")) assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
        assertThat(after.at("/rounds/0/decisions")).isEmpty();
        assertThat(after.at("/rounds/0/superseded")).hasSize(2);
        assertThat(after.at("/responsibleBefore/0/leadDepartment").asText()).isEqualTo("sanitation");
        assertThat(after.at("/responsibleBefore/0/leadLeader").asText()).isEqualTo("leader2");
        assertThat(bureau.as("sanitation1").taskId(task, "Task_Implement")).isNull();
        assertThat(bureau.as("supervisor1").taskId(task, "Task_Check")).isNull();
        assertRefused(bureau.as("parks1").delete("/api/tasks/" + task + "/evidence/" + after.at("/evidence/0/id").asLong()), 409, "由原责任科室在移交前上传");
        assertClean();

        created(bureau.as("parks1").upload("/api/tasks/" + task + "/evidence", Map.of("新记录.pdf", pdf("parks"))));
        done(bureau.as("parks1").complete(task, "Task_Implement", Map.of("completionStatement", "由本科室完成。")));
        done(bureau.as("parkshead").complete(task, "Task_Endorse", Map.of("endorsed", true)));
        done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", true)));
        assertRefused(bureau.as("leader3").complete(task, "Task_SignOff", Map.of("signOffApproved", true)), 409, "您是本任务的责任领导");
        done(bureau.as("leader2").complete(task, "Task_SignOff", Map.of("signOffApproved", true, "sustained", true)));
        assertThat(row(task).get("status").asText()).isEqualTo("SIGNED_OFF");
        assertClean();

        String other = taskNumber(caseNumber, 2);
        for (String department : List.of("parks", "sanitation")) {
            created(ask(other, Map.of("kind", "HAND_OVER", "reason", "职责调整", "leadDepartment", department, "leadLeader", "leader3")));
            done(bureau.as("leader1").complete(other + (department.equals("parks") ? ":C1" : ":C2"), "Task_ApproveChange", Map.of("changeApproved", true)));
        }
        assertThat(row(other).get("responsibleBefore")).as("there and back in one round").hasSize(2);
        assertThat(bureau.as("sanitation1").taskId(other, "Task_Implement")).isNotNull();
        assertClean();
    }

    @Test
    void splitItGoesOnUnderTheNextNumbersOfItsProblem() {
        JsonNode before = row(task);
        created(ask(task, Map.of("kind", "SPLIT", "reason", "内容多", "parts", List.of(part("甲", "sanitation"), part("乙", "parks")))));
        approve(task);

        String first = task.replaceFirst("01$", "02");
        String second = task.replaceFirst("01$", "03");
        JsonNode old = row(task);
        assertThat(old.get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(old.get("replacedBy")).extracting(JsonNode::asText).containsExactly(first, second);
        assertThat(row(first).get("replaces").get(0).asText()).isEqualTo(task);
        for (String kept : List.of("problem", "kind", "phase", "deadline", "originalDeadline", "extensions")) assertThat(row(second).get(kept)).as(kept).isEqualTo(before.get(kept));
        assertThat(row(second).at("/measures/1/text").asText()).isEqualTo("第二步");
        assertThat(bureau.as("parks1").taskId(second, "Task_Implement")).isNotNull();
        assertThat(bureau.as("finance1").taskId(second + ":finance", "Task_Support")).isNotNull();
        assertThat(bureau.as("finance1").taskId(task + ":finance", "Task_Support")).isNull();
        assertThat(figures().get("tasks").asInt()).isEqualTo(3);
        assertRefused(ask(task, Map.of("kind", "WITHDRAW", "reason", "x", "ground", "x")), 409, "当前为“已拆分”，不能调整");
        assertClean();

        bureau.signedOff(first);
        bureau.signedOff(taskNumber(caseNumber, 2));
        assertThat(figures().at("/completion/done").asInt()).as("one of two problems").isEqualTo(1);
        created(ask(second, Map.of("kind", "WITHDRAW", "reason", "已由前一项覆盖", "ground", first + "已销号")));
        approve(second);
        assertThat(figures().at("/completion/done").asInt()).isEqualTo(2);
        assertThat(figures().get("signedOff").asInt()).isEqualTo(figures().get("tasks").asInt()).isEqualTo(2);
        bureau.runJobs(caseNumber);
        assertThat(bureau.as("office1").taskId(caseNumber, "Task_SummariseCase")).as("the last open task has left the ledger").isNotNull();
        assertClean();
    }

    @Test
    void mergedItsOpenMeasuresGoOnInTheOther() {
        String other = taskNumber(caseNumber, 2);
        assertRefused(ask(task, Map.of("kind", "MERGE", "reason", "重复", "target", other, "ground", "一并整改")), 409, "是问题1仅有的任务");
        created(ask(task, Map.of("kind", "SPLIT", "reason", "内容多", "parts", List.of(part("甲", "sanitation"), part("乙", "parks")))));
        approve(task);
        String into = task.replaceFirst("01$", "02");
        String merged = task.replaceFirst("01$", "03");
        done(bureau.as("parks1").put("/api/tasks/" + merged + "/measures/1", Map.of("doneOn", java.time.LocalDate.now().toString())));
        assertRefused(ask(merged, Map.of("kind", "MERGE", "reason", "重复", "target", merged, "ground", "一并整改")), 409, "不能并入自己");
        created(ask(merged, Map.of("kind", "MERGE", "reason", "重复", "target", into, "ground", "一并整改")));
        approve(merged);

        assertThat(row(merged).get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(row(merged).get("replacedBy").get(0).asText()).isEqualTo(into);
        assertThat(row(into).get("replaces")).extracting(JsonNode::asText).containsExactly(task, merged);
        assertThat(row(into).get("measures")).extracting(measure -> measure.get("text").asText()).containsExactly("第一步", "第二步", "第二步");
        assertThat(figures().get("measuresDone").asInt()).isEqualTo(1);
        assertClean();
    }

    @Test
    void whatIsMissingOrImpossibleIsSaidAndNothingChanges() {
        assertRefused(ask(task, Map.of("kind", "WITHDRAW", "reason", "重复", "ground", "无")), 409, "是问题1仅有的任务，撤销后该问题无人整改");
        assertRefused(ask(task, Map.of("kind", "WITHDRAW")), 400, "请填写调整理由；请填写对应问题如何继续整改的说明");
        assertRefused(ask(task, Map.of("reason", "x")), 400, "请选择调整方式");
        assertRefused(ask(task, Map.of("kind", "HAND_OVER", "reason", "x", "leadDepartment", "sanitation", "leadLeader", "leader3")), 409, "不必移交");
        assertRefused(ask(task, Map.of("kind", "HAND_OVER", "reason", "x", "leadDepartment", "nowhere", "leadLeader", "sanitation1")), 400, "不存在");
        assertRefused(ask(task, Map.of("kind", "SPLIT", "reason", "x", "parts", List.of(part("甲", "parks")))), 400, "至少填写两项新任务");
        assertRefused(bureau.as("sanitationhead").post("/api/tasks/" + task + "/changes", Map.of("kind", "WITHDRAW", "reason", "x", "ground", "x")), 403, "任务调整由整改办提出");
        assertThat(bureau.as("office1").get("/api/tasks/" + task + "/changes").json().get("content")).isEmpty();

        created(ask(task, Map.of("kind", "HAND_OVER", "reason", "职责调整", "leadDepartment", "parks", "leadLeader", "leader3")));
        assertRefused(ask(task, Map.of("kind", "SPLIT", "reason", "x", "parts", List.of(part("甲", "parks"), part("乙", "parks")))), 409, "已有任务调整" + task + ":C1“待审定”");
        bureau.signedOff(task);
        assertThat(bureau.as("leader1").taskId(task + ":C1", "Task_ApproveChange")).as("there is nothing left to change").isNull();
        assertThat(bureau.as("office1").get("/api/tasks/" + task + "/changes").json().at("/content/0/status").asText()).isEqualTo("ENDED");
        assertRefused(bureau.as("office1").post("/engine-rest/process-definition/key/task-change/start", Map.of("businessKey", task + ":C1")), 403, "");
        assertThat(row(task).get("status").asText()).isEqualTo("SIGNED_OFF");
        assertClean();
    }

    private static Map<String, Object> part(String title, String department) {
        return Map.of("title", title, "leadDepartment", department, "leadLeader", "leader2", "signOffStandard", "有清单", "measures", "第一步\n第二步");
    }

    private Answer ask(String taskNumber, Map<String, Object> draft) {
        return bureau.as("office1").post("/api/tasks/" + taskNumber + "/changes", draft);
    }

    private void approve(String taskNumber) {
        done(bureau.as("leader1").complete(taskNumber + ":C1", "Task_ApproveChange", Map.of("changeApproved", true, "opinion", "同意")));
    }

    private JsonNode row(String taskNumber) {
        return bureau.as("auditor1").get("/api/tasks/" + taskNumber).json();
    }

    private JsonNode figures() {
        return bureau.as("auditor1").get("/api/cases/" + caseNumber).json();
    }

    private void assertClean() {
        JsonNode finding = bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json();
        assertThat(finding.get("clean").asBoolean()).as(finding.toString()).isTrue();
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }
}
