package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.rectification.CaseOpinions;
import org.rectification.rectification.CaseOpinions.CaseOpinion;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.TaskDraft;
import org.rectification.refusal.Refusal;
import org.rectification.support.Bureau;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through bpmn/rectification-case.bpmn. */
@OnH2
class RectificationCaseProcessTest {

    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired LedgerView ledger;
    @Autowired JdbcClient jdbc;
    Desk desk;

    @BeforeEach
    void desk(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
    }

    // until the plan is approved

    @Test
    void feedbackBecomesACaseUnderItsOwnNumberWhateverKeyTheCallerSends() {
        String caseNumber = Bureau.newCaseNumber();

        ProcessInstance instance = desk.as("office1", () -> context.getBean(RuntimeService.class)
                .startProcessInstanceByKey("rectification-case", "anything", Bureau.feedback(caseNumber)));

        assertThat(instance).isWaitingAtExactly("Task_RegisterProblems");
        assertThat(desk.instance(caseNumber).getId()).isEqualTo(instance.getId());
        assertThat(desk.instance("anything")).isNull();
        assertStage(caseNumber, CaseStage.REGISTERING);
    }

    @Test
    void aSecondCaseUnderTheSameNumberIsRefused() {
        String caseNumber = desk.startedCase();

        assertRefused(() -> desk.start(Bureau.feedback(caseNumber)), "已被使用");
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("Task_RegisterProblems");
    }

    @Test
    void feedbackCarriesNothingButWhatItsFormAsks() {
        Map<String, Object> more = new HashMap<>(Bureau.feedback(Bureau.newCaseNumber()));
        more.put("planApproved", true);

        assertRefused(() -> desk.start(more), "planApproved");
    }

    @Test
    void aCaseWithoutProblemsStaysAtTheirRegistration() {
        String caseNumber = desk.startedCase();

        assertRefused(() -> desk.complete("office1", caseNumber, "Task_RegisterProblems", Map.of()), "问题清单还是空的");
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("Task_RegisterProblems");
        assertStage(caseNumber, CaseStage.REGISTERING);
    }

    @Test
    void aPlanIsReviewedByAllGroupsAtOnceBeforeItIsApproved() {
        String caseNumber = desk.caseInReview(1);
        ProcessInstance instance = desk.instance(caseNumber);

        desk.complete("committee1", caseNumber, "Task_ReviewPlan", Map.of("opinion", "责任清楚", "planGrade", "good"));
        assertThat(instance).isWaitingAt("Task_ReviewPlan");
        assertStage(caseNumber, CaseStage.REVIEWING_PLAN);

        desk.complete("supervisor2", caseNumber, "Task_ReviewPlan", Map.of("opinion", "标准可核查"));
        assertThat(instance).hasPassed("Task_ReviewPlan").isWaitingAtExactly("Task_ApprovePlan");
        assertStage(caseNumber, CaseStage.APPROVING_PLAN);
        assertThat(opinions(caseNumber)).extracting(CaseOpinion::groupId, CaseOpinion::person, CaseOpinion::opinion, CaseOpinion::grade)
                .containsExactly(tuple("discipline-committee", "committee1", "责任清楚", "good"), tuple("supervision-team", "supervisor2", "标准可核查", null));
    }

