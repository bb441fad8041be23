package org.rectification.extension.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.extension.ExtensionRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the approval together with the request, or neither. */
@Component
class ExtensionBeginning {

    private final RuntimeService runtime;

    ExtensionBeginning(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void begin(ExtensionRequested requested) {
        runtime.startProcessInstanceByKey(DeadlineExtensionProcess.KEY, requested.extensionKey());
    }
}
