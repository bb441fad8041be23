package org.rectification.rectification.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.rectification.rectification.ClosingHindranceGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tries once more to close a case that has given up trying, without waiting for an admin. */
@Component
class ClosingRetry {

    private final RuntimeService runtime;
    private final ManagementService management;

    ClosingRetry(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @EventListener
    void retry(ClosingHindranceGone gone) {
        for (ProcessInstance ofCase : runtime.createProcessInstanceQuery().processInstanceBusinessKey(gone.caseNumber(), RectificationCaseProcess.KEY).list()) {
            management.createJobQuery().processInstanceId(ofCase.getId()).activityId(RectificationCaseProcess.CLOSE_CASE).noRetriesLeft().list()
                    .forEach(job -> management.setJobRetries(job.getId(), 1));
        }
    }
}
