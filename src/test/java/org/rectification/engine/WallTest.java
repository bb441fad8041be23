package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.feedback;
import static org.rectification.support.Bureau.newCaseNumber;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.audit.AuditTrail;
import org.rectification.audit.BreakGlass;
import org.rectification.organization.Organization;
import org.rectification.refusal.Refusal;
import org.rectification.support.Browser;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls around the rules, attacked over the engine's REST, Tasklist's own and Java; after every refusal everything is as it was. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired IdentityService identity;
    @Autowired Organization organization;
    @Autowired BreakGlass breakGlass;
    @Autowired AuditTrail audit;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    Map<String, Browser> browsers = new HashMap<>();
    /** Two tasks that no refused attack may move: one being implemented with its evidence filed, one awaiting endorsement. */
    String implementing;
    String awaitingEndorsement;

    @BeforeAll
    void twoTasksToAttack() {
        bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(2);
        implementing = taskNumber(caseNumber, 1);
        created(bureau.as("sanitation1").upload("/api/tasks/" + implementing + "/evidence", Map.of("a.pdf", pdf("a"))));
        awaitingEndorsement = taskNumber(caseNumber, 2);
        bureau.submitted(awaitingEndorsement);
    }

    @AfterEach
    void nobodyIsLoggedInOnThisThreadAndNoGlassIsBroken() {
        identity.clearAuthentication();
        jdbc.sql("delete from ledger.break_glass").update();
    }

    private Browser inTasklist(String person) {
        return browsers.computeIfAbsent(person, id -> Browser.of(port, id));
    }

    /** What can be seen of a task from everywhere: ledger, opinions, evidence, engine. */
    private String everythingAbout(String taskNumber) {
        StringBuilder all = new StringBuilder(bureau.as("auditor1").get("/api/tasks/" + taskNumber).text());
        for (var task : tasks.createTaskQuery().processInstanceBusinessKey(taskNumber).list()) {
            all.append('\n').append(task.getId()).append(' ').append(task.getTaskDefinitionKey()).append(' ').append(task.getAssignee()).append(' ').append(task.getOwner())
                    .append(' ').append(task.getDueDate()).append(' ').append(task.getFollowUpDate()).append(' ').append(task.getName()).append(' ').append(task.getPriority())
                    .append(' ').append(task.getDelegationState()).append(' ').append(task.isSuspended());
            tasks.getIdentityLinksForTask(task.getId()).stream().map(link -> "\n" + link.getType() + link.getUserId() + link.getGroupId()).sorted().forEach(all::append);
            all.append(tasks.getTaskAttachments(task.getId())).append(tasks.getTaskComments(task.getId()));
        }
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(taskNumber).list().forEach(instance ->
                all.append('\n').append(instance.getId()).append(instance.isSuspended()).append(runtime.getVariables(instance.getId())));
        return all.append(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(taskNumber).count()).toString();
    }

    private void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).containsPattern("\\p{IsHan}{4}");
    }

    /** Nobody is awaited in support of it. */
    private String newTask() {
        String taskNumber = taskNumber(bureau.launchedCase(1), 1);
        bureau.supported(taskNumber);
        return taskNumber;
    }

    private String taskOf(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult().getId();
    }

    private String instanceOf(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).singleResult().getId();
    }

    private static Map<String, Object> typed(Object value, String type) {
        Map<String, Object> variable = new HashMap<>();
        variable.put("value", value);
        if (type != null) variable.put("type", type);
        return variable;
    }

    // What nobody may do to a task

    static Stream<Arguments> bendingATask() {
        return Stream.of(
                Arguments.of("bpmnError", "POST /bpmnError", Map.of("errorCode", "any")),
                Arguments.of("bpmnEscalation", "POST /bpmnEscalation", Map.of("escalationCode", "any")),
                Arguments.of("resolve", "POST /resolve", Map.of("variables", Map.of("endorsed", Map.of("value", true)))),
                Arguments.of("delegate", "POST /delegate", Map.of("userId", "sanitation2")),
                Arguments.of("setAssignee", "POST /assignee", Map.of("userId", "parks1")),
                Arguments.of("setAssignee to oneself", "POST /assignee", Map.of("userId", "sanitation1")),
                Arguments.of("candidate user", "POST /identity-links", Map.of("userId", "parks1", "type", "candidate")),
                Arguments.of("candidate group", "POST /identity-links", Map.of("groupId", "dept-parks", "type", "candidate")),
                Arguments.of("candidate group taken away", "POST /identity-links/delete", Map.of("groupId", "dept-sanitation", "type", "candidate")),
                Arguments.of("due date", "PUT ", Map.of("due", "2030-01-01T00:00:00.000+0800", "name", "x", "assignee", "parks1", "delegationState", "PENDING")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bendingATask")
    void aTaskIsClaimedAndSubmittedAndNothingElse(String attack, String call, Map<String, Object> body) {
        String taskNumber = implementing;
        String path = "/task/" + taskOf(taskNumber) + call.substring(call.indexOf(' ') + 1);
        String before = everythingAbout(taskNumber);
        for (String person : List.of("sanitation1", "admin")) {
            Answer answer = call.startsWith("PUT") ? bureau.as(person).put("/engine-rest" + path, body) : bureau.as(person).post("/engine-rest" + path, body);
            assertRefused(answer, 409);
        }
        for (String stranger : List.of("parks1", "office1")) {
            Answer answer = call.startsWith("PUT") ? bureau.as(stranger).put("/engine-rest" + path, body) : bureau.as(stranger).post("/engine-rest" + path, body);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 409);
        }
        if (call.startsWith("POST")) assertRefused(inTasklist("sanitation1").post(Browser.TASKLIST + path, body), 409);
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void filesGoToTheLedgerAndNoTaskIsMadeByHand() {
        String before = everythingAbout(implementing);
        for (String person : List.of("sanitation1", "admin")) {
            identity.setAuthentication(person, List.copyOf(organization.person(person).groups()));
            assertThatThrownBy(() -> tasks.createAttachment("pdf", taskOf(implementing), null, "x", "x", "http://x")).isInstanceOf(Refusal.class);
            identity.clearAuthentication();
            assertRefused(bureau.as(person).post("/engine-rest/task/create", Map.of("id", "byhand", "name", "x", "parentTaskId", taskOf(implementing))), 409);
        }
        assertThat(tasks.createTaskQuery().taskId("byhand").count()).isZero();
        assertThat(everythingAbout(implementing)).isEqualTo(before);
    }

    @Test
    void overJavaNobodyBendsATaskEither() {
        String taskNumber = implementing;
        String id = taskOf(taskNumber);
        String before = everythingAbout(taskNumber);
        for (String person : List.of("sanitation1", "admin")) {
            List<Runnable> attacks = List.of(
                    () -> tasks.handleBpmnError(id, "any"), () -> tasks.handleEscalation(id, "any"), () -> tasks.resolveTask(id), () -> tasks.delegateTask(id, "sanitation2"),
                    () -> tasks.setAssignee(id, "parks1"), () -> tasks.setOwner(id, "parks1"), () -> tasks.addCandidateUser(id, "admin"), () -> tasks.addCandidateGroup(id, "dept-parks"),
                    () -> tasks.deleteCandidateGroup(id, "dept-sanitation"), () -> tasks.setPriority(id, 99), () -> tasks.setDueDate(id, new java.util.Date()),
                    () -> tasks.setFollowUpDate(id, new java.util.Date()), () -> tasks.setName(id, "x"), () -> tasks.createComment(id, null, "同意"), () -> tasks.saveTask(tasks.newTask()), () -> tasks.claim(id, "sanitation2"));
            attacks.forEach(attack -> {
                identity.setAuthentication(person, List.copyOf(organization.person(person).groups()));
                assertThatThrownBy(attack::run).isInstanceOf(Refusal.class).hasMessageMatching(".*\\p{IsHan}.*");
                identity.clearAuthentication();
            });
        }
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    // Who may complete what

    @Test
    void aTaskIsClaimedOnlyForOneselfAndOnlyByWhoMayDoIt() {
        String taskNumber = newTask();
        String id = taskOf(taskNumber);
        String before = everythingAbout(taskNumber);
        assertRefused(bureau.as("sanitation1").post("/engine-rest/task/" + id + "/claim", Map.of("userId", "sanitation2")), 403);
        assertRefused(bureau.as("sanitation1").post("/engine-rest/task/" + id + "/claim", Map.of("userId", "parks1")), 403);
        assertRefused(inTasklist("sanitation1").post(Browser.TASKLIST + "/task/" + id + "/claim", Map.of("userId", "sanitation2")), 403);
        for (String stranger : List.of("parks1", "financehead", "office1", "leader1", "supervisor1", "auditor1", "discipline1", "admin")) {
            assertRefused(bureau.as(stranger).post("/engine-rest/task/" + id + "/claim", Map.of("userId", stranger)), 403);
        }
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
        done(bureau.as("sanitation1").post("/engine-rest/task/" + id + "/claim", Map.of("userId", "sanitation1")));
        assertRefused(bureau.as("sanitation2").post("/engine-rest/task/" + id + "/claim", Map.of("userId", "sanitation2")), 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void nobodyButItsPeopleCompletesATask(String how) {
        String taskNumber = implementing;
        String path = "/task/" + taskOf(taskNumber) + "/" + how;
        Map<String, Object> body = Map.of("variables", Caller.typed(Map.of("completionStatement", "完成")));
        String before = everythingAbout(taskNumber);
        for (String stranger : List.of("parks1", "finance1", "parkshead", "office1", "leader1", "supervisor1", "committee1", "auditor1", "discipline1", "admin")) {
            assertRefused(bureau.as(stranger).post("/engine-rest" + path, body), 403);
        }
        assertRefused(inTasklist("parks1").post(Browser.TASKLIST + path, body), 403);
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void theAdminIsPartyToNoDecision() {
        String caseNumber = bureau.launchedCase(1);
        String taskNumber = taskNumber(caseNumber, 1);
        bureau.checked(taskNumber);
        String before = everythingAbout(taskNumber);
        assertRefused(bureau.as("admin").submit(taskOf(taskNumber), Map.of("signOffApproved", true)), 403);
        done(bureau.as("admin").put("/engine-rest/group/leading-group/members/admin", Map.of()));
        try {
            assertRefused(bureau.as("admin").submit(taskOf(taskNumber), Map.of("signOffApproved", true)), 403);
        } finally {
            identity.deleteMembership("admin", "leading-group");
        }
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void overJavaATaskTakesAnAuthenticatedPersonToo() {
        String taskNumber = implementing;
        String id = taskOf(taskNumber);
        String before = everythingAbout(taskNumber);
        for (Runnable attack : List.<Runnable>of(() -> tasks.complete(id), () -> forms.submitTaskForm(id, Map.of("completionStatement", "完成")), () -> tasks.completeWithVariablesInReturn(id, Map.of(), true))) {
            assertThatThrownBy(attack::run).isInstanceOf(Refusal.class).hasMessageContaining("登录");
            identity.setAuthentication("parks1", List.of("dept-sanitation"));
            assertThatThrownBy(attack::run).isInstanceOf(Refusal.class);
            identity.setAuthentication("nobodyhere", List.of("dept-sanitation"));
            assertThatThrownBy(attack::run).isInstanceOf(Refusal.class);
            identity.clearAuthentication();
        }
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void theActorIsWhoIsLoggedInAndNotTheAssignee() {
        String taskNumber = newTask();
        done(bureau.as("sanitation1").post("/engine-rest/task/" + taskOf(taskNumber) + "/claim", Map.of("userId", "sanitation1")));
        created(bureau.as("sanitation2").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("a.pdf", pdf("a"))));
        done(bureau.as("sanitation2").submit(taskOf(taskNumber), Map.of("completionStatement", "完成")));
        assertThat(bureau.as("auditor1").get("/api/tasks/" + taskNumber).json().at("/rounds/0/decisions/0/person").asText()).isEqualTo("sanitation2");
    }

    // Four different people

    @Test
    void whoUploadedOrSubmittedDoesNotEndorse() {
        String taskNumber = newTask();
        created(bureau.as("sanitation1").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("a.pdf", pdf("a"))));
        created(bureau.as("sanitationhead").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("b.pdf", pdf("b"))));
        done(bureau.as("sanitation1").submit(taskOf(taskNumber), Map.of("completionStatement", "完成")));
        String before = everythingAbout(taskNumber);
        assertRefused(bureau.as("sanitationhead").submit(taskOf(taskNumber), Map.of("endorsed", true)), 409);
        assertRefused(bureau.as("sanitation1").submit(taskOf(taskNumber), Map.of("endorsed", true)), 403);
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void whereTheHeadSubmitsTheLeadLeaderEndorsesAndNobodySignsTwice() {
        String taskNumber = newTask();
        created(bureau.as("sanitation1").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("a.pdf", pdf("a"))));
        done(bureau.as("sanitationhead").submit(taskOf(taskNumber), Map.of("completionStatement", "完成")));
        assertThat(bureau.as("sanitationhead").taskId(taskNumber, "Task_Endorse")).isNull();
        assertRefused(bureau.as("sanitationhead").submit(taskOf(taskNumber), Map.of("endorsed", true)), 403);
        assertRefused(bureau.as("leader1").submit(taskOf(taskNumber), Map.of("endorsed", true)), 403);
        done(bureau.as("leader2").submit(taskOf(taskNumber), Map.of("endorsed", true)));
        done(bureau.as("supervisor1").submit(taskOf(taskNumber), Map.of("checkPassed", true)));
        String before = everythingAbout(taskNumber);
        assertRefused(bureau.as("leader2").submit(taskOf(taskNumber), Map.of("signOffApproved", true)), 409);
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
        done(bureau.as("leader3").submit(taskOf(taskNumber), Map.of("signOffApproved", true)));
    }

    @Test
    void theLeadLeaderSignsNothingOff() {
        String taskNumber = newTask();
        bureau.checked(taskNumber);
        String before = everythingAbout(taskNumber);
        assertRefused(bureau.as("leader2").submit(taskOf(taskNumber), Map.of("signOffApproved", true)), 409);
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void oneWhoHoldsEveryRoleStillActsOnlyOnceInARound() {
        String taskNumber = newTask();
        bureau.endorsed(taskNumber);
        jdbc.sql("insert into ledger.membership (user_id, group_id) values ('sanitation1', 'supervision-team')").update();
        identity.createMembership("sanitation1", "supervision-team");
        try {
            String before = everythingAbout(taskNumber);
            Answer again = bureau.as("sanitation1").submit(taskOf(taskNumber), Map.of("checkPassed", true));
            assertRefused(again, 409);
            assertThat(again.reason()).contains("四个不同的人");
            assertThatThrownBy(() -> jdbc.sql("""
                    insert into ledger.task_decision (task_number, round, role, person, approved, evidence_hash, decided_at)
                    values (?, 1, 'CHECKER', 'sanitation1', true, 'x', current_timestamp)""").param(taskNumber).update()).as("two requests at once").isInstanceOf(DataIntegrityViolationException.class);
            assertThat(everythingAbout(taskNumber)).isEqualTo(before);
        } finally {
            jdbc.sql("delete from ledger.membership where user_id = 'sanitation1' and group_id = 'supervision-team'").update();
            identity.deleteMembership("sanitation1", "supervision-team");
        }
    }

    // What may be submitted

    static Stream<Arguments> badSubmissions() {
        String serialized = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 0x74, 0, 1, 0x78});
        return Stream.of(
                Arguments.of("no decision", Map.of("opinion", typed("同意", null))),
                Arguments.of("nothing", Map.of()),
                Arguments.of("decision null", Map.of("endorsed", typed(null, null))),
                Arguments.of("decision null Boolean", Map.of("endorsed", typed(null, "Boolean"))),
                Arguments.of("decision as text", Map.of("endorsed", typed("true", "String"))),
                Arguments.of("decision as untyped text", Map.of("endorsed", typed("true", null))),
                Arguments.of("decision as number", Map.of("endorsed", typed(1, "Integer"))),
                Arguments.of("refusal without opinion", Map.of("endorsed", typed(false, null))),
                Arguments.of("refusal with blank opinion", Map.of("endorsed", typed(false, null), "opinion", typed(" \n ", null))),
                Arguments.of("extra", Map.of("endorsed", typed(true, null), "extra", typed("x", null))),
                Arguments.of("the next decision", Map.of("endorsed", typed(true, null), "checkPassed", typed(true, null))),
                Arguments.of("the last decision", Map.of("endorsed", typed(true, null), "signOffApproved", typed(true, null))),
                Arguments.of("an outcome", Map.of("endorsed", typed(true, null), "ledgerCleared", typed(true, null))),
                Arguments.of("nrOfInstances", Map.of("endorsed", typed(true, null), "nrOfInstances", typed(1, null))),
                Arguments.of("loopCounter", Map.of("endorsed", typed(true, null), "loopCounter", typed(1, null))),
                Arguments.of("a bean's name", Map.of("endorsed", typed(true, null), "taskParties", typed("x", null))),
                Arguments.of("other letters", Map.of("Endorsed", typed(true, null))),
                Arguments.of("opinion as number with fraction", Map.of("endorsed", typed(true, null), "opinion", typed(1.5, "Double"))),
                Arguments.of("opinion as Boolean", Map.of("endorsed", typed(true, null), "opinion", typed(true, null))),
                Arguments.of("opinion as Json", Map.of("endorsed", typed(true, null), "opinion", typed("{}", "Json"))),
                Arguments.of("opinion as Bytes", Map.of("endorsed", typed(true, null), "opinion", typed("eA==", "Bytes"))),
                Arguments.of("opinion as File", Map.of("endorsed", typed(true, null), "opinion", Map.of("value", "eA==", "type", "File", "valueInfo", Map.of("filename", "x.txt")))),
                Arguments.of("opinion as Java object", Map.of("endorsed", typed(true, null), "opinion", Map.of("value", serialized, "type", "Object",
                        "valueInfo", Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/x-java-serialized-object")))),
                Arguments.of("decision as JSON object", Map.of("endorsed", Map.of("value", "true", "type", "Object",
                        "valueInfo", Map.of("objectTypeName", "java.lang.Boolean", "serializationDataFormat", "application/json")))),
                Arguments.of("opinion of 2001", Map.of("endorsed", typed(true, null), "opinion", typed("长".repeat(2001), null))),
                Arguments.of("opinion of 5000", Map.of("endorsed", typed(true, null), "opinion", typed("长".repeat(5000), null))),
                Arguments.of("opinion with NUL", Map.of("endorsed", typed(true, null), "opinion", typed("a\u0000b", null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badSubmissions")
    void whatDoesNotBelongOrFitIsRefused(String attack, Map<String, Object> variables) {
        String taskNumber = awaitingEndorsement;
        String before = everythingAbout(taskNumber);
        for (String how : List.of("complete", "submit-form")) {
            String path = "/task/" + taskOf(taskNumber) + "/" + how;
            for (Answer answer : List.of(bureau.as("sanitationhead").post("/engine-rest" + path, Map.of("variables", variables)),
                    inTasklist("sanitationhead").post(Browser.TASKLIST + path, Map.of("variables", variables)))) {
                assertThat(answer.status()).as(answer.text()).isIn(409, attack.contains("Json") ? 400 : 409);
                if (answer.status() == 409) assertRefused(answer, 409);
            }
        }
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
    }

    @Test
    void aDecisionSmuggledInEarlierDecidesNothing() {
        String taskNumber = newTask();
        runtime.setVariable(instanceOf(taskNumber), "endorsed", true);
        bureau.submitted(taskNumber);
        assertThat(runtime.getVariables(instanceOf(taskNumber))).as("cleared when the task was created").isEmpty();
        runtime.setVariable(instanceOf(taskNumber), "endorsed", true);
        assertRefused(bureau.as("sanitationhead").submit(taskOf(taskNumber), Map.of("opinion", "同意")), 409);
        assertThat(tasks.createTaskQuery().taskId(taskOf(taskNumber)).singleResult().getTaskDefinitionKey()).isEqualTo("Task_Endorse");
    }

    @Test
    void whatOneReviewerWroteIsNotTakenForTheOther() {
        String caseNumber = bureau.caseInReview(1);
        done(bureau.as("supervisor1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "督导组意见", "planGrade", "poor")));
        assertRefused(bureau.as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of()), 409);
        assertRefused(bureau.as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意", "reviewGroup", "supervision-team")), 409);
        assertRefused(bureau.as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意", "nrOfCompletedInstances", 2)), 409);
        done(bureau.as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "纪委意见")));
        assertThat(jdbc.sql("select group_id || ':' || opinion || ':' || coalesce(grade, '') from ledger.case_opinion where case_number = ? order by id").param(caseNumber).query(String.class).list())
                .containsExactly("supervision-team:督导组意见:poor", "discipline-committee:纪委意见:");
    }

    @Test
    void aSecondSubmissionOfTheSameTaskIsTold() throws Exception {
        String taskNumber = newTask();
        created(bureau.as("sanitation1").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("a.pdf", pdf("a"))));
        String id = taskOf(taskNumber);
        List<Answer> answers = Stream.of("sanitation1", "sanitation2", "sanitation1", "sanitation2").parallel()
                .map(person -> bureau.as(person).submit(id, Map.of("completionStatement", "完成"))).toList();
        assertThat(answers.stream().filter(answer -> answer.status() < 300)).as(answers.stream().map(Answer::text).toList().toString()).hasSize(1);
        answers.stream().filter(answer -> answer.status() >= 300).forEach(answer -> assertThat(answer.status()).as(answer.text()).isIn(403, 409));
        Answer late = bureau.as("sanitation1").submit(id, Map.of("completionStatement", "完成"));
        assertRefused(late, 409);
        assertThat(bureau.as("auditor1").get("/api/tasks/" + taskNumber).json().at("/rounds/0/decisions")).hasSize(1);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(taskNumber).count()).isEqualTo(1);
    }

    // Supporting

    @Test
    void supportIsConfirmedByTheDepartmentThatWasAskedAndByNobodyElse() {
        String taskNumber = taskNumber(bureau.launchedCase(1), 1);
        String support = taskNumber + ":finance";
        String id = taskOf(support);
        String before = everythingAbout(taskNumber) + everythingOf(support);
        for (String stranger : List.of("sanitation1", "parks1", "office1", "leader2", "supervisor1", "committee1", "auditor1", "discipline1", "admin")) {
            assertRefused(bureau.as(stranger).post("/engine-rest/task/" + id + "/claim", Map.of("userId", stranger)), 403);
            assertRefused(bureau.as(stranger).submit(id, Map.of("instalment", "完成")), 403);
            assertRefused(bureau.as(stranger).post("/engine-rest/task/" + id + "/complete", Map.of("variables", Caller.typed(Map.of("instalment", "完成")))), 403);
        }
        for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of(), Map.of("instalment", true), Map.of("instalment", "完成", "endorsed", true), Map.of("instalment", "长".repeat(2001)))) {
            assertRefused(bureau.as("finance1").submit(id, body), 409);
        }
        assertRefused(bureau.as("finance1").post("/engine-rest/task/" + id + "/bpmnError", Map.of("errorCode", "any")), 409);
        assertThat(everythingAbout(taskNumber) + everythingOf(support)).isEqualTo(before);
    }

    @Test
    void supportIsStartedWithItsTaskAndByNobodyElse() {
        String taskNumber = taskNumber(bureau.launchedCase(1), 1);
        for (String person : List.of("finance1", "sanitation1", "office1", "leader1", "admin")) {
            for (String key : List.of(taskNumber + ":finance", taskNumber + ":legal", taskNumber, "")) {
                Map<String, Object> body = key.isEmpty() ? Map.of() : Map.of("businessKey", key);
                assertRefused(bureau.as(person).post("/engine-rest/process-definition/key/task-support/start", body), person.equals("admin") ? 409 : 403);
            }
        }
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(taskNumber + ":%").count()).isEqualTo(1);
    }

    private String everythingOf(String support) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(support).singleResult();
        return task.getId() + task.getAssignee() + task.getDueDate() + runtime.getVariables(task.getProcessInstanceId());
    }

    // Starting

    @Test
    void aTaskStartsByTheLaunchAndByNobodyElse() {
        String caseNumber = bureau.launchedCase(1);
        String taskNumber = taskNumber(caseNumber, 1);
        String before = everythingAbout(taskNumber);
        for (String person : List.of("sanitation1", "office1", "leader1", "admin")) {
            for (String key : List.of(taskNumber, caseNumber + "-09-09", "")) {
                Map<String, Object> body = key.isEmpty() ? Map.of() : Map.of("businessKey", key);
                assertRefused(bureau.as(person).post("/engine-rest/process-definition/key/rectification-task/start", body), person.equals("admin") ? 409 : 403);
                assertRefused(bureau.as(person).post("/engine-rest/process-definition/key/rectification-task/submit-form", body), person.equals("admin") ? 409 : 403);
            }
        }
        for (String key : new String[] {taskNumber, "X-1", null}) {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("rectification-task", key)).isInstanceOf(Refusal.class);
        }
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("rectification-task").processInstanceBusinessKey("X-1").count()).isZero();
    }

    @Test
    void aCaseHasTheKeyThatItsNumberSaysAndOnlyOnce() {
        String number = newCaseNumber();
        long before = runtime.createProcessInstanceQuery().processDefinitionKey("rectification-case").count();
        Map<String, Object> variables = Caller.typed(feedback(number));
        String start = "/engine-rest/process-definition/key/rectification-case/start";
        for (String stranger : List.of("sanitation1", "sanitationhead", "leader1", "auditor1", "admin")) {
            assertRefused(bureau.as(stranger).post(start, Map.of("variables", variables)), 403);
            assertRefused(bureau.as(stranger).startCase(feedback(number)), 403);
        }
        assertRefused(bureau.as("office1").post(start, Map.of()), 409);
        assertRefused(bureau.as("office1").post(start, Map.of("businessKey", number)), 409);
        assertRefused(bureau.as("office1").post(start, Map.of("variables", variables, "startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_DecomposeTasks")))), 403);
        assertRefused(bureau.as("admin").post(start, Map.of("variables", variables, "skipCustomListeners", true,
                "startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_DecomposeTasks")))), 409);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("rectification-case").count()).isEqualTo(before);

        done(bureau.as("office1").post(start, Map.of("businessKey", "ANOTHER-KEY", "variables", variables)));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey("ANOTHER-KEY").count()).isZero();
        assertRefused(bureau.as("office1").post(start, Map.of("businessKey", number, "variables", variables)), 409);
        assertRefused(bureau.as("office1").startCase(feedback(number)), 409);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isEqualTo(1);
        assertThat(runtime.getVariables(instanceOf(number))).as("lives in the ledger alone").isEmpty();
    }

    static Stream<Arguments> badStarts() {
        return Stream.of(
                Arguments.of("extra", typed("x", null)), Arguments.of("planApproved", typed(true, null)), Arguments.of("tasksRemaining", typed(false, null)),
                Arguments.of("initiator", typed("leader1", null)), Arguments.of("title", typed("长".repeat(5000), null)), Arguments.of("title", typed("", null)), Arguments.of("title", typed(null, null)),
                Arguments.of("title", typed(true, "Boolean")), Arguments.of("title", typed("eA==", "Bytes")), Arguments.of("title", typed("a\u0007b", null)),
                Arguments.of("title", Map.of("value", "eA==", "type", "File", "valueInfo", Map.of("filename", "x.txt"))),
                Arguments.of("title", Map.of("value", "rO0ABXQAAXg=", "type", "Object", "valueInfo", Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/x-java-serialized-object"))),
                Arguments.of("title", Map.of("value", "\"x\"", "type", "Object", "valueInfo", Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/json"))),
                Arguments.of("caseNumber", typed("hz-1", null)), Arguments.of("caseNumber", typed("AB", null)), Arguments.of("caseNumber", typed("A".repeat(33), null)),
                Arguments.of("caseNumber", typed("A--B", null)), Arguments.of("caseNumber", typed("A/B", null)), Arguments.of("caseNumber", typed("案件一", null)), Arguments.of("caseNumber", typed(null, null)),
                Arguments.of("feedbackDate", typed("2026-02-30", null)), Arguments.of("feedbackDate", typed("21.11.2026", null)), Arguments.of("feedbackDate", typed("2999-01-01", null)),
                Arguments.of("feedbackDate", typed("2026-01-01T00:00:00.000+0800", "Date")), Arguments.of("concentratedDeadline", typed("1999-01-01", null)),
                Arguments.of("declaredProblems", typed("-1", null)), Arguments.of("declaredProblems", typed("zehn", null)), Arguments.of("declaredProblems", typed(1.5, "Double")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badStarts")
    void aBadStartStartsNothing(String name, Map<String, Object> value) {
        Map<String, Object> variables = new HashMap<>(Caller.typed(feedback(newCaseNumber())));
        variables.put(name, value);
        String before = counts();
        for (String how : List.of("start", "submit-form")) {
            assertRefused(bureau.as("office1").post("/engine-rest/process-definition/key/rectification-case/" + how, Map.of("variables", variables)), 409);
        }
        assertRefused(inTasklist("office1").post(Browser.TASKLIST + "/process-definition/key/rectification-case/submit-form", Map.of("variables", variables)), 409);
        assertThat(counts()).isEqualTo(before);
    }

    private String counts() {
        return runtime.createProcessInstanceQuery().count() + " " + jdbc.sql("select count(*) from ledger.rectification_case").query(Long.class).single() + " "
                + history.createHistoricVariableInstanceQuery().count();
    }

    // From outside

    record Outside(String name, String method, String path, Object body) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** {i} instance, {t} task, {x} its execution, {d} definition, {k} business key. */
    static Stream<Outside> fromOutside() {
        Map<String, Object> value = Map.of("value", true, "type", "Boolean");
        Map<String, Object> toTheEnd = Map.of("instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "EndEvent_SignedOff")));
        Map<String, Object> instances = Map.of("processInstanceIds", List.of("{i}"));
        return Stream.of(
                new Outside("variable of the instance", "PUT", "/process-instance/{i}/variables/endorsed", value),
                new Outside("variables of the instance", "POST", "/process-instance/{i}/variables", Map.of("modifications", Map.of("endorsed", value))),
                new Outside("variable of the instance removed", "DELETE", "/process-instance/{i}/variables/endorsed", null),
                new Outside("variable of the task", "PUT", "/task/{t}/variables/endorsed", value),
                new Outside("variables of the task", "POST", "/task/{t}/variables", Map.of("modifications", Map.of("endorsed", value))),
                new Outside("local variable of the task", "PUT", "/task/{t}/localVariables/endorsed", value),
                new Outside("variable of the task removed", "DELETE", "/task/{t}/variables/endorsed", null),
                new Outside("local variable of the execution", "PUT", "/execution/{x}/localVariables/endorsed", value),
                new Outside("local variable of the execution removed", "DELETE", "/execution/{x}/localVariables/endorsed", null),
                new Outside("variables of many", "POST", "/process-instance/variables-async", Map.of("processInstanceIds", List.of("{i}"), "variables", Map.of("endorsed", value))),
                new Outside("modification", "POST", "/process-instance/{i}/modification", toTheEnd),
                new Outside("modification without listeners", "POST", "/process-instance/{i}/modification", Map.of("skipCustomListeners", true, "skipIoMappings", true,
                        "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "EndEvent_SignedOff"), Map.of("type", "cancel", "activityId", "Task_Implement")))),
                new Outside("modification later", "POST", "/process-instance/{i}/modification-async", toTheEnd),
                new Outside("modification of many", "POST", "/modification/execute", Map.of("processDefinitionId", "{d}", "processInstanceIds", List.of("{i}"), "skipCustomListeners", true,
                        "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "EndEvent_SignedOff")))),
                new Outside("restart", "POST", "/process-definition/{d}/restart", Map.of("processInstanceIds", List.of("{i}"), "skipCustomListeners", true,
                        "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_SignOff")))),
                new Outside("migration", "POST", "/migration/execute", Map.of("processInstanceIds", List.of("{i}"), "skipCustomListeners", true, "migrationPlan", Map.of(
                        "sourceProcessDefinitionId", "{d}", "targetProcessDefinitionId", "{d}", "instructions",
                        List.of(Map.of("sourceActivityIds", List.of("Task_Implement"), "targetActivityIds", List.of("Task_SignOff")))))),
                new Outside("deletion", "DELETE", "/process-instance/{i}?skipCustomListeners=true", null),
                new Outside("deletion of many", "POST", "/process-instance/delete", instances),
                new Outside("suspension", "PUT", "/process-instance/{i}/suspended", Map.of("suspended", true)),
                new Outside("suspension of the definition", "PUT", "/process-definition/{d}/suspended", Map.of("suspended", true, "includeProcessInstances", true)),
                new Outside("suspension of many", "POST", "/process-instance/suspended-async", Map.of("suspended", true, "processInstanceIds", List.of("{i}"))),
                new Outside("suspension of jobs", "PUT", "/job/suspended", Map.of("suspended", true, "processDefinitionKey", "rectification-case")),
                new Outside("message", "POST", "/message", Map.of("messageName", "Message_AllTasksSignedOff", "businessKey", "{k}")),
                new Outside("message to all", "POST", "/message", Map.of("messageName", "Message_AllTasksSignedOff", "all", true)),
                new Outside("message to the execution", "POST", "/execution/{x}/messageSubscriptions/Message_AllTasksSignedOff/trigger", Map.of()),
                new Outside("signal to the execution", "POST", "/execution/{x}/signal", Map.of("variables", Map.of("endorsed", value))),
                new Outside("signal", "POST", "/signal", Map.of("name", "any")),
                new Outside("task deleted", "DELETE", "/task/{t}", null),
                new Outside("definition deleted", "DELETE", "/process-definition/{d}?cascade=true&skipCustomListeners=true", null),
                new Outside("definitions deleted", "DELETE", "/process-definition/key/rectification-task/delete?cascade=true&skipCustomListeners=true", null),
                new Outside("history deleted", "DELETE", "/history/process-instance/{i}/variable-instances", null),
                new Outside("history to be removed", "POST", "/history/process-instance/set-removal-time", Map.of("clearedRemovalTime", true, "historicProcessInstanceIds", List.of("{i}"))),
                new Outside("history cleaned up", "POST", "/history/cleanup?immediatelyDue=true", null),
                new Outside("history kept shorter", "PUT", "/process-definition/{d}/history-time-to-live", Map.of("historyTimeToLive", 0)),
                new Outside("users deleted", "DELETE", "/user/legal2", null));
    }

    @ParameterizedTest
    @MethodSource("fromOutside")
    void nobodyChangesAProcessFromOutside(Outside attack) {
        String taskNumber = implementing;
        String before = everythingAbout(taskNumber);
        for (String person : List.of("sanitation1", "office1", "leader1", "auditor1", "discipline1")) assertRefused(send(attack, taskNumber, person), 403);
        assertRefused(send(attack, taskNumber, "admin"), 409);
        assertThat(everythingAbout(taskNumber)).isEqualTo(before);
        assertThat(audit.latest(20)).noneMatch(entry -> entry.action().equals("应急处置操作") && entry.subject().contains(instanceOf(taskNumber)));
    }

    private Answer send(Outside attack, String taskNumber, String person) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(taskNumber).singleResult();
        Caller caller = bureau.as(person);
        String path = "/engine-rest" + filled(attack.path(), task, taskNumber);
        Object body = attack.body() == null ? null : filled(attack.body(), task, taskNumber);
        return switch (attack.method()) {
            case "POST" -> caller.post(path, body);
            case "PUT" -> caller.put(path, body);
            default -> caller.delete(path);
        };
    }

    private static String filled(String text, org.camunda.bpm.engine.task.Task task, String taskNumber) {
        return text.replace("{i}", task.getProcessInstanceId()).replace("{t}", task.getId()).replace("{x}", task.getExecutionId()).replace("{d}", task.getProcessDefinitionId()).replace("{k}", taskNumber);
    }

    private static Object filled(Object value, org.camunda.bpm.engine.task.Task task, String taskNumber) {
        if (value instanceof String text) return filled(text, task, taskNumber);
        if (value instanceof List<?> list) return list.stream().map(each -> filled(each, task, taskNumber)).toList();
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new HashMap<>();
            map.forEach((key, each) -> copy.put(key, filled(each, task, taskNumber)));
            return copy;
        }
        return value;
    }

    // Break-glass

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="trial" name="trial" namespace="http://rectification.org/trial">
              <decision id="trial-table" name="试算" xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive="1">
                <decisionTable id="table"><output id="out" name="out" typeRef="string" /></decisionTable>
              </decision>
            </definitions>""";
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://rectification.org/trial">
              <process id="slipped-in" isExecutable="true"><startEvent id="start" /></process>
            </definitions>""";

    @Test
    void anAdminWhoSaidWhyMayInterveneForAWhileAndIsOnTheAuditTrail() {
        String taskNumber = newTask();
        String instance = instanceOf(taskNumber);
        breakGlass.open(organization.person("admin"), "任务误挂起演练");
        done(bureau.as("admin").put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true)));
        assertThat(audit.latest(1).get(0)).satisfies(entry -> {
            assertThat(entry.person()).isEqualTo("admin");
            assertThat(entry.subject()).contains("SuspendProcessInstanceCmd", instance);
            assertThat(entry.detail()).isEqualTo("任务误挂起演练");
        });
        assertRefused(bureau.as("sanitation1").submit(taskOf(taskNumber), Map.of("completionStatement", "完成")), 409);
        assertRefused(bureau.as("office1").put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", false)), 403);
        jdbc.sql("update ledger.break_glass set closes_at = opened_at").update();
        assertRefused(bureau.as("admin").put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", false)), 409);
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().isSuspended()).isTrue();
    }

    @Test
    void anAdminBringsATableWithoutAReasonAndAModelWithOneAndBothAreOnTheTrail() {
        Map<String, byte[]> table = Map.of("bench.dmn", TABLE.getBytes(StandardCharsets.UTF_8));
        Answer deployed = bureau.as("admin").upload("/engine-rest/deployment/create", Map.of("deployment-name", "试算表"), "data", table);
        done(deployed);
        repository.deleteDeployment(deployed.json().get("id").asText(), true);
        assertThat(audit.latest(1).get(0)).satisfies(entry -> {
            assertThat(entry.person()).isEqualTo("admin");
            assertThat(entry.subject()).contains("DeployCmd");
        });
        Map<String, byte[]> model = Map.of("task-change.bpmn", MODEL.getBytes(StandardCharsets.UTF_8));
        assertRefused(bureau.as("admin").upload("/engine-rest/deployment/create", Map.of("deployment-name", "模型"), "data", model), 409);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("slipped-in").count()).isZero();
    }

    @Test
    void nobodyElseBreaksTheGlassAndNobodyWithoutAReason() {
        for (String person : List.of("office1", "leader1", "sanitation1", "auditor1", "discipline1")) {
            assertThatThrownBy(() -> breakGlass.open(organization.person(person), "理由")).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> breakGlass.open(organization.person("admin"), " ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> breakGlass.open(organization.person("admin"), "长".repeat(1001))).isInstanceOf(Refusal.class);
        assertThat(breakGlass.openReason("admin")).isEmpty();
    }

    @Test
    void evenBehindTheGlassNothingLeavesTheLedgerWithoutFourPeople() {
        String caseNumber = bureau.launchedCase(1);
        String taskNumber = taskNumber(caseNumber, 1);
        String instance = instanceOf(taskNumber);
        breakGlass.open(organization.person("admin"), "演练");
        Map<String, Object> toTheEnd = Map.of("type", "startBeforeActivity", "activityId", "EndEvent_SignedOff");
        assertRefused(bureau.as("admin").post("/engine-rest/process-instance/" + instance + "/modification", Map.of("instructions", List.of(toTheEnd))), 409);
        assertRefused(bureau.as("admin").submit(taskOf(taskNumber), Map.of("completionStatement", "完成")), 403);
        done(bureau.as("admin").post("/engine-rest/process-instance/" + instance + "/modification", Map.of("skipCustomListeners", true,
                "instructions", List.of(Map.of("type", "cancel", "activityId", "Task_Implement"), toTheEnd))));
        JsonNode row = bureau.as("office1").get("/api/cases/" + caseNumber + "/tasks").json().at("/content/0");
        assertThat(row.get("status").asText()).as("the ledger is the truth").isEqualTo("IN_PROGRESS");
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json().get("clean").asBoolean()).isFalse();
    }

    /** A command that an engine upgrade brings is break-glass until somebody has thought about it. */
    @Test
    void everyCommandThatReadsIsCalledSo() {
        Set<String> changing = Set.of("Set", "Delete", "Remove", "Update", "Add", "Create", "Save", "Modify", "Migrate", "Restart", "Suspend", "Activate", "Correlate", "Signal", "Patch", "Complete", "Lock", "Unlock", "Handle", "Execute Jobs");
        assertThat(changing).noneMatch(verb -> CommandWall.reads(verb.replace(" ", "") + "SomethingCmd"));
        assertThat(List.of("GetTaskVariablesCmd", "TaskQueryImpl", "CreateUserQueryCmd", "ExecuteFilterListCmd", "FindActiveActivityIdsCmd", "IsIdentityServiceReadOnlyCmd")).allMatch(CommandWall::reads);
    }
}
