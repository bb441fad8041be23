package org.rectification.lookback.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.lookback.LookBack;
import org.rectification.lookback.LookBackDraws;
import org.rectification.lookback.LookBackStatus;
import org.rectification.lookback.LookBacks;
import org.rectification.organization.Organization;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through bpmn/look-back.bpmn, and through the case's SubProcess_LookBack that leads to it. */
@OnH2
class LookBackProcessTest {

    @Autowired ApplicationContext context;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired LedgerView ledger;
    @Autowired LookBackDraws draws;
    @Autowired LookBacks lookBacks;
    @Autowired Reconciliation reconciliation;
    @Autowired JdbcClient jdbc;
    Desk desk;

    @BeforeEach
    void desk(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
    }

    /** All signed off and the bulletin approved. */
    private String caseToLookBackAt(int tasks) {
        String caseNumber = desk.launchedCase(tasks);
        for (int n = 1; n <= tasks; n++) desk.signedOff(taskNumber(caseNumber, n));
        desk.runJobs(caseNumber);
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        return caseNumber;
    }

    @Test
    void theDayComesSixMonthsAfterTheLastSignOff() {
        String caseNumber = caseToLookBackAt(2);
        jdbc.sql("update ledger.rectification_task set signed_off_at = timestamp '2030-08-31 16:00:00' where task_number = ?").param(taskNumber(caseNumber, 1)).update();

        assertThat(draws.due(caseNumber)).contains(LocalDate.of(2031, 2, 28));
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("SubProcess_LookBack", "Event_LookBackDue");
        assertThat(desk.job(caseNumber, "Event_LookBackDue").getDuedate().toInstant())
                .isEqualTo(LocalDate.now().plusMonths(6).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    @Test
    void theCaseClosesWhenEverythingHasHeld() {
        String caseNumber = caseToLookBackAt(2);
        ProcessInstance ofCase = desk.instance(caseNumber);

        desk.runJob(caseNumber, "Event_LookBackDue");
        assertThat(ofCase).isWaitingAtExactly("SubProcess_LookBack", "Task_OpenLookBack");
        desk.runJobs(caseNumber);
        assertThat(ofCase).isWaitingFor("Message_LookBacksDecided");
        assertStage(caseNumber, CaseStage.LOOKING_BACK);
        ProcessInstance first = desk.instance(taskNumber(caseNumber, 1));
        ProcessInstance second = desk.instance(taskNumber(caseNumber, 2));
        assertThat(first).isWaitingAtExactly("Task_LookBack");
        assertClean(caseNumber);

        desk.lookBack(taskNumber(caseNumber, 1), true);
        assertThat(first).hasPassedInOrder("Gateway_Held", "Gateway_LookedBack", "Gateway_LookBacksDecided", "EndEvent_LookedBack").hasNotPassed("Task_ReopenTask", "Task_AnnounceLookBacks").isEnded();
        desk.runJobs(caseNumber);
        assertThat(ofCase).isWaitingFor("Message_LookBacksDecided");

        desk.lookBack(taskNumber(caseNumber, 2), true);
        assertThat(second).isWaitingAtExactly("Task_AnnounceLookBacks");
        desk.runJobs(caseNumber);
        assertThat(second).hasPassed("Task_AnnounceLookBacks", "EndEvent_LookedBack").isEnded();
        assertThat(ofCase).hasPassedInOrder("Event_LookBacksDecided", "Gateway_Rebounded", "EndEvent_NothingRebounded", "Task_CloseCase").isEnded();
        assertStage(caseNumber, CaseStage.CLOSED);
        assertThat(ledger.tasks(caseNumber)).extracting(RectificationTask::status).containsOnly(TaskStatus.SIGNED_OFF);
    }

    @Test
    void whatReboundedRunsAgainAndTheCaseWaitsForItAndLooksBackAtItAlone() {
        String caseNumber = caseToLookBackAt(3);
        ProcessInstance ofCase = desk.instance(caseNumber);
        String rebounded = taskNumber(caseNumber, 2);
        desk.beginLookBack(caseNumber);
        ProcessInstance lookBack = desk.instance(rebounded);

        desk.lookBack(rebounded, false);
        assertThat(lookBack).hasPassedInOrder("Gateway_Held", "Task_ReopenTask", "Gateway_LookedBack", "EndEvent_LookedBack").isEnded();
        ProcessInstance again = desk.instance(rebounded);
        assertThat(again).isWaitingAtExactly("Task_Implement");
        assertThat(ledger.caseOf(caseNumber).openTasks()).isEqualTo(1);
        assertThat(ledger.figures(caseNumber).rebounds()).isEqualTo(1);
        assertThat(ledger.figures(caseNumber).completion().done()).isZero();
        assertClean(caseNumber);
        desk.lookBack(taskNumber(caseNumber, 1), true);
        desk.lookBack(taskNumber(caseNumber, 3), true);
        desk.runJobs(caseNumber);
        assertThat(ofCase).hasPassed("Gateway_Rebounded").hasNotPassed("Task_CloseCase").isWaitingAtExactly("SubProcess_LookBack", "Event_LastTaskSignedOff");
        assertStage(caseNumber, CaseStage.AWAITING_SIGN_OFFS);

        desk.signedOff(rebounded);
        desk.runJobs(caseNumber);
        assertThat(again).isEnded();
        assertThat(ofCase).isWaitingAtExactly("SubProcess_LookBack", "Event_LookBackDue");
        desk.beginLookBack(caseNumber);
        assertThat(draws.draws(caseNumber)).extracting(LookBackDraws.Draw::share, LookBackDraws.Draw::eligible).containsExactly(tuple(100, 3), tuple(100, 1));
        desk.lookBack(rebounded, true);
        desk.runJobs(caseNumber);
        assertThat(ofCase).isEnded();
        assertStage(caseNumber, CaseStage.CLOSED);
        assertThat(lookBacks.of(rebounded)).extracting(LookBack::round, LookBack::status)
                .containsExactly(tuple(1, LookBackStatus.REBOUNDED), tuple(2, LookBackStatus.HELD));
    }

    @Test
    void aReboundIsRefusedWithoutWordsOrDayAndHasThenChangedNothing() {
        String caseNumber = caseToLookBackAt(1);
        String task = taskNumber(caseNumber, 1);
        desk.beginLookBack(caseNumber);

        assertRefused(() -> desk.complete("supervisor1", task, "Task_LookBack", Map.of("held", false, "newDeadline", LocalDate.now().plusDays(30).toString())), "请填写反弹情况");
        assertRefused(() -> desk.complete("supervisor1", task, "Task_LookBack", Map.of("held", false, "opinion", "反弹", "newDeadline", LocalDate.now().toString())), "须晚于今天");
        assertRefused(() -> desk.complete("supervisor1", task, "Task_LookBack", Map.of("opinion", "反弹")), "请选择“回头看结论”");
        assertThat(desk.instance(task)).isWaitingAtExactly("Task_LookBack");
        assertThat(ledger.caseOf(caseNumber).isAllSignedOff()).isTrue();
        assertClean(caseNumber);
    }

    @Test
    void aTaskThatIsSignedOffAgainBeforeTheLastLookBackIsLookedBackAtWithoutWaiting() {
        String caseNumber = caseToLookBackAt(2);
        ProcessInstance ofCase = desk.instance(caseNumber);
        desk.beginLookBack(caseNumber);
        desk.lookBack(taskNumber(caseNumber, 1), false);
        desk.signedOff(taskNumber(caseNumber, 1));
        desk.runJobs(caseNumber);
        assertThat(ofCase).isWaitingAtExactly("SubProcess_LookBack", "Event_LookBacksDecided");

        desk.lookBack(taskNumber(caseNumber, 2), true);
        desk.runJobs(caseNumber);
        assertThat(ofCase).hasNotPassed("Event_LastTaskSignedOff").isWaitingAtExactly("SubProcess_LookBack", "Event_LookBackDue");
        desk.lookedBack(caseNumber);
        assertThat(ofCase).isEnded();
    }

    @Test
    void aCompletionThatAReboundHasOvertakenIsNotAnnounced() {
        String caseNumber = desk.launchedCase(1);
        String task = taskNumber(caseNumber, 1);
        desk.runJob(caseNumber, "Event_ConcentratedDeadlineReached");
        desk.signedOff(task);
        ProcessInstance signedOff = desk.instance(task);
        Job late = desk.job(task, "Task_AnnounceCompletion");
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        ProcessInstance ofCase = desk.instance(caseNumber);
        desk.runJob(caseNumber, "Event_LookBackDue");
        desk.runJob(caseNumber, "Task_OpenLookBack");
        desk.lookBack(task, false);
        management.executeJob(management.createJobQuery().activityId("Task_AnnounceLookBacks").list().stream()
                .filter(job -> runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey().equals(task)).findFirst().orElseThrow().getId());
        assertThat(ofCase).isWaitingAtExactly("SubProcess_LookBack", "Event_LastTaskSignedOff");

        management.executeJob(late.getId());

        assertThat(signedOff).isEnded();
        assertThat(ofCase).isWaitingAtExactly("SubProcess_LookBack", "Event_LastTaskSignedOff");
        assertClean(caseNumber);
        desk.signedOff(task);
        desk.runJobs(caseNumber);
        desk.lookedBack(caseNumber);
        assertThat(ofCase).isEnded();
        assertThat(jdbc.sql("select announced_at is not null from ledger.ledger_completion where case_number = ? order by generation").param(caseNumber).query(Boolean.class).list()).isEqualTo(List.of(false, true));
    }

    @Test
    void aShareIsDrawnInChunksOfAHundredEachTaskOnce() {
        String caseNumber = desk.launchedCase(150);
        desk.runJob(caseNumber, "Event_ConcentratedDeadlineReached");
        jdbc.sql("update ledger.rectification_task set status = 'SIGNED_OFF', signed_off_at = current_timestamp where case_number = ?").param(caseNumber).update();
        jdbc.sql("update ledger.rectification_case set open_tasks = 0 where case_number = ?").param(caseNumber).update();
        draws.chooseShare(caseNumber, 80, context.getBean(Organization.class).person("supervisor1"));
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        desk.runJob(caseNumber, "Event_LookBackDue");

        desk.runJob(caseNumber, "Task_OpenLookBack");
        assertThat(running(caseNumber)).hasSize(100);
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("SubProcess_LookBack", "Task_OpenLookBack");
        desk.runJob(caseNumber, "Task_OpenLookBack");
        assertThat(running(caseNumber)).hasSize(120).doesNotHaveDuplicates();
        assertThat(desk.instance(caseNumber)).isWaitingFor("Message_LookBacksDecided");
        LookBackDraws.Draw draw = draws.draws(caseNumber).get(0);
        assertThat(draw.share()).isEqualTo(80);
        assertThat(org.rectification.lookback.Sample.draw(Map.of("sanitation", ledger.tasks(caseNumber).stream().map(RectificationTask::taskNumber).toList()), 80, draw.seed()))
                .as("whoever has the seed draws the same").isEqualTo(lookBacks.ofCase(caseNumber).stream().map(LookBack::taskNumber).toList());
        assertRefused(() -> draws.chooseShare(caseNumber, 50, context.getBean(Organization.class).person("supervisor1")), "已经抽取");
    }

    private List<String> running(String caseNumber) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("look-back").processInstanceBusinessKeyLike(caseNumber + "-%").list().stream().map(ProcessInstance::getBusinessKey).toList();
    }

    @Test
    void nobodyBeginsALookBackByHand() {
        String caseNumber = caseToLookBackAt(1);
        String task = taskNumber(caseNumber, 1);

        assertRefused(() -> runtime.startProcessInstanceByKey("look-back", task), "没有被抽取");
        desk.beginLookBack(caseNumber);
        assertRefused(() -> runtime.startProcessInstanceByKey("look-back", task), "不能手工或重复发起");
        assertClean(caseNumber);
    }

    @Test
    void whatTheTeamFilesStandsBesideTheRounds() {
        String caseNumber = caseToLookBackAt(1);
        String task = taskNumber(caseNumber, 1);
        assertRefused(() -> desk.fileLookBackEvidence("supervisor1", task), "没有被抽取");
        desk.beginLookBack(caseNumber);
        assertRefused(() -> desk.fileLookBackEvidence("sanitation1", task), "由督导检查组上传");

        desk.fileLookBackEvidence("supervisor1", task);
        desk.lookBack(task, true);

        assertThat(lookBacks.evidenceOf(lookBacks.of(task).get(0))).singleElement().satisfies(file -> assertThat(file.round()).isZero());
        assertRefused(() -> desk.fileLookBackEvidence("supervisor1", task), "已有结论");
        assertClean(caseNumber);
    }

    private void assertClean(String caseNumber) {
        assertThat(reconciliation.of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream())).isEmpty();
    }

    private void assertStage(String caseNumber, CaseStage stage) {
        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(stage);
    }

    private static void assertRefused(Runnable deed, String reason) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
