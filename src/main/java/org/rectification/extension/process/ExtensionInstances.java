package org.rectification.extension.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.Termination;
import org.rectification.extension.ExtensionEnded;
import org.rectification.extension.ExtensionRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The approval begins together with the request and ends with it, or neither happens. */
@Component
class ExtensionInstances {

    private final RuntimeService runtime;
    private final Termination termination;

    ExtensionInstances(RuntimeService runtime, Termination termination) {
        this.runtime = runtime;
        this.termination = termination;
    }

    @EventListener
    void begin(ExtensionRequested requested) {
        runtime.startProcessInstanceByKey(DeadlineExtensionProcess.KEY, requested.extensionKey());
    }

    @EventListener
    void end(ExtensionEnded ended) {
        termination.end(DeadlineExtensionProcess.KEY, ended.extensionKey(), DeadlineExtensionProcess.TASK_WITHDRAWN);
    }
}
