package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Role;
import org.rectification.rectification.TaskFile.Opinion;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.TaskStatus;
import org.rectification.rectification.TaskSupport;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through bpmn/rectification-task.bpmn. */
@OnH2
class RectificationTaskProcessTest {

    @Autowired ApplicationContext context;
    @Autowired TaskLifecycle lifecycle;
    @Autowired JdbcClient jdbc;
    Desk desk;
    String caseNumber;
    String first;
    ProcessInstance instance;

    @BeforeEach
    void twoTasksAreLaunched(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        caseNumber = desk.launchedCase(2);
        first = taskNumber(caseNumber, 1);
        instance = desk.instance(first);
    }

    // signed off

    @Test
    void aTaskThatIsNotTheLastLeavesTheLedgerQuietly() {
        assertThat(instance).hasPassedInOrder("StartEvent_TaskIssued", "Gateway_SupportNeeded", "Gateway_RoundStart").hasNotPassed("Task_RequestSupport").isWaitingAtExactly("Task_Implement");
        desk.submit(first);
        assertThat(instance).isWaitingAtExactly("Task_Endorse");
        desk.endorse(first, true);
        assertThat(instance).isWaitingAtExactly("Task_Check");
        desk.check(first, true);
        assertThat(instance).isWaitingAtExactly("Task_SignOff");
        desk.signOff(first, true);

        assertThat(instance).hasPassedInOrder("Task_Implement", "Task_Endorse", "Gateway_Endorsed", "Task_Check", "Gateway_CheckPassed", "Task_SignOff",
                "Gateway_SignOffApproved", "Gateway_LedgerCleared", "Gateway_SignedOff", "EndEvent_SignedOff").hasNotPassed("Task_AnnounceCompletion").isEnded();
        assertThat(lifecycle.task(first).status()).isEqualTo(TaskStatus.SIGNED_OFF);
        assertThat(completions()).isZero();
    }

    @Test
    void theLastTaskTellsTheCase() {
        desk.signedOff(first);
        String second = taskNumber(caseNumber, 2);
        ProcessInstance last = desk.instance(second);

        desk.signedOff(second);
        assertThat(last).hasPassedInOrder("Gateway_SignOffApproved", "Gateway_LedgerCleared").isWaitingAtExactly("Task_AnnounceCompletion");
        assertThat(completions()).isEqualTo(1);

        desk.runJobs(caseNumber);
        assertThat(last).hasPassedInOrder("Task_AnnounceCompletion", "Gateway_SignedOff", "EndEvent_SignedOff").isEnded();
        assertThat(desk.instance(caseNumber)).isWaitingAtExactly("Task_SummariseCase");
    }

    // supported

    @Test
    void theDepartmentsThatSupportATaskAreAskedAsItIsIssued() {
        String supported = taskNumber(desk.supportedCase(List.of("finance", "legal"), List.of()), 1);

        assertThat(desk.instance(supported)).hasPassedInOrder("StartEvent_TaskIssued", "Gateway_SupportNeeded", "Task_RequestSupport", "Gateway_RoundStart").isWaitingAtExactly("Task_Implement");
        assertThat(desk.instance(supported + ":finance")).isWaitingAtExactly("Task_Support");
        assertThat(desk.instance(supported + ":legal")).isWaitingAtExactly("Task_Support");

        desk.support("finance", supported);
        desk.fileEvidence("sanitation1", supported);
        assertRefused(() -> desk.complete("sanitation1", supported, "Task_Implement", Map.of("completionStatement", "已完成")), "法规科尚未确认配合落实情况");
        desk.support("legal", supported);
        desk.complete("sanitation1", supported, "Task_Implement", Map.of("completionStatement", "已完成"));
        assertThat(desk.instance(supported)).isWaitingAtExactly("Task_Endorse");
    }

    @Test
    void inTheNextRoundNobodyIsAskedAgain() {
        String supported = taskNumber(desk.supportedCase(List.of("finance"), List.of()), 1);
        desk.support("finance", supported);
        desk.submit(supported);
        desk.endorse(supported, false);

        desk.submit(supported);
        assertThat(desk.instance(supported)).isWaitingAtExactly("Task_Endorse");
        assertThat(desk.timesPassed(supported, "Task_RequestSupport")).isEqualTo(1);
        assertThat(desk.instance(supported + ":finance")).isNull();
    }

