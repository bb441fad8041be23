package org.rectification.deadlines.process;

import static org.rectification.deadlines.process.DeadlineWatchProcess.WATCH_BEGUN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.DeadlineWatch;
import org.springframework.stereotype.Component;

/** Task_BeginWatch 开始巡查. */
@Component
class BeginWatchDelegate implements JavaDelegate {

    private final DeadlineWatch watch;

    BeginWatchDelegate(DeadlineWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WATCH_BEGUN.write(execution, watch.begun());
    }
}
