package org.rectification.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_DecomposeTasks 分解下达任务. */
@Component
class DecomposeTasksListener implements TaskListener {

    private final CaseLifecycle lifecycle;

    DecomposeTasksListener(CaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.tasksDecomposed(BusinessKey.of(task));
    }
}
