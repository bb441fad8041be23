package org.rectification.extension.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.extension.Extensions;
import org.springframework.stereotype.Component;

/** StartEvent_ExtensionRequested 延期申请已提出: only for a request that stands in the ledger, and once. */
@Component
class ExtensionRequestedListener implements ExecutionListener {

    private final Extensions extensions;

    ExtensionRequestedListener(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        extensions.begun(start.getProcessBusinessKey());
    }
}
