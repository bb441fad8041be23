package org.rectification.change.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.change.ChangeDraft;
import org.rectification.change.ChangeDraft.PartDraft;
import org.rectification.change.ChangeStatus;
import org.rectification.change.Changes;
import org.rectification.extension.ExtensionStatus;
import org.rectification.extension.Extensions;
import org.rectification.organization.Organization;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.rectification.BlockStatus;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every way through bpmn/task-change.bpmn, and the ways out that the other models draw for a task that is withdrawn or handed over. */
@OnH2
class TaskChangeProcessTest {

    @Autowired ApplicationContext context;
    @Autowired Changes changes;
    @Autowired TaskLifecycle tasks;
    @Autowired Extensions extensions;
    @Autowired BlockedTasks blocked;
    @Autowired LedgerView ledger;
    @Autowired Reconciliation reconciliation;
    @Autowired Organization organization;
    Desk desk;
    String caseNumber;
    String task;

    @BeforeEach
    void twoTasksOfOneProblem(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        caseNumber = desk.launchedCase(2);
        task = taskNumber(caseNumber, 1);
    }

    @Test
    void withdrawnWhereverItStands() {
        desk.submit(task);
        ProcessInstance running = desk.instance(task);
        ProcessInstance change = ask(withdrawal());
        assertThat(change).hasPassed("StartEvent_ChangeRequested").isWaitingAtExactly("Task_ApproveChange");

        approve(task + ":C1", true);

        assertThat(change).hasPassedInOrder("Gateway_ChangeApproved", "Gateway_LedgerCleared", "Gateway_ChangeApplied", "EndEvent_ChangeApplied").isEnded();
        assertThat(running).hasPassedInOrder("StartEvent_TaskWithdrawn", "EndEvent_Withdrawn").hasNotPassed("EndEvent_SignedOff").isEnded();
        assertThat(status(task)).isEqualTo(TaskStatus.WITHDRAWN);
        assertThat(ledger.caseOf(caseNumber).openTasks()).isEqualTo(1);
        assertThat(ledger.file(task, organization.person("auditor1")).rounds().get(0).decisions()).hasSize(1);
        requireClean();
    }

    @Test
    void refused() {
        ProcessInstance change = ask(withdrawal());

        approve(task + ":C1", false);

        assertThat(change).hasPassedInOrder("Gateway_ChangeApproved", "EndEvent_ChangeRefused").hasNotPassed("Gateway_LedgerCleared").isEnded();
        assertThat(changes.change(task + ":C1").status()).isEqualTo(ChangeStatus.REFUSED);
        assertThat(desk.instance(task)).isWaitingAtExactly("Task_Implement");
        requireClean();
    }

    @Test
    void withTheLastOpenTaskGoneTheCaseHearsThatTheLedgerIsCleared() {
        desk.signedOff(taskNumber(caseNumber, 2));
        ProcessInstance change = ask(withdrawal());

        approve(task + ":C1", true);

        assertThat(change).hasPassed("Gateway_LedgerCleared").isWaitingAtExactly("Task_AnnounceCompletion");
        desk.runJobs(caseNumber);
        assertThat(change).hasPassedInOrder("Task_AnnounceCompletion", "Gateway_ChangeApplied", "EndEvent_ChangeApplied").isEnded();
        assertThat(desk.instance(caseNumber)).isWaitingAt("Task_SummariseCase");
        assertThat(ledger.figures(caseNumber).completion().done()).isEqualTo(1);
        assertThat(ledger.figures(caseNumber).tasks()).isEqualTo(1);
        requireClean();
    }

