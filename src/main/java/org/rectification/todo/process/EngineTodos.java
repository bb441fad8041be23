package org.rectification.todo.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Map<String, Map<String, Object>> cards = cards(found);
        return found.stream().map(task -> todo(task, cards.getOrDefault(task.getId(), Map.of()))).toList();
    }

    @Override
    public Optional<Todo> on(String key, Person person) {
        List<Task> found = offered(person).processInstanceBusinessKey(key).orderByTaskCreateTime().asc().listPage(0, 1);
        return found.stream().findFirst().map(task -> todo(task, cards(found).getOrDefault(task.getId(), Map.of())));
    }

    @Override
    public Map<String, Todo> on(Collection<String> keys, Person person) {
        if (keys.isEmpty()) return Map.of();
        return first(offered(person).processInstanceBusinessKeyIn(keys.toArray(String[]::new)), Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Todo::key, Function.identity(), (one, other) -> one));
    }

    @Override
    public boolean isOffered(String id, Person person) {
        return offered(person).taskId(id).count() > 0;
    }

    @Override
    public List<Todo> newSince(LocalDateTime moment, Person person, int most) {
        return first(offered(person).taskCreatedAfter(Date.from(moment.atZone(ZoneId.systemDefault()).toInstant())), most);
    }

    private static Todo todo(Task task, Map<String, Object> card) {
        return new Todo(task.getId(), task.getName(), (String) card.get(TaskCard.BUSINESS_KEY), (String) card.get(TaskCard.SUBJECT),
                task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate(), card.containsKey(TaskCard.RETURNED));
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
    private Map<String, Map<String, Object>> cards(List<Task> found) {
        Map<String, Map<String, Object>> cards = new HashMap<>();
        runtime.createVariableInstanceQuery().taskIdIn(found.stream().map(Task::getId).toArray(String[]::new))
                .variableNameIn(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT, TaskCard.RETURNED).list()
                .forEach(variable -> cards.computeIfAbsent(variable.getTaskId(), task -> new HashMap<>()).put(variable.getName(), variable.getValue()));
        return cards;
    }
}
