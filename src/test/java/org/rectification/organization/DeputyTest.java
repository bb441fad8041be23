package org.rectification.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
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
import org.rectification.todo.Todos;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 代理 over HTTP on both databases. */
class DeputyTest {

    @Nested
    @OnH2
    class H2 extends StandingIn {
    }

    @Nested
    @OnPostgres
    class Postgres extends StandingIn {
    }
}

abstract class StandingIn {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    @Autowired Organization organization;
    @Autowired Deputies deputies;
    @Autowired Todos todos;
    Bureau bureau;
    String task;
    LocalDate today;

    @BeforeEach
    void aTask() {
        bureau = new Bureau(port, management);
        task = taskNumber(bureau.launchedCase(1), 1);
        today = LocalDate.now();
    }

    @AfterEach
    void nobodyStandsIn() {
        clock.backToNow();
        for (JsonNode each : bureau.as("admin").get("/api/deputies").json().get("deputies")) {
            if (each.get("isEndable").asBoolean()) done(bureau.as("admin").post("/api/deputies/" + each.get("id").asLong() + "/end", Map.of()));
        }
    }

    @Test
    void aDeputySignsInHisOwnNameAndTheRecordSaysForWhom() {
        created(enter("supervisor1", "supervisor1", "committee1", today, today.plusDays(3)));
        assertThat(Session.of(port, "committee1").get("/").words()).contains("代 何志远", "机关纪委、代何志远");
        bureau.endorsed(task);
        assertThat(todos.on(task, organization.person("committee1"))).get().extracting(Todos.Todo::step).isEqualTo("核查验收");

        done(bureau.as("committee1").complete(task, "Task_Check", Map.of("checkPassed", true, "opinion", "属实")));

        JsonNode check = bureau.as("auditor1").get("/api/tasks/" + task).json().at("/rounds/0/decisions/2");
        assertThat(check.get("person").asText()).isEqualTo("committee1");
        assertThat(check.get("personName").asText()).isEqualTo("郑洁（代何志远）");
        assertThat(Session.of(port, "supervisor1").get("/deputies").words()).contains("郑洁 代 何志远 核查验收 " + task);
        created(enter("leader2", "leader2", "generalhead", today, today));
        assertRefused(bureau.as("generalhead").complete(task, "Task_SignOff", Map.of("signOffApproved", true)), 409, "您代理的正是本任务的责任领导");
        done(bureau.as("leader3").complete(task, "Task_SignOff", Map.of("signOffApproved", true, "sustained", true)));
        assertThat(bureau.as("office1").get("/api/cases/" + task.substring(0, task.length() - 6) + "/reconciliation").json().get("clean").asBoolean()).isTrue();
    }

    @Test
    void itBeginsAndEndsByItself() {
        bureau.endorsed(task);
        created(enter("supervisor1", "supervisor1", "committee1", today.plusDays(1), today.plusDays(2)));
        assertThat(sees("committee1")).isFalse();
        clock.travelTo(today.plusDays(1).atTime(LocalTime.NOON));
        assertThat(sees("committee1")).isTrue();
        assertThat(deputies.actingFor("supervisor1", today.plusDays(2))).containsExactly("committee1");
        assertThat(deputies.actingFor("supervisor1", today.plusDays(3))).isEmpty();
        String open = bureau.as("committee1").taskId(task, "Task_Check");
        done(bureau.as("committee1").post("/engine-rest/task/" + open + "/claim", Map.of("userId", "committee1")));
        clock.travelTo(today.plusDays(3).atTime(LocalTime.NOON));
        assertThat(sees("committee1")).isFalse();
        assertThat(bureau.as("supervisor2").get("/engine-rest/task/" + open).json().get("assignee").isNull()).as("what he had claimed is offered to the others again").isTrue();
        assertThat(bureau.as("committee1").submit(open, Map.of("checkPassed", true)).status()).isEqualTo(403);
        assertThat(organization.person("committee1").groups()).containsExactly("discipline-committee");
    }

    /** What is offered to a leader by name is offered to his deputy too, as long as he is one. */
    @Test
    void aLeadersDeputyEndorsesWhatTheHeadSubmitted() {
        bureau.supported(task);
        created(bureau.as("sanitationhead").upload("/api/tasks/" + task + "/evidence", Map.of("记录.pdf", pdf(task))));
        done(bureau.as("sanitationhead").complete(task, "Task_Implement", Map.of("completionStatement", "完成")));
        assertThat(bureau.as("generalhead").taskId(task, "Task_Endorse")).isNull();
        Answer entered = enter("leader2", "leader2", "generalhead", today, today.plusDays(1));
        created(entered);
        assertThat(bureau.as("generalhead").taskId(task, "Task_Endorse")).isNotNull();
        done(bureau.as("leader2").post("/api/deputies/" + entered.json().get("id").asLong() + "/end", Map.of()));
        assertThat(bureau.as("generalhead").taskId(task, "Task_Endorse")).isNull();
        created(enter("leader2", "leader2", "generalhead", today, today.plusDays(1)));
        done(bureau.as("generalhead").complete(task, "Task_Endorse", Map.of("endorsed", true)));
        assertThat(bureau.as("auditor1").get("/api/tasks/" + task).json().at("/rounds/0/decisions/1/personName").asText()).isEqualTo("张立新（代刘建华）");
        assertThat(Session.of(port, "generalhead").get("/deputies").words()).contains("张立新 代 刘建华 部门负责人审签 " + task);
        assertThat(Session.of(port, "sanitation1").get("/deputies").words()).doesNotContain("张立新 代 刘建华");
    }

