package org.rectification.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.notification.Outbox;
import org.springframework.stereotype.Component;

/** Task_SendMessage 发送. */
@Component
class SendMessageDelegate implements JavaDelegate {

    private final Outbox outbox;

    SendMessageDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.delivered(execution.getProcessBusinessKey());
    }
}
