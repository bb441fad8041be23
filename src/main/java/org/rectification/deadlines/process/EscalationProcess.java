package org.rectification.deadlines.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/escalation.bpmn. */
@Component
public class EscalationProcess implements ProcessContract {

    public static final String KEY = "escalation";

    public static final String CONFIRM_ESCALATION = "Task_ConfirmEscalation";

    public static final String TASK_WITHDRAWN = "Escalation_TaskWithdrawn";

    public static final ProcessVariable<Boolean> ESCALATION_CONFIRMED = decision("escalationConfirmed", "确认结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(CONFIRM_ESCALATION, Set.of(ESCALATION_CONFIRMED, OPINION));
    }
}
