package org.rectification.notification.process;

import static org.rectification.notification.process.NotificationDeliveryProcess.MESSAGE_NEEDED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.notification.Outbox;
import org.springframework.stereotype.Component;

/** Task_CheckMessage 发送前核对. */
@Component
class CheckMessageDelegate implements JavaDelegate {

    private final Outbox outbox;

    CheckMessageDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MESSAGE_NEEDED.write(execution, outbox.checked(execution.getProcessBusinessKey()));
    }
}
