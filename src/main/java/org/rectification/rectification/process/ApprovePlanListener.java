package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.OPINION;
import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_APPROVED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_ApprovePlan 审定整改方案. */
@Component
class ApprovePlanListener implements TaskListener {

    private final CaseLifecycle lifecycle;
    private final Actor actor;

    ApprovePlanListener(CaseLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.planDecided(BusinessKey.of(task), actor.person(), PLAN_APPROVED.from(task), OPINION.from(task));
    }
}
