package org.rectification.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_SummariseCase 集中整改总结, when it appears. */
@Component
class SummaryBegunListener implements TaskListener {

    private final CaseLifecycle lifecycle;

    SummaryBegunListener(CaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.summaryBegun(BusinessKey.of(task));
    }
}
