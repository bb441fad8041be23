package org.rectification.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.engine.DoorsOpening;
import org.rectification.engine.TaskCard;
import org.rectification.organization.Groups;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people choose from on the left of Tasklist: each finds those of his own role, and in them only what is offered to him. */
@Component
class Filters {

    private static final String BLUE = "#1f5f99";
    private static final String AMBER = "#9a6700";
    private static final String RED = "#b4232a";
    private static final String LATE = "${filterDays.late()}";
    /** Of which today is the first: the list says 还有3天 on the last one. */
    private static final int NEAR_DAYS = 4;
    private static final Predicate<String> DEPARTMENTS = group -> group.startsWith("dept-");
    private static final Predicate<String> HEADS = group -> group.startsWith("dept-") && group.endsWith("-head");
    private static final Predicate<String> READERS = Set.of(Groups.DISCIPLINE_INSPECTION, Groups.AUDITOR)::contains;
    private static final Predicate<String> WORKING = Predicate.not(Set.of(Groups.AUDITOR, Groups.CAMUNDA_ADMIN)::contains);

    private final FilterService filters;
    private final TaskService tasks;
    private final ObjectMapper json;

    Filters(FilterService filters, TaskService tasks, ObjectMapper json) {
        this.filters = filters;
        this.tasks = tasks;
        this.json = json;
    }

    /** @param to the groups whose members find it */
    private record Offer(String name, String description, String color, Predicate<String> to, TaskQuery query) {}

    private List<Offer> offers() {
        return List.of(
                new Offer("我的待办", "由我或我所在科室（组）办理的全部事项", BLUE, WORKING, his()),
                new Offer("被退回", "审签、核查、审定时退回，须按意见重办的事项", RED, WORKING, his().taskVariableValueEquals(TaskCard.RETURNED, true)),
                new Offer("已超期", "过了办理期限的事项", RED, WORKING, his().dueBeforeExpression(LATE)),
                new Offer("今日到期", "今天办完才算按时的事项", AMBER, WORKING, dueWithin(his(), 1)),
                new Offer("三日内到期", "今天和往后三天内到期的事项，列表中写到“还有3天”的都在内", AMBER, WORKING, dueWithin(his(), NEAR_DAYS)),
                new Offer("待审签", "科室报来、等待审签的任务和延期", BLUE, HEADS.or(Groups.LEADING_GROUP::equals), his().taskDefinitionKeyIn("Task_Endorse", "Task_EndorseExtension")),
                new Offer("待核查", "等待核查验收、复查和回头看的事项", BLUE, Groups.SUPERVISION_TEAM::equals, his().taskDefinitionKeyIn("Task_Check", "Task_RecheckFindings", "Task_LookBack")),
                new Offer("待销号", "等待领导小组销号审定的任务", BLUE, Groups.LEADING_GROUP::equals, his().taskDefinitionKey("Task_SignOff")),
                new Offer("本科室待认领", "尚无人认领的本科室事项，点开后认领", BLUE, DEPARTMENTS, offered()),
                new Offer("本组待认领", "尚无人认领的本组事项，点开后认领", BLUE, WORKING.and(Predicate.not(DEPARTMENTS)), offered()),
                new Offer("全部在办", "各科室、各组正在办理的全部事项，供查看", BLUE, READERS, tasks.createTaskQuery()),
                new Offer("全部被退回", "各科室、各组被退回、正在重办的事项，供查看", RED, READERS, tasks.createTaskQuery().taskVariableValueEquals(TaskCard.RETURNED, true)),
                new Offer("全部已超期", "各科室、各组过了办理期限的事项，供查看", RED, READERS, tasks.createTaskQuery().dueBeforeExpression(LATE)),
                new Offer("全部今日到期", "各科室、各组今天办完才算按时的事项，供查看", AMBER, READERS, dueWithin(tasks.createTaskQuery(), 1)),
                new Offer("全部三日内到期", "各科室、各组今天和往后三天内到期的事项，供查看", AMBER, READERS, dueWithin(tasks.createTaskQuery(), NEAR_DAYS)));
    }

    /** What he has claimed and what he may claim: offered to him, and claimed by nobody else. The expressions are ours; people cannot store any. */
    private TaskQuery his() {
        return offered().includeAssignedTasks().or().taskAssigneeExpression("${currentUser()}").taskUnassigned().endOr();
    }

    private TaskQuery offered() {
        return tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}");
    }

    private static TaskQuery dueWithin(TaskQuery query, int days) {
        return query.dueAfterExpression(LATE).dueBeforeExpression("${filterDays.after(" + days + ")}");
    }

    /** A newer version may look for something else under a name that an earlier one has stored; filters by other names are other people's. */
    @EventListener(DoorsOpening.class)
    @Order(2)
    void offer() {
        Map<String, Filter> present = filters.createFilterQuery().list().stream().collect(Collectors.toMap(Filter::getName, Function.identity(), (one, other) -> one));
        List<Offer> offers = offers();
        for (Offer offer : offers) {
            Filter ours = filter(offer, 10 * offers.indexOf(offer));
            Filter stored = present.get(offer.name());
            if (stored == null) filters.saveFilter(ours);
            else if (!isAlike(stored, ours)) filters.saveFilter(stored.setQuery(ours.getQuery()).setProperties(ours.getProperties()));
        }
    }

    private boolean isAlike(Filter one, Filter other) {
        return spelled(one).equals(spelled(other)) && one.getProperties().equals(other.getProperties());
    }

    private JsonNode spelled(Filter filter) {
        return json.valueToTree(TaskQueryDto.fromQuery(filter.getQuery()));
    }

    /** Ids of what members of this group find. */
    List<String> of(String group) {
        Set<String> names = offers().stream().filter(offer -> offer.to().test(group)).map(Offer::name).collect(Collectors.toSet());
        return filters.createFilterQuery().list().stream().filter(filter -> names.contains(filter.getName())).map(Filter::getId).toList();
    }

    private Filter filter(Offer offer, int priority) {
        Filter filter = filters.newTaskFilter(offer.name());
        filter.setQuery(offer.query().initializeFormKeys().orderByDueDate().asc());
        filter.setProperties(Map.of("description", offer.description(), "priority", priority, "color", offer.color(), "refresh", true, "showUndefinedVariable", false,
                "variables", List.of(shown(TaskCard.SUBJECT, "事项"), shown(TaskCard.BUSINESS_KEY, "编号"), shown(TaskCard.DEPARTMENT, "责任科室"), shown(TaskCard.PROBLEM, "问题"), shown(TaskCard.RETURNED, "被退回"))));
        return filter;
    }

    /** The label is what the list's own script and styles know it by. */
    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
