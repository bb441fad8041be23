package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.TASKS_REMAINING;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_LaunchTasks 逐批下达整改任务: one chunk a transaction, claims and instances together. */
@Component
class LaunchTasksDelegate implements JavaDelegate {

    private final CaseLifecycle lifecycle;
    private final RuntimeService runtime;

    LaunchTasksDelegate(CaseLifecycle lifecycle, RuntimeService runtime) {
        this.lifecycle = lifecycle;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        lifecycle.claimNextTasks(caseNumber).forEach(taskNumber -> runtime.startProcessInstanceByKey(RectificationTaskProcess.KEY, taskNumber));
        TASKS_REMAINING.write(execution, lifecycle.tasksRemain(caseNumber));
    }
}
