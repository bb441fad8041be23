package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationTaskProcess.LEDGER_CLEARED;
import static org.rectification.rectification.process.RectificationTaskProcess.OPINION;
import static org.rectification.rectification.process.RectificationTaskProcess.SIGNED_OFF_ROUND;
import static org.rectification.rectification.process.RectificationTaskProcess.SIGN_OFF_APPROVED;
import static org.rectification.rectification.process.RectificationTaskProcess.SUSTAINED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Task_SignOff 销号审定. */
@Component
class SignOffListener implements TaskListener {

    private final TaskLifecycle lifecycle;
    private final Actor actor;

    SignOffListener(TaskLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean cleared = lifecycle.signedOff(BusinessKey.of(task), actor.person(), SIGN_OFF_APPROVED.from(task), SUSTAINED.isSetIn(task), OPINION.from(task));
        LEDGER_CLEARED.write(task, cleared);
        SIGNED_OFF_ROUND.write(task, lifecycle.round(BusinessKey.of(task)));
    }
}
