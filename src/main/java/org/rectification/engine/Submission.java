package org.rectification.engine;

import java.util.Map;

/** What came with the request that is completing a task on this thread, before it mingles with the variables of the process. */
final class Submission {

    private static final ThreadLocal<Map<String, Object>> CURRENT = new ThreadLocal<>();

    private Submission() {}

    static Map<String, Object> current() {
        Map<String, Object> variables = CURRENT.get();
        return variables == null ? Map.of() : variables;
    }

    static void begin(Map<String, Object> variables) {
        CURRENT.set(variables);
    }

    static void end() {
        CURRENT.remove();
    }
}
