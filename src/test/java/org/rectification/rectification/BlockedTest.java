package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
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

/** 客观受阻 over HTTP on both databases. */
class BlockedTest {

    @Nested
    @OnH2
    class H2 extends WaitingForOthers {
    }

    @Nested
    @OnPostgres
    class Postgres extends WaitingForOthers {
    }
}

abstract class WaitingForOthers {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired EngineClock clock;
    Bureau bureau;
    String caseNumber;
    String task;
    LocalDate today;

    @BeforeEach
    void aTask() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(1);
        task = taskNumber(caseNumber, 1);
        today = LocalDate.now(clock);
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void aBlockedTaskIsPausedCountedApartAndNeverDone() {
        Answer asked = ask("sanitation1", draft());
        created(asked);
        assertThat(asked.json().get("blockKey").asText()).isEqualTo(task + ":B1");
        assertThat(asked.json().get("status").asText()).isEqualTo("REQUESTED");
        assertThat(row().get("light").asText()).as("asked is not given").isEqualTo("GREEN");
        done(bureau.as("leader1").complete(task + ":B1", "Task_ApproveBlocked", Map.of("blockedApproved", true, "opinion", "情况属实")));

        clock.travelTo(LocalDateTime.of(today.plusDays(50), LocalTime.NOON));
        assertThat(row().get("status").asText()).isEqualTo("BLOCKED");
        assertThat(row().get("light").asText()).isEqualTo("PAUSED");
        JsonNode figures = bureau.as("office1").get("/api/cases/" + caseNumber).json();
        assertThat(figures.get("blocked").asInt()).isEqualTo(1);
        assertThat(figures.get("overdue").asInt()).isZero();
        assertThat(due()).as("nobody is reminded of a deadline whose time does not run").isNull();
        assertThat(figures.at("/completion/done").asInt()).isZero();
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json().get("clean").asBoolean()).isTrue();

