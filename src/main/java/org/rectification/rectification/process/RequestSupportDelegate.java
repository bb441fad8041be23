package org.rectification.rectification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.rectification.TaskSupport;
import org.springframework.stereotype.Component;

/** Task_RequestSupport 通知配合科室: with the task itself, so that none is ever issued without asking those who support it. */
@Component
class RequestSupportDelegate implements JavaDelegate {

    private final TaskSupport support;
    private final RuntimeService runtime;

    RequestSupportDelegate(TaskSupport support, RuntimeService runtime) {
        this.support = support;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.requested(execution.getProcessBusinessKey()).forEach(key -> runtime.startProcessInstanceByKey(TaskSupportProcess.KEY, key.toString()));
    }
}
