package org.rectification.reporting.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

/** Task_OpenPeriods 开启报告期, in the case's model: every period that has ended, each report with its instance in one transaction. */
@Component
class OpenPeriodsDelegate implements JavaDelegate {

    private final Reporting reporting;
    private final RuntimeService runtime;

    OpenPeriodsDelegate(Reporting reporting, RuntimeService runtime) {
        this.reporting = reporting;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reporting.openEndedPeriods(execution.getProcessBusinessKey()).forEach(key -> runtime.startProcessInstanceByKey(ProgressReportProcess.KEY, key));
    }
}
