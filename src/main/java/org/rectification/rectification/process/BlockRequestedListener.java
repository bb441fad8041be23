package org.rectification.rectification.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.rectification.BlockedTasks;
import org.springframework.stereotype.Component;

/** StartEvent_BlockRequested 受阻认定已申请: only for a request that stands in the ledger, and once. */
@Component
class BlockRequestedListener implements ExecutionListener {

    private final BlockedTasks blocked;

    BlockRequestedListener(BlockedTasks blocked) {
        this.blocked = blocked;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        blocked.begun(start.getProcessBusinessKey());
    }
}
