package org.rectification.lookback.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.rectification.process.RectificationTaskProcess;
import org.springframework.stereotype.Component;

/** Task_ReopenTask 重新下达任务: with the decision itself, so that no open item is ever without its instance. */
@Component
class ReopenTaskDelegate implements JavaDelegate {

    private final RuntimeService runtime;

    ReopenTaskDelegate(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runtime.startProcessInstanceByKey(RectificationTaskProcess.KEY, execution.getProcessBusinessKey());
    }
}
