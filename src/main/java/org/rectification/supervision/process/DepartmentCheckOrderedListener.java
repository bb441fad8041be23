package org.rectification.supervision.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

/** StartEvent_DepartmentCheckOrdered 科室检查已下达: only as part of its campaign, and once. */
@Component
class DepartmentCheckOrderedListener implements ExecutionListener {

    private final DepartmentChecks checks;

    DepartmentCheckOrderedListener(DepartmentChecks checks) {
        this.checks = checks;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        checks.begun(start.getProcessBusinessKey());
    }
}