        management.executeJob(management.createJobQuery().processInstanceId(instance()).activityId("Event_ReviewDateReached").singleResult().getId());
        assertThat(bureau.as("leader1").taskId(task + ":B1", "Task_ReviewBlocked")).isNull();
        assertThat(bureau.as("office1").complete(task + ":B1", "Task_ReviewBlocked", Map.of("stillBlocked", true, "findings", "尚未批复")).reason()).contains("请填写下次复核日期");
        done(bureau.as("office1").complete(task + ":B1", "Task_ReviewBlocked", Map.of("stillBlocked", false, "nextReviewOn", "", "findings", "已批复")));
        assertThat(row().get("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(row().get("light").asText()).as("its deadline passed meanwhile").isEqualTo("RED");
        assertThat(due()).startsWith(row().get("deadline").asText());
        JsonNode listed = bureau.as("auditor1").get("/api/tasks/" + task + "/blocks").json().at("/content/0");
        assertThat(listed.get("pausedDays").asInt()).isEqualTo(50);
        assertThat(listed.at("/reviews/0/findings").asText()).isEqualTo("已批复");
        bureau.signedOff(task);
    }

    @Test
    void whatIsMissingIsNamedAndNothingHasChanged() {
        assertRefused(ask("sanitation1", Map.of()), 400, "请填写受阻原因");
        Map<String, String> early = new HashMap<>(draft());
        early.put("reviewOn", today.toString());
        assertRefused(ask("sanitation1", early), 400, "复核日期须晚于今天");
        assertRefused(ask("parks1", draft()), 403, "由其他科室承办");
        assertRefused(ask("office1", draft()), 403, "由其他科室承办");
        assertThat(bureau.as("parks1").get("/api/tasks/" + task + "/blocks").status()).isEqualTo(403);
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + task + "/blocks").json().get("content")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("objectively-blocked").processInstanceBusinessKeyLike(task + ":%").count()).isZero();
        created(ask("sanitation1", draft()));
        assertRefused(ask("sanitation2", draft()), 409, "已有受阻认定" + task + ":B1“待认定”");
        assertRefused(bureau.as("leader2").complete(task + ":B1", "Task_ApproveBlocked", Map.of("blockedApproved", true)), 409, "您是本任务的责任领导");
        assertRefused(bureau.as("leader1").complete(task + ":B1", "Task_ApproveBlocked", Map.of("blockedApproved", false)), 409, "不予认定时请填写意见");
        done(bureau.as("leader1").complete(task + ":B1", "Task_ApproveBlocked", Map.of("blockedApproved", false, "opinion", "可以协调")));
        bureau.submitted(task);
        assertRefused(ask("sanitation1", draft()), 409, "当前为“待部门审签”，只有“落实整改中”时才能申请");
    }

    @Test
    void theReviewMayBeAskedForEarly() {
        created(ask("sanitation1", draft()));
        assertRefused(bureau.as("sanitation1").call("POST", "/api/tasks/" + task + "/blocks/1/review"), 409, "当前为“待认定”");
        done(bureau.as("leader3").complete(task + ":B1", "Task_ApproveBlocked", Map.of("blockedApproved", true)));
        assertRefused(bureau.as("leader3").call("POST", "/api/tasks/" + task + "/blocks/1/review"), 403, "您不能申请提前复核");
        assertRefused(bureau.as("sanitation1").call("POST", "/api/tasks/" + task + "/blocks/2/review"), 404, "没有编号为");
        Answer forward = bureau.as("sanitation1").call("POST", "/api/tasks/" + task + "/blocks/1/review");
        assertThat(forward.status()).as(forward.text()).isEqualTo(200);
        assertThat(forward.json().get("underReview").asBoolean()).isTrue();
        assertRefused(bureau.as("office1").call("POST", "/api/tasks/" + task + "/blocks/1/review"), 409, "整改办正在复核");
        done(bureau.as("office1").complete(task + ":B1", "Task_ReviewBlocked", Map.of("stillBlocked", true, "nextReviewOn", today.plusDays(90).toString(), "findings", "尚未批复")));
        assertThat(row().get("status").asText()).isEqualTo("BLOCKED");
    }

    @Test
    void theDecisionIsNeverStartedByHand() {
        created(ask("sanitation1", draft()));
        for (String person : new String[] {"sanitation1", "office1", "leader1", "admin", "auditor1"}) {
            for (String key : new String[] {task + ":B1", task + ":B2"}) {
                Answer answer = bureau.as(person).post("/engine-rest/process-definition/key/objectively-blocked/start", Map.of("businessKey", key));
                assertThat(answer.status()).as(person + answer.text()).isIn(403, 404, 409);
            }
            Answer message = bureau.as(person).post("/engine-rest/message", Map.of("messageName", "Message_EarlyReviewRequested", "businessKey", task + ":B1"));
            assertThat(message.status()).as(person + message.text()).isIn(400, 403, 409);
        }
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("objectively-blocked").processInstanceBusinessKeyLike(task + ":%").count()).isEqualTo(1);
    }

    private Map<String, String> draft() {
        return Map.of("reason", "用地手续未批复", "outsideBody", "市自然资源局", "requestDate", today.minusDays(5).toString(), "requestNumber", "城管函〔2026〕12号",
                "interimMeasures", "先行围挡", "reviewOn", today.plusDays(10).toString());
    }

    private Answer ask(String person, Map<String, String> draft) {
        return bureau.as(person).post("/api/tasks/" + task + "/blocks", draft);
    }

    private JsonNode row() {
        return bureau.as("auditor1").get("/api/tasks/" + task).json();
    }

    private String due() {
        return bureau.as("sanitation1").get("/engine-rest/task?processInstanceBusinessKey=" + task).json().required(0).get("due").textValue();
    }

    private String instance() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(task + ":B1").singleResult().getId();
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }
}