    @Test
    void whoSpokeForASupportingPartyDoesNotEndorse() {
        String supported = taskNumber(desk.supportedCase(List.of(), List.of("县供电公司")), 1);
        context.getBean(TaskSupport.class).confirmedOutside(supported, "县供电公司", "已通电", context.getBean(Organization.class).person("sanitationhead"));
        desk.submit(supported);

        assertRefused(() -> desk.endorse(supported, true), "配合落实情况由您确认");
        desk.complete("leader2", supported, "Task_Endorse", Map.of("endorsed", true));
        assertThat(desk.instance(supported)).isWaitingAtExactly("Task_Check");
    }

    // refused

    @Test
    void aRefusedEndorsementLeadsBackToTheDepartment() {
        desk.submit(first);
        desk.endorse(first, false);

        assertThat(instance).hasPassedInOrder("Task_Implement", "Task_Endorse", "Gateway_Endorsed", "Gateway_ReturnFromCheck", "Gateway_RoundStart")
                .hasNotPassed("Task_Check", "Gateway_ReturnFromSignOff");
        assertReturned();
    }

    @Test
    void aFailedCheckLeadsBackToTheDepartment() {
        desk.submit(first);
        desk.endorse(first, true);
        desk.check(first, false);

        assertThat(instance).hasPassedInOrder("Task_Check", "Gateway_CheckPassed", "Gateway_ReturnFromSignOff", "Gateway_ReturnFromCheck", "Gateway_RoundStart").hasNotPassed("Task_SignOff");
        assertReturned();
    }

    @Test
    void aRefusedSignOffLeadsBackToTheDepartment() {
        desk.readyForSignOff(first);
        desk.signOff(first, false);

        assertThat(jdbc.sql("select open_tasks from ledger.rectification_case where case_number = ?").param(caseNumber).query(Integer.class).single()).isEqualTo(2);
        assertThat(instance).hasPassedInOrder("Task_SignOff", "Gateway_SignOffApproved", "Gateway_ReturnFromSignOff", "Gateway_ReturnFromCheck", "Gateway_RoundStart")
                .hasNotPassed("Gateway_LedgerCleared");
        assertReturned();
    }

