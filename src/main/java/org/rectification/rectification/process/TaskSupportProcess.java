package org.rectification.rectification.process;

import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/task-support.bpmn. */
@Component
public class TaskSupportProcess implements ProcessContract {

    public static final String KEY = "task-support";

    public static final String SUPPORT = "Task_Support";
    public static final String TASK_WITHDRAWN = "Escalation_TaskWithdrawn";

    public static final ProcessVariable<String> INSTALMENT = text("instalment", "配合落实情况");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(SUPPORT, Set.of(INSTALMENT));
    }
}
