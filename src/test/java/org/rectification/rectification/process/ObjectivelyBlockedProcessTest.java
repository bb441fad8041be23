package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.rectification.BlockStatus;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way through bpmn/objectively-blocked.bpmn. */
@OnH2
class ObjectivelyBlockedProcessTest {

    @Autowired ApplicationContext context;
    @Autowired BlockedTasks blocked;
    @Autowired TaskLifecycle lifecycle;
    @Autowired Organization organization;
    Desk desk;
    String task;
    String key;
    ProcessInstance instance;

    @BeforeEach
    void aRequest(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        task = taskNumber(desk.launchedCase(1), 1);
        key = desk.reportBlocked("sanitation1", task);
        instance = desk.instance(key);
    }

    @Test
    void refusedTheTaskGoesOnAsBefore() {
        assertThat(instance).hasPassed("StartEvent_BlockRequested").isWaitingAtExactly("Task_ApproveBlocked");
        decide(false);
        assertThat(instance).hasPassedInOrder("Gateway_BlockedApproved", "EndEvent_BlockRefused").hasNotPassed("Gateway_WaitStart").isEnded();
        assertThat(lifecycle.task(task).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(blocked.block(key).status()).isEqualTo(BlockStatus.REFUSED);
        desk.signedOff(task);
    }

    @Test
    void approvedTheTaskWaitsForItsReviewsUntilNothingBlocksItAnyMore() {
        decide(true);
        assertThat(instance).hasPassedInOrder("Gateway_BlockedApproved", "Gateway_WaitStart").isWaitingAtExactly("Gateway_AwaitReview");
        assertThat(lifecycle.task(task).status()).isEqualTo(TaskStatus.BLOCKED);
        assertThat(desk.job(key, "Event_ReviewDateReached").getDuedate()).isEqualTo(LocalDate.now().plusDays(10).atStartOfDay(ZoneId.systemDefault()).toInstant());

        desk.runJob(key, "Event_ReviewDateReached");
        assertThat(instance).hasPassedInOrder("Event_ReviewDateReached", "Gateway_ReviewStart").isWaitingAtExactly("Task_ReviewBlocked");
        LocalDate next = LocalDate.now().plusDays(40);
        desk.complete("office1", key, "Task_ReviewBlocked", Map.of("stillBlocked", true, "nextReviewOn", next.toString(), "findings", "尚未批复"));
        assertThat(instance).hasPassedInOrder("Gateway_StillBlocked", "Gateway_WaitStart").isWaitingAtExactly("Gateway_AwaitReview");
        assertThat(desk.job(key, "Event_ReviewDateReached").getDuedate()).isEqualTo(next.atStartOfDay(ZoneId.systemDefault()).toInstant());

        desk.runJob(key, "Event_ReviewDateReached");
        LocalDate deadline = lifecycle.task(task).deadline();
        desk.complete("office1", key, "Task_ReviewBlocked", Map.of("stillBlocked", false, "findings", "已批复"));
        assertThat(instance).hasPassed("EndEvent_Resumed").isEnded();
        assertThat(lifecycle.task(task).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(lifecycle.task(task).deadline()).isEqualTo(deadline);
        assertThat(blocked.reviewsOf(key)).extracting(review -> review.findings()).containsExactly("尚未批复", "已批复");
        desk.signedOff(task);
    }

    @Test
    void aChangeBringsTheReviewForward() {
        decide(true);
        blocked.reviewBroughtForward(task, 1, organization.person("sanitation2"));
        assertThat(instance).hasPassedInOrder("Event_EarlyReviewRequested", "Gateway_ReviewStart").hasNotPassed("Event_ReviewDateReached").isWaitingAtExactly("Task_ReviewBlocked");
        assertThat(desk.job(key, "Event_ReviewDateReached")).isNull();
        desk.complete("office1", key, "Task_ReviewBlocked", Map.of("stillBlocked", false, "findings", "已批复"));
        assertThat(instance).isEnded();
    }

    @Test
    void aBlockedTaskStaysInItsHandsButCannotBeSubmitted() {
        decide(true);
        assertThat(desk.instance(task)).isWaitingAtExactly("Task_Implement");
        assertRefused(() -> desk.complete("sanitation1", task, "Task_Implement", Map.of("completionStatement", "已完成")), "已认定为客观受阻，暂停计时，经整改办复核恢复整改后才能报验");
        assertRefused(() -> desk.fileEvidence("sanitation1", task), "当前为“客观受阻”");
        assertRefused(() -> desk.askForExtension("sanitation1", task, 10), "当前为“客观受阻”，不能申请延期");
    }

    @Test
    void whatWasSubmittedMeanwhileIsNotBlockedAnyMore() {
        desk.submit(task);
        assertRefused(() -> decide(true), "当前为“待部门审签”，只有“落实整改中”的任务才能认定为客观受阻");
        decide(false);
        assertThat(instance).isEnded();
    }

    /** Asked for in time and decided while the time stands still: the deadline moves all the same. */
    @Test
    void anExtensionThatWasAskedForBeforeMayStillBeDecided() {
        LocalDate deadline = lifecycle.task(task).deadline();
        String extension = desk.askForExtension("sanitation1", task, 10);
        decide(true);
        desk.complete("sanitationhead", extension, "Task_EndorseExtension", Map.of("extensionEndorsed", true));
        desk.complete("leader1", extension, "Task_ApproveExtension", Map.of("extensionApproved", true));
        assertThat(lifecycle.task(task).deadline()).isEqualTo(deadline.plusDays(10));
        assertThat(lifecycle.task(task).status()).isEqualTo(TaskStatus.BLOCKED);
    }

    private void decide(boolean approved) {
        desk.complete("leader1", key, "Task_ApproveBlocked", Map.of("blockedApproved", approved, "opinion", "认定意见"));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String reason) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
