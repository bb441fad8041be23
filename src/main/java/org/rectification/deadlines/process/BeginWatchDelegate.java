package org.rectification.deadlines.process;

import static org.rectification.deadlines.process.DeadlineWatchProcess.WATCH_BEGUN;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.deadlines.Escalations;
import org.springframework.stereotype.Component;

/** Task_BeginWatch 开始巡查, and whoever has to confirm a step is asked in the same transaction. */
@Component
class BeginWatchDelegate implements JavaDelegate {

    private final DeadlineWatch watch;
    private final Escalations escalations;
    private final RuntimeService runtime;

    BeginWatchDelegate(DeadlineWatch watch, Escalations escalations, RuntimeService runtime) {
        this.watch = watch;
        this.escalations = escalations;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WATCH_BEGUN.write(execution, watch.begun());
        escalations.unasked().forEach(key -> runtime.startProcessInstanceByKey(EscalationProcess.KEY, key));
    }
}
