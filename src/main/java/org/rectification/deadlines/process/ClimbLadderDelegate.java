package org.rectification.deadlines.process;

import static org.rectification.deadlines.process.DeadlineWatchProcess.MORE_TO_WATCH;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.DeadlineWatch;
import org.springframework.stereotype.Component;

/** Task_ClimbLadder 逐项巡查时限. */
@Component
class ClimbLadderDelegate implements JavaDelegate {

    private final DeadlineWatch watch;

    ClimbLadderDelegate(DeadlineWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MORE_TO_WATCH.write(execution, watch.climbed());
    }
}
