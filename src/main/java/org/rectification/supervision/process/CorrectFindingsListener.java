package org.rectification.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

/** Task_CorrectFindings 整改检查问题. */
@Component
class CorrectFindingsListener implements TaskListener {

    private final DepartmentChecks checks;
    private final Actor actor;

    CorrectFindingsListener(DepartmentChecks checks, Actor actor) {
        this.checks = checks;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        checks.corrected(task.getExecution().getProcessBusinessKey(), actor.person());
    }
}
