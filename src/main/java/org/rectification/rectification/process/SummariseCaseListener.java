package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.CASE_SUMMARY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_SummariseCase 集中整改总结. */
@Component
class SummariseCaseListener implements TaskListener {

    private final CaseLifecycle lifecycle;
    private final Actor actor;

    SummariseCaseListener(CaseLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.summarised(BusinessKey.of(task), actor.person(), CASE_SUMMARY.from(task));
    }
}
