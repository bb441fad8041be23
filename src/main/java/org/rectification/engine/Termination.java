package org.rectification.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Ends instances by the way out that their models draw for it. Their escalation event subprocesses wait without a row of their own,
 * which thousands of tasks would otherwise carry for what happens to a few.
 */
@Component
public class Termination {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    Termination(TaskService tasks, RuntimeService runtime, RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Nothing happens where no such instance waits for a person. */
    public void end(String process, String businessKey, String escalation) {
        bringUpToDate(process, businessKey);
        for (Task task : tasks.createTaskQuery().processDefinitionKey(process).processInstanceBusinessKey(businessKey).list()) tasks.handleEscalation(task.getId(), escalation);
    }

    /** An instance may have begun before its model drew this way out. */
    public void bringUpToDate(String process, String businessKey) {
        String latest = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(businessKey).list()) {
            if (instance.getProcessDefinitionId().equals(latest)) continue;
            var plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), latest).mapEqualActivities().updateEventTriggers().build();
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        }
    }
}
