package org.rectification.rectification.process;

import static org.rectification.rectification.process.ObjectivelyBlockedProcess.BLOCKED_APPROVED;
import static org.rectification.rectification.process.ObjectivelyBlockedProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.BlockedTasks;
import org.springframework.stereotype.Component;

/** Task_ApproveBlocked 认定客观受阻. */
@Component
class ApproveBlockedListener implements TaskListener {

    private final BlockedTasks blocked;
    private final Actor actor;

    ApproveBlockedListener(BlockedTasks blocked, Actor actor) {
        this.blocked = blocked;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        blocked.decided(BusinessKey.of(task), actor.person(), BLOCKED_APPROVED.from(task), OPINION.from(task));
    }
}
