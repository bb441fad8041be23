package org.rectification.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;

/**
 * How people find tasks: quickly, in an order that stays when somebody claims one, and without what they must leave to others.
 *
 * <p>The engine joins every list and every count of tasks with a permission for each task, all with all: with ten thousand tasks of one
 * department that takes minutes. Whoever asks for nothing but what is offered to him, or may read the tasks of every process, finds no
 * more without it: an offer brings the permission to read with it.
 */
class OwnTasks extends AuthorizationManager {

    private final Supplier<Organization> organization;

    private OwnTasks(Supplier<Organization> organization) {
        this.organization = organization;
    }

    static SessionFactory instead(Supplier<Organization> organization) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OwnTasks(organization);
            }
        };
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        keepOrder(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (isWithoutPermissions(check)) return;
        if (check.getAuthUserId().equals(query.getCandidateUser()) && decidesInAGroup(check)) leaveToOthers(query, check.getAuthUserId());
        if (isOfferedTo(check, query) || isAuthorized(READ_TASK, PROCESS_DEFINITION, "*")) check.setAuthorizationCheckEnabled(false);
    }

    /** Among those due on one day the oldest comes first; where nothing decides, a database turns rows around whenever one is written. */
    private static void keepOrder(TaskQueryImpl query) {
        List<QueryOrderingProperty> order = query.getOrderingProperties();
        if (order.isEmpty() || TaskQueryProperty.TASK_ID.equals(order.get(order.size() - 1).getQueryProperty())) return;
        query.orderByTaskCreateTime().asc().orderByTaskId().asc();
    }

    private static boolean decidesInAGroup(AuthorizationCheck person) {
        return person.getAuthGroupIds() != null && person.getAuthGroupIds().stream().anyMatch(Groups.DECIDING::contains);
    }

    /** Every step at which somebody may be barred has a list of those who are; the others need not be looked up. */
    private void leaveToOthers(TaskQueryImpl query, String userId) {
        organization.get().find(userId).ifPresent(person -> TaskCard.patterns(person).forEach(pattern -> {
            TaskQueryImpl his = (TaskQueryImpl) query.or();
            his.addVariable(TaskCard.NOT_FOR, pattern, QueryOperator.NOT_LIKE, true, false);
            his.getVariables().forEach(list -> list.initialize(Context.getProcessEngineConfiguration().getVariableSerializers(), Context.getProcessEngineConfiguration().getDatabaseType()));
            his.taskDefinitionKeyNotIn(TaskCard.LEFT_TO_OTHERS.toArray(String[]::new)).endOr();
        }));
    }

    /**
     * Tasklist asks for what its lists show of each task, and in the same breath for the variables of their processes, which hardly
     * anybody may read: the answer is about the tasks.
     */
    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        super.configureVariableInstanceQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (isWithoutPermissions(check) || query.getVariableScopeIds() == null) return;
        String[] readable = readableTasks(check, query.getVariableScopeIds());
        if (readable.length == 0) return;
        query.variableScopeIdIn(readable);
        check.setAuthorizationCheckEnabled(false);
    }

    /** The engine reads through all permissions of his groups to leave out those that have none: for every query once more. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    private static boolean isWithoutPermissions(AuthorizationCheck check) {
        return !check.isAuthorizationCheckEnabled() || check.getAuthUserId() == null || check.isRevokeAuthorizationCheckEnabled();
    }

    private String[] readableTasks(AuthorizationCheck person, String[] ids) {
        TaskQuery query = Context.getProcessEngineConfiguration().getTaskService().createTaskQuery().taskIdIn(ids);
        if (!isAuthorized(READ_TASK_VARIABLE, PROCESS_DEFINITION, "*")) {
            TaskQuery offered = query.or().taskCandidateUser(person.getAuthUserId()).includeAssignedTasks();
            if (person.getAuthGroupIds() != null && !person.getAuthGroupIds().isEmpty()) offered.taskCandidateGroupIn(person.getAuthGroupIds());
        }
        return Context.getCommandContext().runWithoutAuthorization(() -> query.list().stream().map(Task::getId).toArray(String[]::new));
    }

    /** What the query itself demands; what stands in an {@code or()} beside something else demands nothing. */
    private static boolean isOfferedTo(AuthorizationCheck person, TaskQueryImpl query) {
        if (query.isOrQueryActive() || query.getCandidateGroupLike() != null) return false;
        String user = query.getCandidateUser();
        List<String> groups = query.getCandidateGroups();
        if (user == null && (groups == null || groups.isEmpty())) return false;
        Set<String> his = new HashSet<>(person.getAuthGroupIds() == null ? List.of() : person.getAuthGroupIds());
        return (user == null || user.equals(person.getAuthUserId())) && (groups == null || his.containsAll(groups));
    }
}
