package org.rectification.change.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.outcome;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/task-change.bpmn. */
@Component
public class TaskChangeProcess implements ProcessContract {

    public static final String KEY = "task-change";
    public static final String APPROVE_CHANGE = "Task_ApproveChange";

    public static final String NOTHING_TO_CHANGE = "Escalation_NothingToChange";

    public static final ProcessVariable<Boolean> CHANGE_APPROVED = decision("changeApproved", "审定结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");
    public static final ProcessVariable<Boolean> LEDGER_CLEARED = outcome("ledgerCleared");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(APPROVE_CHANGE, Set.of(CHANGE_APPROVED, OPINION));
    }
}
