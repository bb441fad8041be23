package org.rectification.lookback.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.lookback.LookBackDraws;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.process.RectificationCaseProcess;
import org.springframework.stereotype.Component;

/** Task_AnnounceLookBacks 通知回头看结束. The case has waited since its last look-back was opened. */
@Component
class AnnounceLookBacksDelegate implements JavaDelegate {

    private final LookBackDraws draws;
    private final TaskLifecycle tasks;
    private final RuntimeService runtime;

    AnnounceLookBacksDelegate(LookBackDraws draws, TaskLifecycle tasks, RuntimeService runtime) {
        this.draws = draws;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = tasks.task(execution.getProcessBusinessKey()).caseNumber();
        if (!draws.decisionAnnounced(caseNumber)) return;
        runtime.createMessageCorrelation(RectificationCaseProcess.LOOK_BACKS_DECIDED).processInstanceBusinessKey(caseNumber).correlate();
    }
}
