package org.rectification.lookback.process;

import static org.rectification.rectification.process.RectificationCaseProcess.LOOK_BACKS_REMAINING;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.lookback.LookBackDraws;
import org.springframework.stereotype.Component;

/** Task_OpenLookBack 抽取并发起回头看: one chunk a transaction, claims and instances together. */
@Component
class OpenLookBackDelegate implements JavaDelegate {

    private final LookBackDraws draws;
    private final RuntimeService runtime;

    OpenLookBackDelegate(LookBackDraws draws, RuntimeService runtime) {
        this.draws = draws;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        draws.claimNext(caseNumber).forEach(taskNumber -> runtime.startProcessInstanceByKey(LookBackProcess.KEY, taskNumber));
        LOOK_BACKS_REMAINING.write(execution, draws.remain(caseNumber));
    }
}
