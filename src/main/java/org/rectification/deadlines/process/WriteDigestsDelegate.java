package org.rectification.deadlines.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.notification.Outbox;
import org.rectification.notification.process.NotificationDeliveryProcess;
import org.springframework.stereotype.Component;

/** Task_WriteDigests 汇总每日提醒, and what of it leaves the house is on its way in the same transaction. */
@Component
class WriteDigestsDelegate implements JavaDelegate {

    private final DeadlineWatch watch;
    private final Outbox outbox;
    private final RuntimeService runtime;

    WriteDigestsDelegate(DeadlineWatch watch, Outbox outbox, RuntimeService runtime) {
        this.watch = watch;
        this.outbox = outbox;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.told();
        outbox.unbegun().forEach(key -> runtime.startProcessInstanceByKey(NotificationDeliveryProcess.KEY, key));
    }
}
