package org.rectification.todo.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.engine.TaskCard;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.todo.Todos;
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
        return first(offered(person), person, most);
    }

    @Override
    public List<Todo> dueBy(Person person, LocalDate day, int most) {
        return first(offeredBy(person, day), person, most);
    }

    /** A group is offered what some of it must leave to the others; to them it is not shown as theirs. */
    private List<Todo> first(TaskQuery query, Person person, int most) {
        List<Todo> his = new ArrayList<>();
        TaskQuery ordered = query.orderByDueDate().asc().orderByTaskCreateTime().asc();
        for (int from = 0; his.size() < most; from += most) {
            List<Task> found = ordered.listPage(from, most);
            if (found.isEmpty()) break;
            Map<String, Map<String, Object>> cards = cards(found);
            found.stream().filter(task -> !TaskCard.isNotFor(person, cards.getOrDefault(task.getId(), Map.of()).get(TaskCard.NOT_FOR)))
                    .map(task -> todo(task, cards.getOrDefault(task.getId(), Map.of()))).forEach(his::add);
            if (found.size() < most) break;
        }
        return his.subList(0, Math.min(most, his.size()));
    }

    private static long count(Supplier<TaskQuery> query, Person person) {
        if (!person.isIn(Groups.LEADING_GROUP) && !person.isIn(Groups.SUPERVISION_TEAM)) return query.get().count();
        TaskQuery notHis = query.get().or();
        TaskCard.patterns(person).forEach(pattern -> notHis.taskVariableValueLike(TaskCard.NOT_FOR, pattern));
        return query.get().count() - notHis.endOr().count();
    }

    @Override
    public Optional<Todo> on(String key, Person person) {
        return first(offered(person).processInstanceBusinessKey(key), person, 1).stream().findFirst();
    }

    @Override
    public Map<String, Todo> on(Collection<String> keys, Person person) {
        if (keys.isEmpty()) return Map.of();
        return first(offered(person).processInstanceBusinessKeyIn(keys.toArray(String[]::new)), person, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Todo::key, Function.identity(), (one, other) -> one));
    }

    @Override
    public List<Todo> at(Collection<String> elements, Person person, int most) {
        return first(offeredAt(elements, person), person, most);
    }

    @Override
    public long countAt(Collection<String> elements, Person person) {
        return count(() -> offeredAt(elements, person), person);
    }

    private TaskQuery offeredAt(Collection<String> elements, Person person) {
        return offered(person).taskDefinitionKeyIn(elements.toArray(String[]::new));
    }

    @Override
    public Optional<Todo> at(String element, String key, Person person) {
        return first(offered(person).taskDefinitionKey(element).processInstanceBusinessKey(key), person, 1).stream().findFirst();
    }

    @Override
    public boolean isOffered(String id, Person person) {
        return offered(person).taskId(id).count() > 0;
    }

    @Override
    public List<Todo> newSince(LocalDateTime moment, Person person, int most) {
        return first(offered(person).taskCreatedAfter(Date.from(moment.atZone(ZoneId.systemDefault()).toInstant())), person, most);
    }

    private static Todo todo(Task task, Map<String, Object> card) {
        return new Todo(task.getId(), task.getName(), task.getTaskDefinitionKey(), (String) card.get(TaskCard.BUSINESS_KEY), (String) card.get(TaskCard.SUBJECT),
                task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate(), card.containsKey(TaskCard.RETURNED));
    }

    @Override
    public long countOf(Person person) {
        return count(() -> offered(person), person);
    }

    @Override
    public long countDueBy(Person person, LocalDate day) {
        return count(() -> offeredBy(person, day), person);
    }

    private TaskQuery offeredBy(Person person, LocalDate day) {
        return offered(person).dueBefore(Date.from(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()));
    }

    /** Offered to him and claimed by nobody else. The organisation knows who is whose deputy before the engine does. */
    private TaskQuery offered(Person person) {
        TaskQuery offered = tasks.createTaskQuery().active().or().taskCandidateUser(person.userId()).includeAssignedTasks();
        return (person.groups().isEmpty() ? offered : offered.taskCandidateGroupIn(List.copyOf(person.groups()))).endOr().or().taskAssignee(person.userId()).taskUnassigned().endOr();
    }

    /** Task id → what its {@link TaskCard} says. */
    private Map<String, Map<String, Object>> cards(List<Task> found) {
        Map<String, Map<String, Object>> cards = new HashMap<>();
        runtime.createVariableInstanceQuery().taskIdIn(found.stream().map(Task::getId).toArray(String[]::new))
                .variableNameIn(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT, TaskCard.RETURNED, TaskCard.NOT_FOR).list()
                .forEach(variable -> cards.computeIfAbsent(variable.getTaskId(), task -> new HashMap<>()).put(variable.getName(), variable.getValue()));
        return cards;
    }
}
