package org.rectification.lookback.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.outcome;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/look-back.bpmn. */
@Component
public class LookBackProcess implements ProcessContract {

    public static final String KEY = "look-back";

    public static final String LOOK_BACK = "Task_LookBack";

    public static final ProcessVariable<Boolean> HELD = decision("held", "回头看结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");
    public static final ProcessVariable<String> NEW_DEADLINE = text("newDeadline", "重新整改的时限");
    public static final ProcessVariable<Boolean> LOOK_BACKS_DECIDED = outcome("lookBacksDecided");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(LOOK_BACK, Set.of(HELD, OPINION, NEW_DEADLINE));
    }
}
