package org.rectification.notification.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.notification.Outbox;
import org.springframework.stereotype.Component;

/** StartEvent_MessageWritten 提醒已写好: only for a message in the outbox, and once. */
@Component
class MessageWrittenListener implements ExecutionListener {

    private final Outbox outbox;

    MessageWrittenListener(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        outbox.begun(start.getProcessBusinessKey());
    }
}
