package org.rectification.extension.process;

import static org.rectification.extension.process.DeadlineExtensionProcess.EXTENSION_APPROVED;
import static org.rectification.extension.process.DeadlineExtensionProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.extension.Extensions;
import org.springframework.stereotype.Component;

/** Task_ApproveExtension 审定延期. */
@Component
class ApproveExtensionListener implements TaskListener {

    private final Extensions extensions;
    private final Actor actor;

    ApproveExtensionListener(Extensions extensions, Actor actor) {
        this.extensions = extensions;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        extensions.decided(task.getExecution().getProcessBusinessKey(), actor.person(), EXTENSION_APPROVED.from(task), OPINION.from(task));
    }
}
