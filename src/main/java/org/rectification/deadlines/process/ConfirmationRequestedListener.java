package org.rectification.deadlines.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.deadlines.Escalations;
import org.rectification.engine.StartSubmission;
import org.springframework.stereotype.Component;

/** StartEvent_ConfirmationRequested 督办已提请确认: only for a step that the watch has recorded, and once. */
@Component
class ConfirmationRequestedListener implements ExecutionListener {

    private final Escalations escalations;

    ConfirmationRequestedListener(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        escalations.begun(start.getProcessBusinessKey());
    }
}
