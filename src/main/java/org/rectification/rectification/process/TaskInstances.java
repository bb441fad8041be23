package org.rectification.rectification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.Termination;
import org.rectification.rectification.SupportEnded;
import org.rectification.rectification.SupportWidened;
import org.rectification.rectification.TaskHandedOver;
import org.rectification.rectification.TaskSupport;
import org.rectification.rectification.TaskWithdrawn;
import org.rectification.rectification.TasksClaimed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Instances follow what becomes of launched tasks, in the transaction that decided it. */
@Component
class TaskInstances {

    private final RuntimeService runtime;
    private final Termination termination;
    private final TaskSupport support;

    TaskInstances(RuntimeService runtime, Termination termination, TaskSupport support) {
        this.runtime = runtime;
        this.termination = termination;
        this.support = support;
    }

    @EventListener
    void begin(TasksClaimed claimed) {
        claimed.taskNumbers().forEach(taskNumber -> runtime.startProcessInstanceByKey(RectificationTaskProcess.KEY, taskNumber));
    }

    /** Those who support it are released too; their keys begin with the task's number. */
    @EventListener
    void end(TaskWithdrawn withdrawn) {
        termination.end(RectificationTaskProcess.KEY, withdrawn.taskNumber(), RectificationTaskProcess.TASK_WITHDRAWN);
        runtime.createProcessInstanceQuery().processDefinitionKey(TaskSupportProcess.KEY).processInstanceBusinessKeyLike(withdrawn.taskNumber() + ":%").list()
                .forEach(support -> termination.end(TaskSupportProcess.KEY, support.getBusinessKey(), TaskSupportProcess.TASK_WITHDRAWN));
    }

    @EventListener
    void beginAnew(TaskHandedOver handedOver) {
        termination.end(RectificationTaskProcess.KEY, handedOver.taskNumber(), RectificationTaskProcess.TASK_HANDED_OVER);
        runtime.startProcessInstanceByKey(RectificationTaskProcess.KEY, handedOver.taskNumber());
    }

    @EventListener
    void ask(SupportWidened widened) {
        support.requested(widened.taskNumber()).forEach(key -> runtime.startProcessInstanceByKey(TaskSupportProcess.KEY, key.toString()));
    }

    @EventListener
    void end(SupportEnded ended) {
        termination.end(TaskSupportProcess.KEY, ended.key().toString(), TaskSupportProcess.TASK_WITHDRAWN);
    }
}
