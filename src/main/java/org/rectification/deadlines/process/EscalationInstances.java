package org.rectification.deadlines.process;

import org.rectification.deadlines.EscalationEnded;
import org.rectification.engine.Termination;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody is asked any longer about a step that has lapsed with its task. */
@Component
class EscalationInstances {

    private final Termination termination;

    EscalationInstances(Termination termination) {
        this.termination = termination;
    }

    @EventListener
    void end(EscalationEnded ended) {
        termination.end(EscalationProcess.KEY, ended.key(), EscalationProcess.TASK_WITHDRAWN);
    }
}