    private void assertReturned() {
        assertThat(instance).isWaitingAtExactly("Task_Implement");
        assertThat(lifecycle.task(first).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(lifecycle.task(first).round()).isEqualTo(2);
        assertRefused(() -> desk.complete("sanitation1", first, "Task_Implement", Map.of("completionStatement", "同上")), "本轮报验还没有佐证材料");

        desk.signedOff(first);
        assertThat(instance).isEnded();
        assertThat(lifecycle.task(first).round()).isEqualTo(2);
    }

    @Test
    void whatWasDecidedBeforeDecidesNothingLater() {
        desk.readyForSignOff(first);
        desk.signOff(first, false);
        desk.submit(first);

        assertRefused(() -> desk.complete("sanitationhead", first, "Task_Endorse", Map.of("opinion", "同意")), "请选择“审签结论”");
        assertRefused(() -> desk.complete("sanitationhead", first, "Task_Endorse", Map.of("endorsed", false)), "请填写退回意见");
        desk.endorse(first, true);
        desk.check(first, true);
        desk.complete("leader1", first, "Task_SignOff", Map.of("signOffApproved", true));

        assertThat(lifecycle.task(first).isSustained()).as("sustained was said of the refused round only").isFalse();
        assertThat(context.getBean(LedgerView.class).file(first, context.getBean(Organization.class).person("leader1")).rounds().get(1).decisions())
                .extracting(Opinion::role, Opinion::opinion).contains(tuple(Role.SIGNER, null));
    }

    // whom it is offered to

    @Test
    void theDepartmentWorksUntilTheLedgersDeadline() {
        var implement = desk.offered("sanitation2", first, "Task_Implement");

        assertThat(implement.getDueDate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate()).isEqualTo(lifecycle.task(first).deadline());
        assertThat(desk.offered("parks1", first, "Task_Implement")).isNull();
    }

    @Test
    void theLeadLeaderEndorsesWhatTheHeadSubmittedHimself() {
        desk.fileEvidence("sanitation1", first);
        desk.complete("sanitationhead", first, "Task_Implement", Map.of("completionStatement", "已完成"));

        assertThat(desk.offered("sanitationhead", first, "Task_Endorse")).isNull();
        assertThat(desk.offered("leader1", first, "Task_Endorse")).isNull();
        desk.complete("leader2", first, "Task_Endorse", Map.of("endorsed", true));
        assertThat(instance).isWaitingAtExactly("Task_Check");
    }

    @Test
    void theLeadLeaderEndorsesWhatTheHeadGaveEvidenceFor() {
        desk.fileEvidence("sanitationhead", first);
        desk.complete("sanitation1", first, "Task_Implement", Map.of("completionStatement", "已完成"));

        assertRefused(() -> desk.complete("sanitationhead", first, "Task_Endorse", Map.of("endorsed", true)), "本轮佐证材料中有您上传的文件");
        desk.complete("leader2", first, "Task_Endorse", Map.of("endorsed", true));
        assertThat(instance).isWaitingAtExactly("Task_Check");
    }

    @Test
    void aRoundThatNobodyCouldEndorseIsNotSubmitted() {
        jdbc.sql("update ledger.rectification_task set lead_leader = 'sanitationhead' where task_number = ?").param(first).update();
        desk.fileEvidence("sanitation1", first);

        assertRefused(() -> desk.complete("sanitationhead", first, "Task_Implement", Map.of("completionStatement", "已完成")), "请由其他经办人上传并报验");
        desk.complete("sanitation1", first, "Task_Implement", Map.of("completionStatement", "已完成"));
        desk.endorse(first, true);
        assertThat(instance).isWaitingAtExactly("Task_Check");
    }

    @Test
    void theNextRoundIsOfferedAfresh() {
        desk.fileEvidence("sanitation1", first);
        desk.complete("sanitationhead", first, "Task_Implement", Map.of("completionStatement", "已完成"));
        desk.complete("leader2", first, "Task_Endorse", Map.of("endorsed", false, "opinion", "材料不全"));

        desk.submit(first);
        assertThat(desk.offered("leader2", first, "Task_Endorse")).isNull();
        desk.endorse(first, true);
        assertThat(instance).isWaitingAtExactly("Task_Check");
    }

    // past the rules

    @Test
    void nobodyStartsATaskByHandOrASecondTime() {
        RuntimeService runtime = context.getBean(RuntimeService.class);

        assertRefused(() -> runtime.startProcessInstanceByKey("rectification-task", first), "不能手工或重复发起");
        assertRefused(() -> runtime.startProcessInstanceByKey("rectification-task", caseNumber + "-01-99"), "不能手工或重复发起");
        assertRefused(() -> runtime.startProcessInstanceByKey("rectification-task"), "不能手工或重复发起");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(first).count()).isEqualTo(1);
    }

    @Test
    void noTokenLedToTheEndFromOutsideSignsATaskOff() {
        desk.submit(first);

        assertRefused(() -> context.getBean(RuntimeService.class).createProcessInstanceModification(instance.getId()).startBeforeActivity("EndEvent_SignedOff").execute(), "尚未经报验、审签、核查、销号四人办理");
        assertThat(instance).isWaitingAtExactly("Task_Endorse");
        assertThat(lifecycle.task(first).status()).isEqualTo(TaskStatus.AWAITING_ENDORSEMENT);
    }

    @Test
    void withoutAPersonNoHumanStepIsCompleted() {
        desk.fileEvidence("sanitation1", first);
        String implement = desk.offered("sanitation1", first, "Task_Implement").getId();

        assertRefused(() -> context.getBean(TaskService.class).complete(implement, Map.of("completionStatement", "已完成")), "请先登录");
        assertThat(instance).isWaitingAtExactly("Task_Implement");
    }

    // support

    private long completions() {
        return jdbc.sql("select count(*) from ledger.ledger_completion where case_number = ?").param(caseNumber).query(Long.class).single();
    }

    private static void assertRefused(Runnable deed, String reason) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
