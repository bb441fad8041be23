package org.rectification.rectification.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.mark;
import static org.rectification.engine.ProcessVariable.number;
import static org.rectification.engine.ProcessVariable.outcome;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/rectification-task.bpmn. */
@Component
public class RectificationTaskProcess implements ProcessContract {

    public static final String KEY = "rectification-task";

    public static final String IMPLEMENT = "Task_Implement";
    public static final String ENDORSE = "Task_Endorse";
    public static final String CHECK = "Task_Check";
    public static final String SIGN_OFF = "Task_SignOff";
    public static final String SIGNED_OFF = "EndEvent_SignedOff";
    public static final String TASK_WITHDRAWN = "Escalation_TaskWithdrawn";
    public static final String TASK_HANDED_OVER = "Escalation_TaskHandedOver";

    public static final ProcessVariable<String> COMPLETION_STATEMENT = text("completionStatement", "整改完成情况");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");
    public static final ProcessVariable<Boolean> ENDORSED = decision("endorsed", "审签结论");
    public static final ProcessVariable<Boolean> CHECK_PASSED = decision("checkPassed", "核查结论");
    public static final ProcessVariable<Boolean> SIGN_OFF_APPROVED = decision("signOffApproved", "销号结论");
    public static final ProcessVariable<Boolean> SUSTAINED = mark("sustained", "完成并长期坚持");
    public static final ProcessVariable<Boolean> LEDGER_CLEARED = outcome("ledgerCleared");
    public static final ProcessVariable<Integer> SIGNED_OFF_ROUND = number("signedOffRound");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(
                IMPLEMENT, Set.of(COMPLETION_STATEMENT),
                ENDORSE, Set.of(ENDORSED, OPINION),
                CHECK, Set.of(CHECK_PASSED, OPINION),
                SIGN_OFF, Set.of(SIGN_OFF_APPROVED, SUSTAINED, OPINION));
    }
}