    @Test
    void whoSubmittedDoesNotEndorseInAnothersPlace() {
        bureau.submitted(task);
        created(enter("sanitationhead", "sanitationhead", "sanitation1", today, today));
        assertRefused(bureau.as("sanitation1").complete(task, "Task_Endorse", Map.of("endorsed", true)), 409, "您已在本轮办理过“报验”");
    }

    @Test
    void onlyWhoFitsIsOffered() {
        assertThat(Session.of(port, "leader3").get("/deputies").text()).contains("value=\"leader1\"", "value=\"sanitationhead\"").doesNotContain("value=\"sanitation1\"", "value=\"supervisor1\"", "value=\"auditor1\"");
        Session head = Session.of(port, "parkshead");
        assertThat(head.get("/deputies").text()).contains("value=\"parks1\"", "value=\"generalhead\"").doesNotContain("value=\"general1\"");
        assertThat(head.get("/deputies/fit?absent=parks1").text()).contains("value=\"general1\"").doesNotContain("value=\"parks1\"", "value=\"auditor1\"");
        assertThat(Session.of(port, "admin").get("/deputies").text()).doesNotContain("value=\"admin\"");
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        created(enter("supervisor1", "supervisor1", "committee1", today.plusDays(5), today.plusDays(9)));
        assertRefused(enter("supervisor1", "supervisor1", "discipline1", today.plusDays(9), today.plusDays(12)), 409, "已由郑洁代理，日期不能重叠");
        assertRefused(enter("committee1", "committee1", "discipline1", today.plusDays(6), today.plusDays(6)), 409, "正代理何志远，代理不能再转给别人");
        assertRefused(enter("supervisor2", "supervisor2", "supervisor1", today.plusDays(4), today.plusDays(5)), 409, "自己由郑洁代理，不能同时代理他人");
        assertRefused(enter("supervisor2", "supervisor2", "supervisor2", today, today), 409, "代理人不能是本人");
        assertRefused(enter("supervisor2", "supervisor2", "auditor1", today, today), 409, "不参与任何决定，不能代理他人");
        assertRefused(enter("admin", "admin", "general2", today, today), 409, "平台管理员的权限不能代理");
        assertRefused(enter("supervisor2", "supervisor2", "general2", today.minusDays(1), today), 400, "已过，代理最早从今天");
        assertRefused(enter("supervisor2", "supervisor2", "general2", today.plusDays(1), today), 400, "早于开始日期");
        assertRefused(enter("sanitationhead", "supervisor2", "general2", today, today), 403, "您不能为马丽登记");
        assertRefused(enter("leader3", "leader3", "sanitation1", today, today), 409, "孙玉兰是领导小组成员，代理人须是领导小组成员或科室负责人，林晓不是");
        assertRefused(enter("supervisor2", "supervisor2", "parkshead", today, today), 409, "马丽是督导检查组成员，代理人须是督导检查组、机关纪委或派驻纪检监察组的成员");
        assertRefused(enter("parkshead", "parkshead", "sanitation1", today, today), 409, "唐勇是园林绿化科负责人，代理人须是本科室的人或其他科室负责人");
        created(enter("parkshead", "parkshead", "parks1", today, today));
        created(enter("sanitationhead", "sanitationhead", "generalhead", today, today));
        created(enter("sanitationhead", "sanitation1", "sanitation2", today, today));
        assertRefused(bureau.as("supervisor2").post("/api/deputies", Map.of()), 400, "请选择被代理人；请选择代理人；请填写开始日期；请填写结束日期；请填写事由");
        assertThat(organization.peopleByThemselves().stream().filter(person -> person.userId().equals("sanitation2")).findFirst().orElseThrow().groups()).containsExactly("dept-sanitation");
    }

    private Answer enter(String by, String absent, String deputy, LocalDate from, LocalDate to) {
        return bureau.as(by).post("/api/deputies", Map.of("absent", absent, "deputy", deputy, "from", from.toString(), "to", to.toString(), "reason", "出差"));
    }

    private boolean sees(String person) {
        return bureau.as(person).taskId(task, "Task_Check") != null;
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(List.of(answer.reason())).allSatisfy(said -> assertThat(said).contains(reason));
    }
}
