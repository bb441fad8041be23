package org.rectification.reporting.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

/** StartEvent_ReportDue 报告期已结束: only for a report that the period has opened, and once. */
@Component
class ReportDueListener implements ExecutionListener {

    private final Reporting reporting;

    ReportDueListener(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        reporting.begun(start.getProcessBusinessKey());
    }
}
