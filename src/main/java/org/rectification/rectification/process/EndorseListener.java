package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationTaskProcess.ENDORSED;
import static org.rectification.rectification.process.RectificationTaskProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Task_Endorse 部门负责人审签. */
@Component
class EndorseListener implements TaskListener {

    private final TaskLifecycle lifecycle;
    private final Actor actor;

    EndorseListener(TaskLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.endorsed(BusinessKey.of(task), actor.person(), ENDORSED.from(task), OPINION.from(task));
    }
}
