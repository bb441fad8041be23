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
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.Offers;
import org.rectification.engine.TaskCard;
import org.rectification.organization.Person;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Component;

@Component
class EngineTodos implements Todos {

    private final Offers offers;
    private final TaskService tasks;
    private final RuntimeService runtime;

    EngineTodos(Offers offers, TaskService tasks, RuntimeService runtime) {
        this.offers = offers;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public List<Todo> of(Person person, int most) {
        return first(offers.to(person), most);
    }

    @Override
    public List<Todo> dueBy(Person person, LocalDate day, int most) {
        return first(dueBy(person, day), most);
    }

    @Override
    public Optional<Todo> on(String key, Person person) {
        return first(offers.to(person).about(List.of(key)), 1).stream().findFirst();
    }

    @Override
    public Map<String, Todo> on(Collection<String> keys, Person person) {
        if (keys.isEmpty()) return Map.of();
        return first(offers.to(person).about(keys), Integer.MAX_VALUE).stream().collect(Collectors.toMap(Todo::key, Function.identity(), (one, other) -> one));
    }

    @Override
    public List<Todo> at(Collection<String> elements, Person person, int most) {
        return first(offers.to(person).at(elements), most);
    }

    @Override
    public Optional<Todo> at(String element, String key, Person person) {
        return first(offers.to(person).at(List.of(element)).about(List.of(key)), 1).stream().findFirst();
    }

    @Override
    public List<Todo> newSince(LocalDateTime moment, Person person, int most) {
        return first(offers.to(person).and("o.created_at > ", Date.from(moment.atZone(ZoneId.systemDefault()).toInstant())), most);
    }

    @Override
    public long countOf(Person person) {
        return offers.to(person).count();
    }

    @Override
    public long countAt(Collection<String> elements, Person person) {
        return offers.to(person).at(elements).count();
    }

    @Override
    public long countDueBy(Person person, LocalDate day) {
        return dueBy(person, day).count();
    }

    @Override
    public boolean isOffered(String id, Person person) {
        return offers.to(person).and("o.task = ", id).count() > 0;
    }

    private Offers.Offered dueBy(Person person, LocalDate day) {
        return offers.to(person).and("o.due_at < ", Date.from(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()));
    }

    private List<Todo> first(Offers.Offered offered, int most) {
        List<String> ids = offered.urgentFirst(0, most);
        if (ids.isEmpty()) return List.of();
        Map<String, Task> found = open(ids);
        Map<String, Map<String, Object>> cards = cards(ids);
        return ids.stream().filter(found::containsKey).map(id -> todo(found.get(id), cards.getOrDefault(id, Map.of()))).toList();
    }

    /** Natively, since whoever asks may ask for somebody else, and the engine would look for his own permissions. */
    private Map<String, Task> open(List<String> ids) {
        NativeTaskQuery query = tasks.createNativeTaskQuery().sql(IntStream.range(0, ids.size()).mapToObj(n -> "#{id" + n + "}").collect(Collectors.joining(", ", "select * from ACT_RU_TASK where ID_ in (", ")")));
        for (int n = 0; n < ids.size(); n++) query.parameter("id" + n, ids.get(n));
        return query.list().stream().collect(Collectors.toMap(Task::getId, Function.identity()));
    }

    private static Todo todo(Task task, Map<String, Object> card) {
        return new Todo(task.getId(), task.getName(), task.getTaskDefinitionKey(), (String) card.get(TaskCard.BUSINESS_KEY), TaskCard.inOneLine(card),
                task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate(), card.containsKey(TaskCard.RETURNED));
    }

    /** Task id → what its {@link TaskCard} says. */
    private Map<String, Map<String, Object>> cards(List<String> ids) {
        Map<String, Map<String, Object>> cards = new HashMap<>();
        runtime.createVariableInstanceQuery().taskIdIn(ids.toArray(String[]::new)).variableNameIn(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT, TaskCard.DEPARTMENT, TaskCard.RETURNED).list()
                .forEach(variable -> cards.computeIfAbsent(variable.getTaskId(), task -> new HashMap<>()).put(variable.getName(), variable.getValue()));
        return cards;
    }
}
