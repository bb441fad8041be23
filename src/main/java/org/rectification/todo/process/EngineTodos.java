package org.rectification.todo.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.todo.Todos;
import org.rectification.engine.TaskCard;
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
        return first(offered(person), most);
    }

    @Override
    public List<Todo> dueBy(Person person, LocalDate day, int most) {
        return first(offeredBy(person, day), most);
    }

    private List<Todo> first(TaskQuery query, int most) {
        List<Task> found = query.orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, most);
        if (found.isEmpty()) return List.of();
        Map<String, String> keys = inscribed(found, TaskCard.BUSINESS_KEY);
        Map<String, String> subjects = inscribed(found, TaskCard.SUBJECT);
        return found.stream().map(task -> todo(task, keys.get(task.getId()), subjects.get(task.getId()))).toList();
    }

    @Override
    public Optional<Todo> on(String key, Person person) {
        List<Task> found = offered(person).processInstanceBusinessKey(key).orderByTaskCreateTime().asc().listPage(0, 1);
        return found.stream().findFirst().map(task -> todo(task, key, inscribed(found, TaskCard.SUBJECT).get(task.getId())));
    }

    private static Todo todo(Task task, String key, String subject) {
        return new Todo(task.getId(), task.getName(), key, subject, task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate());
    }

    @Override
    public long countOf(Person person) {
        return offered(person).count();
    }

    @Override
    public long countDueBy(Person person, LocalDate day) {
        return offeredBy(person, day).count();
    }

    private TaskQuery offeredBy(Person person, LocalDate day) {
        return offered(person).dueBefore(Date.from(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()));
    }

    /** The organisation knows who is whose deputy before the engine does. */
    private TaskQuery offered(Person person) {
        TaskQuery his = tasks.createTaskQuery().active().or().taskAssignee(person.userId()).taskCandidateUser(person.userId());
        return (person.groups().isEmpty() ? his : his.taskCandidateGroupIn(List.copyOf(person.groups()))).endOr();
    }

    /** Task id → what its {@link TaskCard} says. */
    private Map<String, String> inscribed(List<Task> found, String line) {
        Map<String, String> inscribed = new HashMap<>();
        runtime.createVariableInstanceQuery().taskIdIn(found.stream().map(Task::getId).toArray(String[]::new)).variableName(line).list()
                .forEach(variable -> inscribed.put(variable.getTaskId(), (String) variable.getValue()));
        return inscribed;
    }
}
