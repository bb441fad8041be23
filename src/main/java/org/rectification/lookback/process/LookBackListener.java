package org.rectification.lookback.process;

import static org.rectification.lookback.process.LookBackProcess.HELD;
import static org.rectification.lookback.process.LookBackProcess.LOOK_BACKS_DECIDED;
import static org.rectification.lookback.process.LookBackProcess.NEW_DEADLINE;
import static org.rectification.lookback.process.LookBackProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.lookback.LookBacks;
import org.springframework.stereotype.Component;

/** Task_LookBack 回头看. */
@Component
class LookBackListener implements TaskListener {

    private final LookBacks lookBacks;
    private final Actor actor;

    LookBackListener(LookBacks lookBacks, Actor actor) {
        this.lookBacks = lookBacks;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean decided = lookBacks.decided(task.getExecution().getProcessBusinessKey(), actor.person(), HELD.from(task), OPINION.from(task), NEW_DEADLINE.from(task));
        LOOK_BACKS_DECIDED.write(task, decided);
    }
}
