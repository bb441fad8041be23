package org.rectification.change.process;

import static org.rectification.change.process.TaskChangeProcess.CHANGE_APPROVED;
import static org.rectification.change.process.TaskChangeProcess.LEDGER_CLEARED;
import static org.rectification.change.process.TaskChangeProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.change.Changes;
import org.rectification.engine.Actor;
import org.springframework.stereotype.Component;

/** Task_ApproveChange 审定任务调整. */
@Component
class ApproveChangeListener implements TaskListener {

    private final Changes changes;
    private final Actor actor;

    ApproveChangeListener(Changes changes, Actor actor) {
        this.changes = changes;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean cleared = changes.decided(task.getExecution().getProcessBusinessKey(), actor.person(), CHANGE_APPROVED.from(task), OPINION.from(task));
        LEDGER_CLEARED.write(task, cleared);
    }
}
