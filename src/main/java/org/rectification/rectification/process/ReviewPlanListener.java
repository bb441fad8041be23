package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.OPINION;
import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_GRADE;
import static org.rectification.rectification.process.RectificationCaseProcess.REVIEW_GROUP;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_ReviewPlan 联审整改方案. */
@Component
class ReviewPlanListener implements TaskListener {

    private final CaseLifecycle lifecycle;
    private final Actor actor;

    ReviewPlanListener(CaseLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.planReviewed(BusinessKey.of(task), actor.person(), REVIEW_GROUP.from(task), OPINION.from(task), PLAN_GRADE.from(task));
    }
}
