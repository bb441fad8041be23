package org.rectification.extension.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/deadline-extension.bpmn. */
@Component
public class DeadlineExtensionProcess implements ProcessContract {

    public static final String KEY = "deadline-extension";

    public static final String ENDORSE_EXTENSION = "Task_EndorseExtension";
    public static final String APPROVE_EXTENSION = "Task_ApproveExtension";
    public static final String TASK_WITHDRAWN = "Escalation_TaskWithdrawn";

    public static final ProcessVariable<Boolean> EXTENSION_ENDORSED = decision("extensionEndorsed", "审签结论");
    public static final ProcessVariable<Boolean> EXTENSION_APPROVED = decision("extensionApproved", "审定结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(ENDORSE_EXTENSION, Set.of(EXTENSION_ENDORSED, OPINION), APPROVE_EXTENSION, Set.of(EXTENSION_APPROVED, OPINION));
    }
}
