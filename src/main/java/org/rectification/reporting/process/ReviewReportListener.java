package org.rectification.reporting.process;

import static org.rectification.reporting.process.ProgressReportProcess.ACCEPTED;
import static org.rectification.reporting.process.ProgressReportProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

/** Task_ReviewReport 审核半月进展. */
@Component
class ReviewReportListener implements TaskListener {

    private final Reporting reporting;
    private final Actor actor;

    ReviewReportListener(Reporting reporting, Actor actor) {
        this.reporting = reporting;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        reporting.reviewed(task.getExecution().getProcessBusinessKey(), actor.person(), ACCEPTED.from(task), OPINION.from(task));
    }
}
