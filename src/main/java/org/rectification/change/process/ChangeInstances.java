package org.rectification.change.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.change.ChangeEnded;
import org.rectification.change.ChangeRequested;
import org.rectification.engine.Termination;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The decision begins together with the request and ends with it, or neither happens. */
@Component
class ChangeInstances {

    private final RuntimeService runtime;
    private final Termination termination;

    ChangeInstances(RuntimeService runtime, Termination termination) {
        this.runtime = runtime;
        this.termination = termination;
    }

    @EventListener
    void begin(ChangeRequested requested) {
        runtime.startProcessInstanceByKey(TaskChangeProcess.KEY, requested.changeKey());
    }

    @EventListener
    void end(ChangeEnded ended) {
        termination.end(TaskChangeProcess.KEY, ended.changeKey(), TaskChangeProcess.NOTHING_TO_CHANGE);
    }
}
