package org.rectification.change.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.change.Changes;
import org.rectification.engine.StartSubmission;
import org.springframework.stereotype.Component;

/** StartEvent_ChangeRequested 任务调整已提出: only for a request that stands in the ledger, and once. */
@Component
class ChangeRequestedListener implements ExecutionListener {

    private final Changes changes;

    ChangeRequestedListener(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        changes.begun(start.getProcessBusinessKey());
    }
}
