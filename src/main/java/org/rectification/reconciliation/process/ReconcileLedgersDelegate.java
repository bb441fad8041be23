package org.rectification.reconciliation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.reconciliation.NightlyReconciliation;
import org.springframework.stereotype.Component;

/** Task_ReconcileLedgers 核对全部台账. */
@Component
class ReconcileLedgersDelegate implements JavaDelegate {

    private final NightlyReconciliation nightly;

    ReconcileLedgersDelegate(NightlyReconciliation nightly) {
        this.nightly = nightly;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nightly.reconciled();
    }
}
