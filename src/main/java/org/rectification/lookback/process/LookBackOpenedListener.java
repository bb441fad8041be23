package org.rectification.lookback.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.lookback.LookBacks;
import org.springframework.stereotype.Component;

/** StartEvent_LookBackOpened 回头看已发起: only for a task that was drawn, and once. */
@Component
class LookBackOpenedListener implements ExecutionListener {

    private final LookBacks lookBacks;

    LookBackOpenedListener(LookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        lookBacks.begun(start.getProcessBusinessKey());
    }
}
