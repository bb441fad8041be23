package org.rectification.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;

/**
 * Answers from {@link Offers} what people ask all day long: the lists and numbers on the left of Tasklist. Whoever asks for anything else,
 * or for what is offered to somebody else, is answered by the engine itself.
 */
class OfferedTasks extends TaskManager {

    private static final JsonTaskQueryConverter CONDITIONS = new JsonTaskQueryConverter();
    private static final Set<String> ANSWERED = Set.of("candidateUser", "includeAssignedTasks", "active", "dueBefore", "dueAfter", "key", "keys", "taskVariables", "orQueries",
            "orderingProperties", "processInstanceIdIn");
    private static final Set<String> HIS_OR_NOBODYS = Set.of("assignee", "unassigned");
    private static final int PAGE = 1000;

    private final Supplier<Offers> offers;
    private final Supplier<Organization> organization;

    private OfferedTasks(Supplier<Offers> offers, Supplier<Organization> organization) {
        this.offers = offers;
        this.organization = organization;
    }

    static SessionFactory instead(Supplier<Offers> offers, Supplier<Organization> organization) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new OfferedTasks(offers, organization);
            }
        };
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return offered(query).map(Offers.Offered::count).orElseGet(() -> super.findTaskCountByQueryCriteria(query));
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        if (query.getMaxResults() > PAGE || !isUrgentFirst(query.getOrderingProperties())) return super.findTasksByQueryCriteria(query);
        return offered(query).map(offered -> tasks(offered.urgentFirst(query.getFirstResult(), query.getMaxResults()))).orElseGet(() -> super.findTasksByQueryCriteria(query));
    }

    private List<Task> tasks(List<String> ids) {
        if (ids.isEmpty()) return List.of();
        TaskQueryImpl byId = (TaskQueryImpl) new TaskQueryImpl().taskIdIn(ids.toArray(String[]::new));
        Map<String, Task> open = getCommandContext().runWithoutAuthorization(() -> super.findTasksByQueryCriteria(byId)).stream().collect(Collectors.toMap(Task::getId, Function.identity()));
        return ids.stream().map(open::get).filter(Objects::nonNull).toList();
    }

    private static boolean isUrgentFirst(List<QueryOrderingProperty> order) {
        return !order.isEmpty() && order.stream().allMatch(by -> TaskQueryProperty.DUE_DATE.equals(by.getQueryProperty()) && Direction.ASCENDING.equals(by.getDirection()));
    }

    /** Empty where it asks for more than that; what the engine would store of a query is all that it asks for. */
    private Optional<Offers.Offered> offered(TaskQueryImpl query) {
        String userId = query.getCandidateUser();
        if (userId == null || !userId.equals(getCommandContext().getAuthenticatedUserId()) || !getCommandContext().isAuthorizationCheckEnabled()) return Optional.empty();
        if (query.isOrQueryActive() || !ANSWERED.containsAll(CONDITIONS.toJsonObject(query).keySet()) || !isEmpty(query.getProcessInstanceIdIn())) return Optional.empty();
        List<TaskQueryImpl> alternatives = query.getQueries().stream().filter(TaskQueryImpl::isOrQueryActive).toList();
        if (!alternatives.stream().allMatch(alternative -> isHisOrNobodys(alternative, userId)) || !query.getVariables().stream().allMatch(OfferedTasks::isReturned)) return Optional.empty();

        List<String> groups = query.getCandidateGroups() == null ? List.of() : query.getCandidateGroups();
        Offers.Offered offered = offers.get().offered(userId, groups);
        if (groups.stream().anyMatch(Groups.DECIDING::contains)) organization.get().find(userId).ifPresent(offered::exceptLeftToOthers);
        if (!query.isIncludeAssignedTasks()) offered.unclaimed();
        else if (!alternatives.isEmpty()) offered.claimedBySelfOrNobody();
        if (SuspensionState.ACTIVE.equals(query.getSuspensionState())) offered.active();
        if (!query.getVariables().isEmpty()) offered.returned();
        if (query.getKey() != null) offered.at(List.of(query.getKey()));
        if (query.getKeys() != null) offered.at(Arrays.asList(query.getKeys()));
        if (query.getDueBefore() != null) offered.and("o.due_at < ", query.getDueBefore());
        if (query.getDueAfter() != null) offered.and("o.due_at > ", query.getDueAfter());
        return Optional.of(offered);
    }

    private static boolean isHisOrNobodys(TaskQueryImpl alternative, String userId) {
        return HIS_OR_NOBODYS.containsAll(CONDITIONS.toJsonObject(alternative).keySet()) && alternative.isUnassigned() && userId.equals(alternative.getAssignee());
    }

    /** What two queries are put together from names no process by an empty list. */
    private static boolean isEmpty(String[] processes) {
        return processes == null || processes.length == 0;
    }

    private static boolean isReturned(TaskQueryVariableValue variable) {
        return variable.isLocal() && TaskCard.RETURNED.equals(variable.getName()) && QueryOperator.EQUALS == variable.getOperator() && Boolean.TRUE.equals(variable.getValue());
    }
}
