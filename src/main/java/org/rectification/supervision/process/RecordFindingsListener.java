package org.rectification.supervision.process;

import static org.rectification.supervision.process.DepartmentCheckProcess.CORRECTION_DAYS;
import static org.rectification.supervision.process.DepartmentCheckProcess.FINDINGS_FOUND;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

/** Task_RecordFindings 现场检查. */
@Component
class RecordFindingsListener implements TaskListener {

    private final DepartmentChecks checks;
    private final Actor actor;

    RecordFindingsListener(DepartmentChecks checks, Actor actor) {
        this.checks = checks;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        checks.checked(task.getExecution().getProcessBusinessKey(), actor.person(), FINDINGS_FOUND.from(task), correctionDays(task));
    }

    /** 0 for what is no number, which the domain refuses where it matters. */
    private static int correctionDays(DelegateTask task) {
        String typed = CORRECTION_DAYS.from(task);
        return typed != null && typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }
}
