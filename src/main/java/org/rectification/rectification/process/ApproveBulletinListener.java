package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.BULLETIN_APPROVED;
import static org.rectification.rectification.process.RectificationCaseProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_ApproveBulletin 审定通报. */
@Component
class ApproveBulletinListener implements TaskListener {

    private final CaseLifecycle lifecycle;
    private final Actor actor;

    ApproveBulletinListener(CaseLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.bulletinDecided(BusinessKey.of(task), actor.person(), BULLETIN_APPROVED.from(task), OPINION.from(task));
    }
}
