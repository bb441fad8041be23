package org.rectification.cockpit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.rectification.rectification.process.RectificationCaseProcess;
import org.rectification.rectification.process.RectificationTaskProcess;
import org.springframework.stereotype.Component;

/** Where Cockpit finds what the ledger speaks of. */
@Component
class RunningInstances {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;

    RunningInstances(RuntimeService runtime, TaskService tasks, HistoryService history) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
    }

    record Found(String key, boolean isCase) {}

    /** Task number → the instance in which its open step waits. */
    Map<String, String> ofTasks(Collection<String> numbers) {
        Map<String, String> instances = new HashMap<>();
        if (numbers.isEmpty()) return instances;
        Map<String, String> keys = new HashMap<>();
        var open = tasks.createTaskQuery().processDefinitionKey(RectificationTaskProcess.KEY).processInstanceBusinessKeyIn(numbers.toArray(String[]::new)).list();
        if (open.isEmpty()) return instances;
        runtime.createProcessInstanceQuery().processInstanceIds(new java.util.HashSet<>(open.stream().map(task -> task.getProcessInstanceId()).toList())).list()
                .forEach(instance -> keys.put(instance.getId(), instance.getBusinessKey()));
        keys.forEach((instance, key) -> instances.put(key, instance));
        return instances;
    }

    Optional<String> ofCase(String caseNumber) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(RectificationCaseProcess.KEY).processInstanceBusinessKey(caseNumber).list().stream().findFirst().map(instance -> instance.getId());
    }

    /** Ended ones too. */
    Optional<Found> find(String instance) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult())
                .map(found -> new Found(found.getBusinessKey(), RectificationCaseProcess.KEY.equals(found.getProcessDefinitionKey())));
    }
}
