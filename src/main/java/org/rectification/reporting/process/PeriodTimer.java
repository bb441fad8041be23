package org.rectification.reporting.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.reporting.CadenceChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the waiting timer of a case along with its cadence, so that a change from quarterly to weekly does not wait for the quarter's end. */
@Component
class PeriodTimer {

    private final RuntimeService runtime;
    private final ManagementService management;

    PeriodTimer(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @EventListener
    void follow(CadenceChanged changed) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(changed.caseNumber(), "rectification-case").list().forEach(instance ->
                management.createJobQuery().processInstanceId(instance.getId()).activityId("StartEvent_PeriodEnded").list()
                        .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false)));
    }
}
