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
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.TaskCard;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Component;

@Component
class EngineTodos implements Todos {

    /** A query of the engine's own joins every open task with everybody to whom one is offered. */
    private static final String OFFERED = """
            from ACT_RU_TASK t where t.SUSPENSION_STATE_ = 1 and (t.ASSIGNEE_ is null or t.ASSIGNEE_ = #{person})
              and exists (select 1 from ACT_RU_IDENTITYLINK i where i.TASK_ID_ = t.ID_ and i.TYPE_ = 'candidate' and (i.USER_ID_ = #{person}%s))""";
    private static final String NOT_LEFT_TO_OTHERS = """
            \sand (t.TASK_DEF_KEY_ not in %s
              or coalesce((select v.TEXT_ from ACT_RU_VARIABLE v where v.TASK_ID_ = t.ID_ and v.NAME_ = %s), '') not like %s)""";
    private static final String URGENT_FIRST = " order by t.DUE_DATE_, t.CREATE_TIME_, t.ID_";

    private final TaskService tasks;
    private final RuntimeService runtime;

    EngineTodos(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public List<Todo> of(Person person, int most) {
        return first(new Offer(person), most);
    }

    @Override
    public List<Todo> dueBy(Person person, LocalDate day, int most) {
        return first(dueBy(person, day), most);
    }

    @Override
    public Optional<Todo> on(String key, Person person) {
        return first(new Offer(person).about(List.of(key)), 1).stream().findFirst();
    }

    @Override
    public Map<String, Todo> on(Collection<String> keys, Person person) {
        if (keys.isEmpty()) return Map.of();
        return first(new Offer(person).about(keys), Integer.MAX_VALUE).stream().collect(Collectors.toMap(Todo::key, Function.identity(), (one, other) -> one));
    }

    @Override
    public List<Todo> at(Collection<String> elements, Person person, int most) {
        return first(new Offer(person).at(elements), most);
    }

    @Override
    public Optional<Todo> at(String element, String key, Person person) {
        return first(new Offer(person).at(List.of(element)).about(List.of(key)), 1).stream().findFirst();
    }

    @Override
    public List<Todo> newSince(LocalDateTime moment, Person person, int most) {
        return first(new Offer(person).and("t.CREATE_TIME_ > ", Date.from(moment.atZone(ZoneId.systemDefault()).toInstant())), most);
    }

    @Override
    public long countOf(Person person) {
        return count(new Offer(person));
    }

    @Override
    public long countAt(Collection<String> elements, Person person) {
        return count(new Offer(person).at(elements));
    }

    @Override
    public long countDueBy(Person person, LocalDate day) {
        return count(dueBy(person, day));
    }

    @Override
    public boolean isOffered(String id, Person person) {
        return count(new Offer(person).and("t.ID_ = ", id)) > 0;
    }

    private static Offer dueBy(Person person, LocalDate day) {
        return new Offer(person).and("t.DUE_DATE_ < ", Date.from(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()));
    }

    /** What is offered to a person, claimed by nobody else, and not left to the others of his group. The organisation knows who is whose deputy before the engine does. */
    private static final class Offer {

        private final StringBuilder sql;
        private final Map<String, Object> values = new HashMap<>();

        Offer(Person person) {
            values.put("person", person.userId());
            sql = new StringBuilder(OFFERED.formatted(person.groups().isEmpty() ? "" : " or i.GROUP_ID_ in " + list(person.groups())));
            if (person.isIn(Groups.LEADING_GROUP) || person.isIn(Groups.SUPERVISION_TEAM)) TaskCard.patterns(person).forEach(this::exceptListed);
        }

        private void exceptListed(String pattern) {
            sql.append(NOT_LEFT_TO_OTHERS.formatted(list(TaskCard.LEFT_TO_OTHERS), value(TaskCard.NOT_FOR), value(pattern)));
        }

        Offer at(Collection<String> elements) {
            sql.append(" and t.TASK_DEF_KEY_ in ").append(list(elements));
            return this;
        }

        Offer about(Collection<String> keys) {
            sql.append(" and t.PROC_INST_ID_ in (select e.ID_ from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ in ").append(list(keys)).append(')');
            return this;
        }

        Offer and(String condition, Object value) {
            sql.append(" and ").append(condition).append(value(value));
            return this;
        }

        private String list(Collection<String> given) {
            return given.stream().map(this::value).collect(Collectors.joining(", ", "(", ")"));
        }

        private String value(Object given) {
            String name = "value" + values.size();
            values.put(name, given);
            return "#{" + name + "}";
        }

        NativeTaskQuery asked(TaskService tasks, String columns, String order) {
            NativeTaskQuery query = tasks.createNativeTaskQuery().sql("select " + columns + " " + sql + order);
            values.forEach(query::parameter);
            return query;
        }
    }

    private long count(Offer offer) {
        return offer.asked(tasks, "count(*)", "").count();
    }

    private List<Todo> first(Offer offer, int most) {
        List<Task> found = offer.asked(tasks, "t.*", URGENT_FIRST).listPage(0, most);
        Map<String, Map<String, Object>> cards = cards(found);
        return found.stream().map(task -> todo(task, cards.getOrDefault(task.getId(), Map.of()))).toList();
    }

    private static Todo todo(Task task, Map<String, Object> card) {
        return new Todo(task.getId(), task.getName(), task.getTaskDefinitionKey(), (String) card.get(TaskCard.BUSINESS_KEY), (String) card.get(TaskCard.SUBJECT),
                task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate(), card.containsKey(TaskCard.RETURNED));
    }

    /** Task id → what its {@link TaskCard} says. */
    private Map<String, Map<String, Object>> cards(List<Task> found) {
        Map<String, Map<String, Object>> cards = new HashMap<>();
        if (found.isEmpty()) return cards;
        runtime.createVariableInstanceQuery().taskIdIn(found.stream().map(Task::getId).toArray(String[]::new))
                .variableNameIn(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT, TaskCard.RETURNED).list()
                .forEach(variable -> cards.computeIfAbsent(variable.getTaskId(), task -> new HashMap<>()).put(variable.getName(), variable.getValue()));
        return cards;
    }
}
