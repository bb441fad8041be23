package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationTaskProcess.CHECK_PASSED;
import static org.rectification.rectification.process.RectificationTaskProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Task_Check 核查验收. */
@Component
class CheckListener implements TaskListener {

    private final TaskLifecycle lifecycle;
    private final Actor actor;

    CheckListener(TaskLifecycle lifecycle, Actor actor) {
        this.lifecycle = lifecycle;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.checked(BusinessKey.of(task), actor.person(), CHECK_PASSED.from(task), OPINION.from(task));
    }
}
