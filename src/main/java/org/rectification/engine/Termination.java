package org.rectification.engine;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Ends instances by the way out that their models draw for it. Their escalation event subprocesses wait without a row of their own,
 * which thousands of tasks would otherwise carry for what happens to a few.
 */
@Component
public class Termination {

    private final TaskService tasks;

    Termination(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Nothing happens where no such instance waits for a person. */
    public void end(String process, String businessKey, String escalation) {
        tasks.createTaskQuery().processDefinitionKey(process).processInstanceBusinessKey(businessKey).list().forEach(task -> tasks.handleEscalation(task.getId(), escalation));
    }
}
