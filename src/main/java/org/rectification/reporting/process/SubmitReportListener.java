package org.rectification.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

/** Task_SubmitReport 填报半月进展. */
@Component
class SubmitReportListener implements TaskListener {

    private final Reporting reporting;
    private final Actor actor;

    SubmitReportListener(Reporting reporting, Actor actor) {
        this.reporting = reporting;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        reporting.submitted(task.getExecution().getProcessBusinessKey(), actor.person());
    }
}
