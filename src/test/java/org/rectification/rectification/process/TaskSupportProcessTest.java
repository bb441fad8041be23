package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.TaskCard;
import org.rectification.organization.Organization;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.TaskFile.InstalmentLine;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.TaskSupport;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way through bpmn/task-support.bpmn. */
@OnH2
class TaskSupportProcessTest {

    @Autowired ApplicationContext context;
    @Autowired Organization organization;
    @Autowired RuntimeService runtime;
    Desk desk;
    String task;
    ProcessInstance instance;

    @BeforeEach
    void aTaskThatFinanceSupports(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        task = taskNumber(desk.supportedCase(List.of("finance"), List.of()), 1);
        instance = desk.instance(task + ":finance");
    }

    @Test
    void theDepartmentConfirmsOnceAndIsDone() {
        assertThat(instance).hasPassed("StartEvent_SupportRequested").isWaitingAtExactly("Task_Support");

        desk.complete("finance2", task + ":finance", "Task_Support", Map.of("instalment", " 资金已拨付。 "));

        assertThat(instance).hasPassedInOrder("Task_Support", "EndEvent_SupportConfirmed").isEnded();
        InstalmentLine confirmed = instalments().get(0);
        assertThat(confirmed.party()).isEqualTo("finance");
        assertThat(confirmed.name()).isEqualTo("财务科");
        assertThat(confirmed.text()).isEqualTo("资金已拨付。");
        assertThat(confirmed.confirmedBy()).isEqualTo("finance2");
        assertThat(confirmed.confirmedAt()).isNotNull();
    }

    @Test
    void itIsOfferedToTheDepartmentUntilTheTasksDeadline() {
        var support = desk.offered("finance1", task + ":finance", "Task_Support");

        assertThat(support.getDueDate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate()).isEqualTo(context.getBean(TaskLifecycle.class).task(task).deadline());
        assertThat(runtime.getVariables(support.getExecutionId())).isEmpty();
        assertThat(context.getBean(org.camunda.bpm.engine.TaskService.class).getVariablesLocal(support.getId())).containsEntry(TaskCard.SUBJECT, "任务").containsEntry(TaskCard.DEPARTMENT, "环境卫生科");
        assertThat(desk.offered("sanitation1", task + ":finance", "Task_Support")).isNull();
    }

    @Test
    void withoutWordsNothingIsConfirmed() {
        assertRefused(() -> confirm(Map.of()), "请填写配合落实情况");
        assertRefused(() -> confirm(Map.of("instalment", "  ")), "请填写配合落实情况");
        assertRefused(() -> confirm(Map.of("instalment", "长".repeat(2001))), "最多2000字，现有2001字");
        assertThat(instance).isWaitingAtExactly("Task_Support");
        assertThat(instalments().get(0).confirmedAt()).isNull();
    }

    @Test
    void allDepartmentsButTheLeadAreMeantOnTheDayOfIssuing() {
        String all = taskNumber(desk.supportedCase(List.of("ALL"), List.of()), 1);

        List<String> others = organization.departmentNames().keySet().stream().filter(code -> !code.equals("sanitation")).toList();
        assertThat(context.getBean(LedgerView.class).file(all, organization.person("office1")).supportingDepartments()).containsExactlyInAnyOrderElementsOf(others);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("task-support").processInstanceBusinessKeyLike(all + ":%").count()).isEqualTo(others.size());
    }

    @Test
    void whoWasAskedIsNotAskedAgain() {
        TaskSupport support = context.getBean(TaskSupport.class);

        assertThat(support.isNeeded(task)).isFalse();
        assertThat(support.requested(task)).isEmpty();
        desk.support("finance", task);
        assertThat(support.requested(task)).isEmpty();
        assertThat(instalments()).allSatisfy(instalment -> assertThat(instalment.confirmedAt()).isNotNull());
    }

    @Test
    void nobodyStartsItByHandOrASecondTime() {
        assertRefused(() -> runtime.startProcessInstanceByKey("task-support", task + ":finance"), "不能手工或重复发起");
        assertRefused(() -> runtime.startProcessInstanceByKey("task-support", task + ":legal"), "不能手工或重复发起");
        assertRefused(() -> runtime.startProcessInstanceByKey("task-support", task), "不能手工发起");
        assertRefused(() -> runtime.startProcessInstanceByKey("task-support"), "不能手工发起");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(task + ":finance").count()).isEqualTo(1);
    }

    private void confirm(Map<String, Object> submitted) {
        desk.complete("finance1", task + ":finance", "Task_Support", submitted);
    }

    private List<InstalmentLine> instalments() {
        return context.getBean(LedgerView.class).file(task, organization.person("office1")).instalments();
    }

    private static void assertRefused(Runnable deed, String reason) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
