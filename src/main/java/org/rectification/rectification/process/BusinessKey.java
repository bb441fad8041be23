package org.rectification.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** The number people use; everything else is read from the ledger by it. */
final class BusinessKey {

    private BusinessKey() {}

    static String of(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
