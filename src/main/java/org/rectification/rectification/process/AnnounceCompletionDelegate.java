package org.rectification.rectification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/**
 * Task_AnnounceCompletion 通知全部销号, after a task or a change to one, whose key begins with the task's number. The case's row stays locked from here to the end of the job: a case that is just
 * arriving at its wait either has seen the last sign-off itself or is found waiting.
 */
@Component
class AnnounceCompletionDelegate implements JavaDelegate {

    private final CaseLifecycle cases;
    private final TaskLifecycle tasks;
    private final RuntimeService runtime;

    AnnounceCompletionDelegate(CaseLifecycle cases, TaskLifecycle tasks, RuntimeService runtime) {
        this.cases = cases;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = tasks.task(execution.getProcessBusinessKey().split(":")[0]).caseNumber();
        if (!cases.completionAnnounced(caseNumber)) return;
        runtime.createMessageCorrelation(RectificationCaseProcess.ALL_TASKS_SIGNED_OFF).processInstanceBusinessKey(caseNumber).correlateAll();
    }
}
