package org.rectification.deadlines.process;

import static org.rectification.deadlines.process.EscalationProcess.ESCALATION_CONFIRMED;
import static org.rectification.deadlines.process.EscalationProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.deadlines.Escalations;
import org.rectification.engine.Actor;
import org.springframework.stereotype.Component;

/** Task_ConfirmEscalation 确认督办. */
@Component
class ConfirmEscalationListener implements TaskListener {

    private final Escalations escalations;
    private final Actor actor;

    ConfirmEscalationListener(Escalations escalations, Actor actor) {
        this.escalations = escalations;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        escalations.decided(task.getExecution().getProcessBusinessKey(), actor.person(), ESCALATION_CONFIRMED.from(task), OPINION.from(task));
    }
}
