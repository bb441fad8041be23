package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_SUMMARY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_DraftPlan 制定整改方案. */
@Component
class DraftPlanListener implements TaskListener {

    private final CaseLifecycle lifecycle;

    DraftPlanListener(CaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.planDrafted(BusinessKey.of(task), PLAN_SUMMARY.from(task));
    }
}
