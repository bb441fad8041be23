package org.rectification.board.process;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.board.Todos;
import org.rectification.organization.Person;
import org.springframework.stereotype.Component;

@Component
class EngineTodos implements Todos {

    private final TaskService tasks;
    private final RuntimeService runtime;

    EngineTodos(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public List<Todo> of(Person person, int most) {
        List<Task> found = offered(person).orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, most);
        if (found.isEmpty()) return List.of();
        Map<String, String> keys = businessKeys(found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
        return found.stream().map(task -> todo(task, keys.get(task.getProcessInstanceId()))).toList();
    }

    @Override
    public Optional<Todo> on(String subject, Person person) {
        return offered(person).processInstanceBusinessKey(subject).orderByTaskCreateTime().asc().listPage(0, 1).stream().findFirst().map(task -> todo(task, subject));
    }

    private static Todo todo(Task task, String subject) {
        return new Todo(task.getId(), task.getName(), subject, task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate());
    }

    @Override
    public long countOf(Person person) {
        return offered(person).count();
    }

    private TaskQuery offered(Person person) {
        return tasks.createTaskQuery().active().or().taskAssignee(person.userId()).taskCandidateUser(person.userId()).endOr();
    }

    private Map<String, String> businessKeys(Set<String> instances) {
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getProcessInstanceId, ProcessInstance::getBusinessKey));
    }
}
