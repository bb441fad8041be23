package org.rectification.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_CloseCase 核对台账并办结: only on a clean reconciliation and with nothing left to do; otherwise the job fails, is tried again and becomes an incident. */
@Component
class CloseCaseDelegate implements JavaDelegate {

    private final Reconciliation reconciliation;
    private final CaseLifecycle lifecycle;

    CloseCaseDelegate(Reconciliation reconciliation, CaseLifecycle lifecycle) {
        this.reconciliation = reconciliation;
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reconciliation.requireClosable(execution.getProcessBusinessKey());
        lifecycle.closed(execution.getProcessBusinessKey());
    }
}
