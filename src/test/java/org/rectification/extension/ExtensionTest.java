package org.rectification.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 延期 over HTTP on both databases. */
class ExtensionTest {

    @Nested
    @OnH2
    class H2 extends AskingForMoreTime {
    }

    @Nested
    @OnPostgres
    class Postgres extends AskingForMoreTime {
    }
}

abstract class AskingForMoreTime {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired EngineClock clock;
    Bureau bureau;
    String task;
    LocalDate deadline;
    LocalDate later;

    @BeforeEach
    void aTaskWithADeadline() {
        bureau = new Bureau(port, management);
        task = taskNumber(bureau.launchedCase(1), 1);
        deadline = LocalDate.parse(row().get("deadline").asText());
        later = deadline.plusDays(30);
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void twoSignaturesMoveTheDeadlineEverywhereAtOnce() {
        Answer asked = ask("sanitation1", later, "采购流标，须重新招标");
        created(asked);
        assertThat(asked.json().get("extensionKey").asText()).isEqualTo(task + ":E1");
        assertThat(asked.json().get("status").asText()).isEqualTo("REQUESTED");
        assertThat(asked.json().get("awaited").asText()).isEqualTo("等待环境卫生科负责人审签");
        assertThat(asked.json().at("/evidence/0/fileName").asText()).isEqualTo("流标公告.pdf");
        assertThat(row().get("deadline").asText()).as("asked is not given").isEqualTo(deadline.toString());

        done(bureau.as("sanitationhead").complete(task + ":E1", "Task_EndorseExtension", Map.of("extensionEndorsed", true, "opinion", "情况属实")));
        done(bureau.as("leader1").complete(task + ":E1", "Task_ApproveExtension", Map.of("extensionApproved", true, "opinion", "同意")));

        JsonNode extended = row();
        assertThat(extended.get("deadline").asText()).isEqualTo(later.toString());
        assertThat(extended.get("originalDeadline").asText()).isEqualTo(deadline.toString());
        assertThat(extended.get("extensions").asInt()).isEqualTo(1);
        assertThat(dueOn()).isEqualTo(later);
        assertThat(bureau.as("office1").get("/api/cases/" + task.substring(0, task.length() - 6) + "/reconciliation").json().get("clean").asBoolean()).isTrue();
        JsonNode listed = bureau.as("auditor1").get("/api/tasks/" + task + "/extensions").json().at("/content/0");
        assertThat(listed.get("status").asText()).isEqualTo("APPROVED");
        assertThat(listed.at("/signatures/1/person").asText()).isEqualTo("leader1");
        assertThat(listed.get("presentDeadline").asText()).isEqualTo(deadline.toString());

        created(ask("sanitation1", later.plusDays(10), "再次流标"));
        done(bureau.as("sanitationhead").complete(task + ":E2", "Task_EndorseExtension", Map.of("extensionEndorsed", true)));
        done(bureau.as("leader3").complete(task + ":E2", "Task_ApproveExtension", Map.of("extensionApproved", true)));
        assertThat(row().get("extensions").asInt()).isEqualTo(2);
        assertThat(row().get("originalDeadline").asText()).as("the first deadline for ever").isEqualTo(deadline.toString());
    }

    @Test
    void theFilesOfARequestAreNoEvidenceOfARound() {
        created(ask("sanitation1", later, "采购流标"));
        JsonNode file = bureau.as("sanitation1").get("/api/tasks/" + task + "/evidence").json().at("/content/0");
        assertThat(file.get("round").asInt()).isZero();
        assertThat(bureau.as("sanitationhead").get("/api/tasks/" + task + "/evidence/" + file.get("id").asLong()).status()).isEqualTo(200);
        Answer takenBack = bureau.as("sanitation1").delete("/api/tasks/" + task + "/evidence/" + file.get("id").asLong());
        assertThat(takenBack.reason()).contains("已随申请提交，不能撤回");
        assertThat(bureau.as("sanitation1").complete(task, "Task_Implement", Map.of("completionStatement", "完成")).reason()).contains("还没有佐证材料");
        bureau.signedOff(task);
    }

    @Test
    void aLateRequestIsRefusedAndALateAnswerIsNot() {
        clock.travelTo(LocalDateTime.of(deadline, LocalTime.of(23, 0)));
        created(ask("sanitation1", later, "采购流标"));
        clock.travelTo(LocalDateTime.of(deadline.plusDays(3), LocalTime.of(9, 0)));
        done(bureau.as("sanitationhead").complete(task + ":E1", "Task_EndorseExtension", Map.of("extensionEndorsed", false, "opinion", "理由不充分")));
        assertRefused(ask("sanitation1", later, "采购流标"), 409, "整改时限" + deadline + "已过，延期须在时限届满前申请，逾期申请不予受理");
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + task + "/extensions").json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsMissingOrOutOfBoundsIsNamedAllAtOnce() {
        Answer empty = bureau.as("sanitation1").upload("/api/tasks/" + task + "/extensions", Map.of("deadline", deadline.toString(), "reason", " "), "file", Map.of());
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.reason()).contains("须晚于现在的时限" + deadline, "请填写延期理由", "请至少上传一份佐证材料");
        assertRefused(ask("sanitation1", deadline.plusDays(181), "采购流标"), 400, "最多延期180天，延期后的时限最晚为" + deadline.plusDays(180));
        assertRefused(ask("parks1", later, "采购流标"), 403, "由其他科室承办");
        assertRefused(ask("office1", later, "采购流标"), 403, "由其他科室承办");
        assertRefused(bureau.as("sanitation1").upload("/api/tasks/NO-01-01/extensions", Map.of("deadline", later.toString(), "reason", "x"), "file", Map.of("a.pdf", pdf("a"))), 404, "没有编号为");
        Answer wrongFile = bureau.as("sanitation1").upload("/api/tasks/" + task + "/extensions", Map.of("deadline", later.toString(), "reason", "采购流标"), "file", Map.of("a.exe", pdf("a")));
        assertThat(wrongFile.status()).isEqualTo(415);
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + task + "/extensions").json().get("content")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("deadline-extension").processInstanceBusinessKeyLike(task + ":%").count()).isZero();
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + task + "/evidence").json().get("content")).isEmpty();
    }

    @Test
    void oneRequestAtATimeAndNoneForWhatIsDone() {
        created(ask("sanitation1", later, "采购流标"));
        assertRefused(ask("sanitation2", later, "采购流标"), 409, "已有延期申请" + task + ":E1“待审签”");
        bureau.signedOff(task);
        assertRefused(ask("sanitation1", later, "采购流标"), 409, "当前为“已销号”，不能申请延期");

        assertThat(bureau.as("sanitationhead").taskId(task + ":E1", "Task_EndorseExtension")).as("there is nothing left to extend").isNull();
        assertThat(row().get("extensions").asInt()).isZero();
    }

    @Test
    void whatAHeadAsksForTheLeadLeaderEndorsesAndAnotherLeaderDecides() {
        Answer asked = ask("sanitationhead", later, "采购流标");
        created(asked);
        assertThat(asked.json().get("awaited").asText()).startsWith("等待责任领导");
        assertThat(bureau.as("sanitationhead").taskId(task + ":E1", "Task_EndorseExtension")).isNull();
        done(bureau.as("leader2").complete(task + ":E1", "Task_EndorseExtension", Map.of("extensionEndorsed", true)));
        assertRefused(bureau.as("leader2").complete(task + ":E1", "Task_ApproveExtension", Map.of("extensionApproved", true)), 409, "由您审签");
        done(bureau.as("leader3").complete(task + ":E1", "Task_ApproveExtension", Map.of("extensionApproved", true)));
        assertThat(row().get("deadline").asText()).isEqualTo(later.toString());
    }

    /** Whoever may start anything at all, an approval begins with a request in the ledger or not at all. */
    @Test
    void theApprovalIsNeverStartedByHand() {
        created(ask("sanitation1", later, "采购流标"));
        for (String person : new String[] {"sanitation1", "sanitationhead", "office1", "leader1", "admin", "auditor1"}) {
            for (String key : new String[] {task + ":E1", task + ":E2"}) {
                Answer answer = bureau.as(person).post("/engine-rest/process-definition/key/deadline-extension/start", Map.of("businessKey", key));
                assertThat(answer.status()).as(person + answer.text()).isIn(403, 404, 409);
                assertThat(answer.reason()).containsPattern("\\p{IsHan}{4}");
            }
        }
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("deadline-extension").processInstanceBusinessKeyLike(task + ":%").count()).isEqualTo(1);
        assertRefused(bureau.as("sanitationhead").complete(task + ":E1", "Task_EndorseExtension", Map.of("extensionEndorsed", true, "extensionApproved", true)), 409, "不接受的项目“extensionApproved”");
        assertRefused(bureau.as("sanitationhead").complete(task + ":E1", "Task_EndorseExtension", Map.of("opinion", "同意")), 409, "请选择“审签结论”");
    }

    private Answer ask(String person, LocalDate until, String reason) {
        return bureau.as(person).upload("/api/tasks/" + task + "/extensions", Map.of("deadline", until.toString(), "reason", reason), "file", Map.of("流标公告.pdf", pdf(reason)));
    }

    private JsonNode row() {
        return bureau.as("auditor1").get("/api/tasks/" + task).json();
    }

    private LocalDate dueOn() {
        return LocalDate.ofInstant(tasks.createTaskQuery().processInstanceBusinessKey(task).singleResult().getDueDate().toInstant(), clock.getZone());
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }
}
