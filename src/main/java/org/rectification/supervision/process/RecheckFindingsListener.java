package org.rectification.supervision.process;

import static org.rectification.supervision.process.DepartmentCheckProcess.OPINION;
import static org.rectification.supervision.process.DepartmentCheckProcess.RECHECK_PASSED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

/** Task_RecheckFindings 复查. */
@Component
class RecheckFindingsListener implements TaskListener {

    private final DepartmentChecks checks;
    private final Actor actor;

    RecheckFindingsListener(DepartmentChecks checks, Actor actor) {
        this.checks = checks;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        checks.rechecked(task.getExecution().getProcessBusinessKey(), actor.person(), RECHECK_PASSED.from(task), OPINION.from(task));
    }
}
