package org.rectification.deadlines.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.DeadlineWatch;
import org.springframework.stereotype.Component;

/** Task_WriteDigests 汇总每日提醒. */
@Component
class WriteDigestsDelegate implements JavaDelegate {

    private final DeadlineWatch watch;

    WriteDigestsDelegate(DeadlineWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.told();
    }
}
