package org.rectification.rectification.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** StartEvent_TaskIssued 任务已下达: only for a task that the launch has claimed. */
@Component
class TaskIssuedListener implements ExecutionListener {

    private final TaskLifecycle lifecycle;

    TaskIssuedListener(TaskLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        lifecycle.issued(start.getProcessBusinessKey());
    }
}