    @Test
    void theSecondReviewerSpeaksForHimself() {
        String caseNumber = desk.caseInReview(1);
        desk.complete("committee1", caseNumber, "Task_ReviewPlan", Map.of("opinion", "责任清楚", "planGrade", "good"));

        assertRefused(() -> desk.complete("supervisor1", caseNumber, "Task_ReviewPlan", Map.of()), "请填写联审意见");
        desk.complete("supervisor1", caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意"));

        assertThat(opinions(caseNumber)).extracting(CaseOpinion::grade).containsExactly("good", null);
    }

    @Test
    void aRefusedPlanIsDraftedReviewedAndApprovedAgain() {
        String caseNumber = desk.caseInApproval(1);
        ProcessInstance instance = desk.instance(caseNumber);

        desk.complete("leader1", caseNumber, "Task_ApprovePlan", Map.of("planApproved", false, "opinion", "措施不具体"));

        assertThat(instance).hasPassedInOrder("Task_DraftPlan", "Task_ReviewPlan", "Task_ApprovePlan", "Gateway_PlanApproved", "Gateway_PlanStart")
                .hasNotPassed("Task_DecomposeTasks").isWaitingAtExactly("Task_DraftPlan");
        assertStage(caseNumber, CaseStage.DRAFTING_PLAN);

        desk.draftPlan(caseNumber);
        desk.reviewPlan(caseNumber);
        desk.complete("leader1", caseNumber, "Task_ApprovePlan", Map.of("planApproved", true));
        assertThat(instance).isWaitingAtExactly("Task_DecomposeTasks");
        assertThat(ledger.caseOf(caseNumber).planVersion()).isEqualTo(2);
    }

    @Test
    void aPlanIsRefusedWithAnOpinionOnly() {
        String caseNumber = desk.caseInApproval(1);

        assertRefused(() -> desk.complete("leader1", caseNumber, "Task_ApprovePlan", Map.of("planApproved", false)), "请填写退回意见");
        assertRefused(() -> desk.complete("leader1", caseNumber, "Task_ApprovePlan", Map.of("opinion", "同意")), "请选择“审定结论”");
        assertRefused(() -> desk.complete("leader1", caseNumber, "Task_ApprovePlan", Map.of("planApproved", "true")), "请选择“审定结论”");
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("Task_ApprovePlan");
        assertStage(caseNumber, CaseStage.APPROVING_PLAN);
    }

    // launch

    @Test
    void anApprovedPlanIsLaunchedAsOneInstanceATask() {
        String caseNumber = desk.caseInDecomposition(1);
        ProcessInstance instance = desk.instance(caseNumber);
        assertThat(instance).hasPassedInOrder("Task_ApprovePlan", "Gateway_PlanApproved").isWaitingAtExactly("Task_DecomposeTasks");

        desk.addTasks(caseNumber, 2);
        desk.complete("office1", caseNumber, "Task_DecomposeTasks", Map.of());
        assertStage(caseNumber, CaseStage.LAUNCHING);
        desk.runJobs(caseNumber);

        assertThat(instance).hasPassedInOrder("Task_DecomposeTasks", "Gateway_LaunchStart", "Task_LaunchTasks", "Gateway_TasksRemaining")
                .isWaitingFor("Message_AllTasksSignedOff").hasNotPassed("Task_SummariseCase");
        assertThat(desk.instance(taskNumber(caseNumber, 1))).isWaitingAtExactly("Task_Implement");
        assertThat(desk.instance(taskNumber(caseNumber, 2))).isWaitingAtExactly("Task_Implement");
        assertStage(caseNumber, CaseStage.RECTIFYING);
    }

    @Test
    void problemsWithoutTasksAndTasksWithoutPartiesAreNotLaunched() {
        String caseNumber = desk.caseInDecomposition(2);
        var office = context.getBean(Organization.class).person("office1");
        context.getBean(Drafting.class).addTasks(caseNumber, List.of(new TaskDraft("1", "任务", null, null, null, null, null, null, null, null, null)), office);

        assertRefused(() -> desk.complete("office1", caseNumber, "Task_DecomposeTasks", Map.of()),
                "问题2“问题2”还没有整改任务；任务" + taskNumber(caseNumber, 1) + "“任务”缺少责任科室、责任领导、整改时限、销号标准");
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("Task_DecomposeTasks");
    }

    @Test
    void aCaseWhoseProblemsWereAllRemovedIsNotLaunched() {
        String caseNumber = desk.caseInDecomposition(1);
        context.getBean(Drafting.class).removeProblem(caseNumber, 1, "与其他问题重复", context.getBean(Organization.class).person("office1"));

        assertRefused(() -> desk.complete("office1", caseNumber, "Task_DecomposeTasks", Map.of()), "问题清单还是空的");
    }

    // summary and bulletin

    @Test
    void theSummaryBeginsAtTheConcentratedDeadlineWithOpenTasksAndTheCaseWaitsForTheLast() {
        String caseNumber = desk.launchedCase(2);
        ProcessInstance instance = desk.instance(caseNumber);
        desk.signedOff(taskNumber(caseNumber, 1));

        desk.runJob(caseNumber, "Event_ConcentratedDeadlineReached");
        assertThat(instance).hasPassed("Event_ConcentratedDeadlineReached").hasNotPassed("Event_AllTasksSignedOff").isWaitingAtExactly("Task_SummariseCase");
        assertStage(caseNumber, CaseStage.SUMMARISING);

        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        assertThat(instance).hasPassedInOrder("Task_ApproveBulletin", "Gateway_BulletinApproved", "Gateway_AllSignedOff").isWaitingAtExactly("SubProcess_LookBack", "Event_LastTaskSignedOff");
        assertStage(caseNumber, CaseStage.AWAITING_SIGN_OFFS);

        desk.signedOff(taskNumber(caseNumber, 2));
        desk.runJobs(caseNumber);
        assertThat(instance).isWaitingAtExactly("SubProcess_LookBack", "Event_LookBackDue");
        desk.lookedBack(caseNumber);
        assertThat(instance).hasPassedInOrder("Event_LastTaskSignedOff", "Gateway_ReadyToClose", "Event_LookBackDue", "Task_OpenLookBack", "Gateway_Rebounded", "Task_CloseCase", "EndEvent_CaseClosed").isEnded();
        assertStage(caseNumber, CaseStage.CLOSED);
    }

    @Test
    void theDeadlineBelongsToTheDepartmentsToItsEnd() {
        String caseNumber = desk.launchedCase(1);

        assertThat(desk.job(caseNumber, "Event_ConcentratedDeadlineReached").getDuedate().toInstant())
                .isEqualTo(ledger.caseOf(caseNumber).concentratedDeadline().plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    @Test
    void theSummaryBeginsAsSoonAsAllTasksAreSignedOff() {
        String caseNumber = desk.launchedCase(2);
        ProcessInstance instance = desk.instance(caseNumber);

        desk.signedOff(taskNumber(caseNumber, 1));
        desk.signedOff(taskNumber(caseNumber, 2));
        desk.runJobs(caseNumber);
        assertThat(instance).hasPassed("Event_AllTasksSignedOff").hasNotPassed("Event_ConcentratedDeadlineReached").isWaitingAtExactly("Task_SummariseCase");

        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        desk.lookedBack(caseNumber);
        assertThat(instance).hasPassedInOrder("Gateway_AllSignedOff", "Gateway_ReadyToClose", "Task_CloseCase", "EndEvent_CaseClosed")
                .hasNotPassed("Event_LastTaskSignedOff").isEnded();
    }

    @Test
    void theLastSignOffDuringTheSummaryIsRememberedUntilTheBulletin() {
        String caseNumber = desk.launchedCase(1);
        ProcessInstance instance = desk.instance(caseNumber);
        desk.runJob(caseNumber, "Event_ConcentratedDeadlineReached");

        desk.signedOff(taskNumber(caseNumber, 1));
        desk.runJobs(caseNumber);
        assertThat(instance).isWaitingAtExactly("Task_SummariseCase");

        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        assertThat(instance).hasPassed("Gateway_AllSignedOff").hasNotPassed("Event_LastTaskSignedOff", "Event_AllTasksSignedOff").isWaitingAtExactly("SubProcess_LookBack", "Event_LookBackDue");
        desk.lookedBack(caseNumber);
        assertThat(instance).isEnded();
    }

    @Test
    void aRefusedBulletinIsSummarisedAgain() {
        String caseNumber = desk.launchedCase(1);
        ProcessInstance instance = desk.instance(caseNumber);
        desk.runJob(caseNumber, "Event_ConcentratedDeadlineReached");
        desk.summarise(caseNumber);

        assertRefused(() -> desk.complete("leader1", caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", false)), "请填写退回意见");
        desk.approveBulletin(caseNumber, false);

        assertThat(instance).hasPassedInOrder("Task_SummariseCase", "Task_ApproveBulletin", "Gateway_BulletinApproved", "Gateway_SummaryStart")
                .hasNotPassed("Gateway_AllSignedOff").isWaitingAtExactly("Task_SummariseCase");
        assertStage(caseNumber, CaseStage.SUMMARISING);
        desk.summarise(caseNumber);
        assertThat(instance).isWaitingAtExactly("Task_ApproveBulletin");
    }

    // closing

    @Test
    void aCaseWhoseLedgerDoesNotReconcileStaysOpenAndBecomesAnIncident() {
        String caseNumber = desk.launchedCase(1);
        ProcessInstance instance = desk.instance(caseNumber);
        desk.signedOff(taskNumber(caseNumber, 1));
        desk.runJobs(caseNumber);
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        desk.beginLookBack(caseNumber);
        desk.lookBack(taskNumber(caseNumber, 1), true);
        desk.runJob(taskNumber(caseNumber, 1), "Task_AnnounceLookBacks");
        byte[] original = replaceEvidence(taskNumber(caseNumber, 1), Bureau.pdf("forged"));

        for (int retriesLeft = 4; retriesLeft >= 0; retriesLeft--) {
            assertRefused(() -> desk.runJob(caseNumber, "Task_CloseCase"), "与存入时不一致");
            assertThat(desk.job(caseNumber, "Task_CloseCase").getRetries()).isEqualTo(retriesLeft);
        }
        assertThat(instance).isWaitingAtExactly("Task_CloseCase");
        assertStage(caseNumber, CaseStage.LOOKING_BACK);
        assertThat(context.getBean(RuntimeService.class).createIncidentQuery().processInstanceId(instance.getId()).singleResult().getIncidentMessage()).contains("台账核对有1处不符");

        replaceEvidence(taskNumber(caseNumber, 1), original);
        management.setJobRetries(desk.job(caseNumber, "Task_CloseCase").getId(), 1);
        desk.runJob(caseNumber, "Task_CloseCase");
        assertThat(instance).isEnded();
        assertStage(caseNumber, CaseStage.CLOSED);
    }

    /** As somebody with access to the database would. @return what it was before */
    private byte[] replaceEvidence(String taskNumber, byte[] content) {
        byte[] before = jdbc.sql("select bytes from ledger.evidence_chunk where evidence_id = (select id from ledger.evidence where task_number = ?)").param(taskNumber).query((row, n) -> row.getBytes(1)).single();
        jdbc.sql("update ledger.evidence_chunk set bytes = ? where evidence_id = (select id from ledger.evidence where task_number = ?)").params(content, taskNumber).update();
        return before;
    }

    // support

    private List<CaseOpinion> opinions(String caseNumber) {
        return context.getBean(CaseOpinions.class).of(caseNumber);
    }

    private void assertStage(String caseNumber, CaseStage stage) {
        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(stage);
    }

    private static void assertRefused(Runnable deed, String reason) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
