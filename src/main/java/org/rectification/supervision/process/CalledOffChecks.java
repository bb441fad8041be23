package org.rectification.supervision.process;

import org.rectification.engine.Termination;
import org.rectification.supervision.CheckCalledOff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is called off ends in the process too, or neither does. */
@Component
class CalledOffChecks {

    private final Termination termination;

    CalledOffChecks(Termination termination) {
        this.termination = termination;
    }

    @EventListener
    void end(CheckCalledOff calledOff) {
        termination.end(DepartmentCheckProcess.KEY, calledOff.checkKey(), DepartmentCheckProcess.CHECK_CALLED_OFF);
    }
}