    @Test
    void whatIsAskedAboutAWithdrawnTaskEndsWithIt() {
        String extension = desk.askForExtension("sanitation1", task, 30);
        String block = desk.reportBlocked("sanitation1", task);
        desk.complete("leader1", block, "Task_ApproveBlocked", Map.of("blockedApproved", true));
        ProcessInstance extending = desk.instance(extension);
        ProcessInstance blocking = desk.instance(block);
        assertThat(blocking).isWaitingAt("Gateway_AwaitReview");

        ask(withdrawal());
        approve(task + ":C1", true);

        assertThat(extending).hasPassedInOrder("StartEvent_TaskWithdrawn", "EndEvent_Withdrawn").isEnded();
        assertThat(blocking).hasPassedInOrder("StartEvent_TaskWithdrawn", "EndEvent_Withdrawn").isEnded();
        assertThat(extensions.extension(extension).status()).isEqualTo(ExtensionStatus.ENDED);
        assertThat(blocked.block(block).status()).isEqualTo(BlockStatus.ENDED);
        requireClean();
    }

    @Test
    void thoseWhoSupportAreReleasedOrAskedForTheNewTasks() {
        caseNumber = desk.supportedCase(List.of("finance", "legal"), List.of("市财政局"));
        task = taskNumber(caseNumber, 1);
        desk.support("finance", task);
        ProcessInstance awaited = desk.instance(task + ":legal");

        ask(new ChangeDraft("SPLIT", "内容多", null, null, null, null, List.of(part("甲", "sanitation"), part("乙", "legal"))));
        approve(task + ":C1", true);

        assertThat(awaited).hasPassedInOrder("StartEvent_TaskWithdrawn", "EndEvent_Withdrawn").isEnded();
        assertThat(desk.instance(taskNumber(caseNumber, 2) + ":legal")).isWaitingAtExactly("Task_Support");
        assertThat(desk.instance(taskNumber(caseNumber, 2) + ":finance")).as("has done its part").isNull();
        assertThat(desk.instance(taskNumber(caseNumber, 3) + ":legal")).as("leads it now").isNull();
        assertThat(desk.instance(taskNumber(caseNumber, 3))).isWaitingAtExactly("Task_Implement");
        requireClean();
    }

    @Test
    void mergedItBringsItsStandardAndThoseWhoSupportIt() {
        caseNumber = desk.supportedCase(List.of("finance", "legal"), List.of("市财政局"));
        task = taskNumber(caseNumber, 1);
        desk.support("finance", task);
        ask(new ChangeDraft("SPLIT", "内容多", null, null, null, null, List.of(part("甲", "sanitation"), part("乙", "legal"))));
        approve(task + ":C1", true);
        task = taskNumber(caseNumber, 2);
        String into = taskNumber(caseNumber, 3);

        ask(new ChangeDraft("MERGE", "内容重复", null, null, into, "由对方任务覆盖", null));
        approve(task + ":C1", true);

        assertThat(tasks.task(into).signOffStandard()).isEqualTo("有清单\n并入的" + task + "：有清单");
        assertThat(desk.instance(into + ":legal")).as("leads it").isNull();
        assertThat(ledger.draftedTask(into).supportingBodies()).containsExactly("市财政局");
        requireClean();
    }

    @Test
    void aDepartmentThatOnlyTheMergedTaskAskedIsAskedForTheOther() {
        desk.submit(taskNumber(caseNumber, 2));
        ChangeDraft merge = new ChangeDraft("MERGE", "内容重复", null, null, taskNumber(caseNumber, 2), "由对方任务覆盖", null);
        assertThatThrownBy(() -> ask(merge)).isInstanceOf(Refusal.class).hasMessageContaining("只有“落实整改中”时才能接收并入的任务");
        desk.endorse(taskNumber(caseNumber, 2), false);
        context.getBean(JdbcTemplate.class).update("insert into ledger.supporting_department (task_number, department, started) values (?, 'parks', true)", task);

        ask(merge);
        approve(task + ":C1", true);

        assertThat(desk.instance(taskNumber(caseNumber, 2) + ":parks")).isWaitingAtExactly("Task_Support");
        requireClean();
    }

