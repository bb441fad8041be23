package org.rectification.deadlines.process;

import static org.rectification.deadlines.process.DeadlineWatchProcess.MORE_TO_WATCH;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.deadlines.Escalations;
import org.springframework.stereotype.Component;

/** Task_ClimbLadder 逐项巡查时限, and whoever has to confirm a step is asked in the same transaction. */
@Component
class ClimbLadderDelegate implements JavaDelegate {

    private final DeadlineWatch watch;
    private final Escalations escalations;
    private final RuntimeService runtime;

    ClimbLadderDelegate(DeadlineWatch watch, Escalations escalations, RuntimeService runtime) {
        this.watch = watch;
        this.escalations = escalations;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MORE_TO_WATCH.write(execution, watch.climbed());
        escalations.unasked().forEach(key -> runtime.startProcessInstanceByKey(EscalationProcess.KEY, key));
    }
}
