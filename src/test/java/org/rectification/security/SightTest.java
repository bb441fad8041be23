package org.rectification.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.organization.Organization;
import org.rectification.organization.OrganizationFile;
import org.rectification.support.Browser;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees what: a department its own tasks and evidence, those who supervise all of it, the readers all of it and without a pen. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SightTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired Organization organization;
    Bureau bureau;
    /** Sanitation leads it, finance supports, leader2 answers for it; one file is filed and one step done. */
    String caseNumber;
    String taskNumber;
    long evidence;

    @BeforeAll
    void aTaskOfSanitation() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(2);
        taskNumber = taskNumber(caseNumber, 1);
        bureau.submitted(taskNumber(caseNumber, 2));
        Answer filed = bureau.as("sanitation1").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("记录.pdf", pdf("secret")));
        created(filed);
        evidence = filed.json().at("/evidence/0/id").asLong();
        aDepartmentWithoutAnyTask();
    }

    /** The demo's departments have tasks of their own to see. */
    private void aDepartmentWithoutAnyTask() {
        organization.take(OrganizationFile.read("账号,姓名,科室代码,科室名称,角色,初始密码\nstranger1,新人,stranger,新设科室,经办人,demo\n".getBytes(StandardCharsets.UTF_8)));
    }

    private String instance() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(taskNumber).singleResult().getId();
    }

    private String task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(taskNumber).singleResult().getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parks1", "parkshead", "general2"})
    void anotherDepartmentSeesNothingOfIt(String stranger) {
        Caller caller = bureau.as(stranger);
        assertThat(caller.get("/api/cases/" + caseNumber + "/tasks").json().get("total").asInt()).isZero();
        assertThat(caller.get("/api/cases/" + caseNumber + "/tasks?department=sanitation&q=" + taskNumber).json().get("content")).isEmpty();
        for (String path : List.of("", "/evidence", "/evidence/" + evidence)) {
            Answer answer = caller.get("/api/tasks/" + taskNumber + path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.reason()).contains("其他科室");
            assertThat(answer.text()).doesNotContain("secret");
        }
        assertThat(caller.get("/api/cases/" + caseNumber + "/reconciliation").status()).isEqualTo(403);
        assertThat(caller.upload("/api/tasks/" + taskNumber + "/evidence", Map.of("x.pdf", pdf("x"))).status()).isEqualTo(403);
        assertThat(caller.delete("/api/tasks/" + taskNumber + "/evidence/" + evidence).status()).isEqualTo(403);
    }

    @Test
    void evidenceIsReachedThroughItsOwnTaskOnly() {
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + taskNumber(caseNumber, 2) + "/evidence/" + evidence).status()).isEqualTo(404);
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + taskNumber + "/evidence/" + evidence).text()).contains("secret");
        assertThat(bureau.as("finance1").get("/api/tasks/" + taskNumber + "/evidence/" + evidence).status()).as("supporting department").isEqualTo(200);
    }

    /** {i} instance, {t} task. Lists are empty and counts zero; single things are unknown or forbidden. */
    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", "/task/{t}", "/task/{t}/variables", "/task/{t}/localVariables", "/task/{t}/form-variables", "/task/{t}/form", "/task/{t}/rendered-form",
            "/task/{t}/deployed-form", "/task/{t}/identity-links", "/task/{t}/comment", "/task/{t}/attachment",
            "/process-instance", "/process-instance/count", "/process-instance/{i}", "/process-instance/{i}/activity-instances", "/process-instance/{i}/variables", "/process-instance/{i}/comment",
            "/execution", "/execution/count", "/execution/{i}", "/execution/{i}/localVariables", "/variable-instance", "/variable-instance/count", "/incident", "/incident/count",
            "/job", "/job/count", "/event-subscription", "/event-subscription/count", "/external-task", "/batch", "/deployment",
            "/history/task", "/history/task/count", "/history/process-instance", "/history/process-instance/count", "/history/process-instance/{i}", "/history/activity-instance",
            "/history/activity-instance/count", "/history/variable-instance", "/history/variable-instance/count", "/history/detail", "/history/detail/count", "/history/identity-link-log",
            "/history/incident", "/history/job-log", "/history/user-operation", "/history/user-operation/count", "/history/external-task-log", "/history/decision-instance",
            "/history/task/report?reportType=count&groupBy=taskName", "/history/process-instance/report?reportType=duration&periodUnit=month",
            "/history/process-definition/cleanable-process-instance-report", "/task/report/candidate-group-count",
            "/process-definition/statistics?failedJobs=true", "/process-definition/key/rectification-task/statistics", "/history/process-definition/{d}/statistics",
            "/user", "/user/count", "/group", "/user/sanitation1/profile", "/identity/groups?userId=sanitation1", "/group/dept-sanitation", "/authorization", "/authorization/count", "/tenant"})
    void theEngineShowsAnotherDepartmentNothingEither(String path) {
        String definition = runtime.createProcessInstanceQuery().processInstanceBusinessKey(taskNumber).singleResult().getProcessDefinitionId();
        String filled = path.replace("{t}", task()).replace("{i}", instance()).replace("{d}", definition);
        for (Answer answer : List.of(bureau.as("stranger1").get("/engine-rest" + filled), Browser.of(port, "stranger1").get(Browser.TASKLIST + filled))) {
            assertThat(answer.status()).as(answer.text()).isIn(200, 400, 403, 404);
            assertThat(answer.text()).doesNotContain(taskNumber, "Task_Implement\"");
            if (answer.status() != 200) continue;
            assertThat(answer.text()).doesNotContain("sanitation", instance(), task());
            JsonNode json = answer.json();
            assertThat(json.isArray() ? ownOnly(json) : json.has("count") ? ownCount(path, json) : json.has("groups") && json.get("groups").isEmpty()).as(answer.text()).isTrue();
        }
    }

    /** What a list may hold: the caller himself, his own groups, and of the models the mere totals that every case's figures tell as well. */
    private static boolean ownOnly(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(each -> each.path("id").asText().matches("stranger1|dept-stranger")
                || each.path("userId").asText().equals("stranger1") || each.has("instances") && each.has("definition"));
    }

    private static boolean ownCount(String path, JsonNode json) {
        return json.get("count").asInt() <= (path.matches("/user/count|/authorization/count") ? 1 : 0);
    }

    @Test
    void theOperatorsPagesAreNotForDepartments() {
        Browser clerk = Browser.of(port, "sanitation1");
        for (String path : List.of("/camunda/api/cockpit/plugin/base/default/process-definition/statistics", "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/camunda/api/cockpit/plugin/base/default/incident", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/")) {
            Answer answer = clerk.get(path);
            assertThat(answer.status()).as(path + answer.text()).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void aDepartmentSeesItsOwn() {
        Caller clerk = bureau.as("sanitation2");
        assertThat(clerk.get("/api/cases/" + caseNumber + "/tasks").json().get("total").asInt()).isEqualTo(2);
        assertThat(clerk.get("/engine-rest/task/count?processInstanceBusinessKey=" + taskNumber).json().get("count").asInt()).isEqualTo(1);
        assertThat(clerk.get("/engine-rest/task/count?processInstanceBusinessKey=" + taskNumber(caseNumber, 2)).json().get("count").asInt()).as("the head's").isZero();
        assertThat(bureau.as("sanitationhead").get("/engine-rest/task/count?processInstanceBusinessKey=" + taskNumber(caseNumber, 2)).json().get("count").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office1", "leader1", "leader2", "supervisor1", "committee1", "discipline1", "auditor1"})
    void whoSupervisesTheWholeSeesTheWholeLedger(String person) {
        Caller caller = bureau.as(person);
        assertThat(caller.get("/api/cases/" + caseNumber + "/tasks").json().get("total").asInt()).isEqualTo(2);
        assertThat(caller.get("/api/tasks/" + taskNumber).json().get("taskNumber").asText()).isEqualTo(taskNumber);
        assertThat(caller.get("/api/tasks/" + taskNumber + "/evidence/" + evidence).text()).contains("secret");
        assertThat(caller.get("/api/cases/" + caseNumber + "/reconciliation").json().get("clean").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "discipline1"})
    void theReadersReadTheProcessesTooAndChangeNothing(String reader) {
        Caller caller = bureau.as(reader);
        assertThat(caller.get("/engine-rest/task/count?processInstanceBusinessKey=" + taskNumber).json().get("count").asInt()).isEqualTo(1);
        assertThat(caller.get("/engine-rest/history/process-instance?processInstanceBusinessKey=" + taskNumber).json()).hasSize(1);
        String before = caller.get("/api/tasks/" + taskNumber).text() + caller.get("/api/cases/" + caseNumber + "/problems").text();
        List<Answer> writing = List.of(
                caller.post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Bureau.problem(9)))),
                caller.put("/api/cases/" + caseNumber + "/problems/1", Map.of("title", "x")),
                caller.delete("/api/cases/" + caseNumber + "/problems/1?reason=x"),
                caller.post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1)))),
                caller.put("/api/tasks/" + taskNumber, Map.of("title", "x")),
                caller.delete("/api/tasks/" + taskNumber + "?reason=x"),
                caller.upload("/api/tasks/" + taskNumber + "/evidence", Map.of("x.pdf", pdf("x"))),
                caller.delete("/api/tasks/" + taskNumber + "/evidence/" + evidence),
                caller.startCase(Bureau.feedback(Bureau.newCaseNumber())),
                caller.post("/engine-rest/task/" + task() + "/claim", Map.of("userId", reader)),
                caller.post("/engine-rest/task/" + task() + "/complete", Map.of()),
                caller.submit(task(), Map.of("completionStatement", "x")));
        assertThat(writing).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.reason()).containsPattern("\\p{IsHan}{3}");
        });
        assertThat(caller.post("/engine-rest/task/" + task() + "/comment/create", Map.of("message", "x")).status()).isEqualTo(409);
        assertThat(tasks.getTaskComments(task())).isEmpty();
        assertThat(caller.get("/api/tasks/" + taskNumber).text() + caller.get("/api/cases/" + caseNumber + "/problems").text()).isEqualTo(before);
    }
}
