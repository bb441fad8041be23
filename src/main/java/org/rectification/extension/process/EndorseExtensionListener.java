package org.rectification.extension.process;

import static org.rectification.extension.process.DeadlineExtensionProcess.EXTENSION_ENDORSED;
import static org.rectification.extension.process.DeadlineExtensionProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.extension.Extensions;
import org.springframework.stereotype.Component;

/** Task_EndorseExtension 审签延期. */
@Component
class EndorseExtensionListener implements TaskListener {

    private final Extensions extensions;
    private final Actor actor;

    EndorseExtensionListener(Extensions extensions, Actor actor) {
        this.extensions = extensions;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        extensions.endorsed(task.getExecution().getProcessBusinessKey(), actor.person(), EXTENSION_ENDORSED.from(task), OPINION.from(task));
    }
}
