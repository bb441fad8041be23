package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationTaskProcess.COMPLETION_STATEMENT;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Task_Implement 落实整改. */
@Component
class ImplementListener implements TaskListener {

    private final TaskLifecycle lifecycle;
    private final Actor actor;

    ImplementListener(TaskLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.submitted(BusinessKey.of(task), actor.person(), COMPLETION_STATEMENT.from(task));
    }
}
