package org.rectification.change.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.change.ChangeRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the decision together with the request, or neither. */
@Component
class ChangeInstances {

    private final RuntimeService runtime;

    ChangeInstances(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void begin(ChangeRequested requested) {
        runtime.startProcessInstanceByKey(TaskChangeProcess.KEY, requested.changeKey());
    }
}
