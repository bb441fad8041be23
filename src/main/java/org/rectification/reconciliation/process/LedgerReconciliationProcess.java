package org.rectification.reconciliation.process;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/ledger-reconciliation.bpmn. */
@Component
public class LedgerReconciliationProcess implements ProcessContract {

    public static final String KEY = "ledger-reconciliation";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of();
    }
}
