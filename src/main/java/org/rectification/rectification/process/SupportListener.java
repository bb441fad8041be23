package org.rectification.rectification.process;

import static org.rectification.rectification.process.TaskSupportProcess.INSTALMENT;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.SupportKey;
import org.rectification.rectification.TaskSupport;
import org.springframework.stereotype.Component;

/** Task_Support 配合落实. */
@Component
class SupportListener implements TaskListener {

    private final TaskSupport support;
    private final Actor actor;

    SupportListener(TaskSupport support, Actor actor) {
        this.support = support;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        support.confirmed(SupportKey.read(BusinessKey.of(task)), actor.person(), INSTALMENT.from(task));
    }
}
