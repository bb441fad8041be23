package org.rectification.departure.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.rectification.departure.HeldSteps;
import org.rectification.engine.TaskCard;
import org.springframework.stereotype.Component;

@Component
class EngineHeldSteps implements HeldSteps {

    private final TaskService tasks;
    private final RuntimeService runtime;

    EngineHeldSteps(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public List<HeldStep> of(String userId) {
        return involving(userId).stream().map(task -> {
            Map<String, String> card = runtime.createVariableInstanceQuery().taskIdIn(task.getId()).variableNameIn(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT, TaskCard.DEPARTMENT).list().stream()
                    .collect(Collectors.toMap(VariableInstance::getName, variable -> (String) variable.getValue()));
            return new HeldStep(task.getName(), card.get(TaskCard.BUSINESS_KEY), TaskCard.inOneLine(card));
        }).toList();
    }

    @Override
    public void passedOn(String from, String to) {
        for (Task task : involving(from)) {
            boolean byName = tasks.getIdentityLinksForTask(task.getId()).stream().anyMatch(link -> "candidate".equals(link.getType()) && from.equals(link.getUserId()));
            if (byName) {
                tasks.addCandidateUser(task.getId(), to);
                tasks.deleteCandidateUser(task.getId(), from);
            }
            if (from.equals(task.getAssignee())) tasks.setAssignee(task.getId(), to);
        }
    }

    /** Claimed by him or offered to him by name. */
    private List<Task> involving(String userId) {
        return tasks.createTaskQuery().taskInvolvedUser(userId).orderByDueDate().asc().list();
    }
}