    @Test
    void whatIsAskedAboutASignedOffTaskEndsWithIt() {
        ProcessInstance withdrawing = ask(withdrawal());
        String other = taskNumber(caseNumber, 2);
        ProcessInstance merging = desk.instance(changes.requested(other, new ChangeDraft("MERGE", "内容重复", null, null, task, "由对方任务覆盖", null), organization.person("office1")).changeKey());
        String extension = desk.askForExtension("sanitation1", task, 30);
        ProcessInstance extending = desk.instance(extension);

        desk.signedOff(task);

        for (ProcessInstance each : List.of(withdrawing, merging)) assertThat(each).hasPassedInOrder("BoundaryEvent_NothingToChange", "EndEvent_ChangeEnded").isEnded();
        assertThat(changes.change(other + ":C1").status()).isEqualTo(ChangeStatus.ENDED);
        assertThat(extending).hasPassed("EndEvent_Withdrawn").isEnded();
        assertThat(status(other)).isEqualTo(TaskStatus.IN_PROGRESS);
        requireClean();
    }

    @Test
    void handedOverToADepartmentThatSupportedIt() {
        caseNumber = desk.supportedCase(List.of("legal"), List.of());
        task = taskNumber(caseNumber, 1);
        String extension = desk.askForExtension("sanitation1", task, 30);
        ProcessInstance old = desk.instance(task);
        ProcessInstance supporting = desk.instance(task + ":legal");
        ProcessInstance extending = desk.instance(extension);

        ask(new ChangeDraft("HAND_OVER", "职责调整", "legal", "leader3", null, null, null));
        approve(task + ":C1", true);

        assertThat(old).hasPassedInOrder("StartEvent_TaskHandedOver", "EndEvent_HandedOver").isEnded();
        assertThat(supporting).hasPassed("EndEvent_Withdrawn").isEnded();
        assertThat(extending).hasPassed("EndEvent_Withdrawn").isEnded();
        assertThat(desk.instance(task)).isWaitingAtExactly("Task_Implement");
        assertThat(desk.offered("legal1", task, "Task_Implement")).isNotNull();
        assertThat(desk.offered("sanitation1", task, "Task_Implement")).isNull();
        requireClean();
    }

    @Test
    void whatBeganBeforeTheModelDrewTheWayOutTakesItToo(@Autowired RepositoryService repository) throws IOException {
        String present = repository.createProcessDefinitionQuery().processDefinitionKey("rectification-task").latestVersion().singleResult().getDeploymentId();
        String old = Files.readString(Path.of("bpmn/rectification-task.bpmn")).replaceAll("(?s)<bpmn:subProcess.*?</bpmn:subProcess>", "").replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        repository.createDeployment().addString("bpmn/rectification-task.bpmn", old).addDeploymentResourceByName(present, "forms/Task_Implement.html").deploy();
        caseNumber = desk.launchedCase(2);
        task = taskNumber(caseNumber, 1);
        ProcessInstance running = desk.instance(task);
        repository.createDeployment().addDeploymentResources(present).deploy();

        ask(withdrawal());
        approve(task + ":C1", true);

        assertThat(running).hasPassedInOrder("StartEvent_TaskWithdrawn", "EndEvent_Withdrawn").isEnded();
        requireClean();
    }

    private static PartDraft part(String title, String department) {
        return new PartDraft(title, department, "leader2", "有清单", "逐项落实");
    }

    private static ChangeDraft withdrawal() {
        return new ChangeDraft("WITHDRAW", "重复", null, null, null, "由另一项任务覆盖", null);
    }

    private ProcessInstance ask(ChangeDraft draft) {
        return desk.instance(changes.requested(task, draft, organization.person("office1")).changeKey());
    }

    private void approve(String change, boolean approved) {
        desk.complete("leader1", change, "Task_ApproveChange", Map.of("changeApproved", approved, "opinion", "审定意见"));
    }

    private TaskStatus status(String taskNumber) {
        return tasks.task(taskNumber).status();
    }

    private void requireClean() {
        List<String> exceptions = reconciliation.of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream()).toList();
        assertThat(exceptions).isEmpty();
        assertThat(ledger.tasks(caseNumber)).extracting(RectificationTask::status).contains(status(task));
    }
}
