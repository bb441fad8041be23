package org.rectification.rectification.process;

import static org.rectification.rectification.process.ObjectivelyBlockedProcess.FINDINGS;
import static org.rectification.rectification.process.ObjectivelyBlockedProcess.NEXT_REVIEW_ON;
import static org.rectification.rectification.process.ObjectivelyBlockedProcess.STILL_BLOCKED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.rectification.BlockedTasks;
import org.springframework.stereotype.Component;

/** Task_ReviewBlocked 复核受阻情况. */
@Component
class ReviewBlockedListener implements TaskListener {

    private final BlockedTasks blocked;
    private final Actor actor;

    ReviewBlockedListener(BlockedTasks blocked, Actor actor) {
        this.blocked = blocked;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        blocked.reviewed(BusinessKey.of(task), actor.person(), STILL_BLOCKED.from(task), NEXT_REVIEW_ON.from(task), FINDINGS.from(task));
    }
}
