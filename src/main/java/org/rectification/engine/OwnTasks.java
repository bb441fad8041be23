package org.rectification.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine joins every list and every count of tasks with a permission for each task, all with all: with ten thousand tasks of one
 * department that takes minutes. Whoever asks for nothing but what is offered to him, or may read the tasks of every process, finds no
 * more without it: an offer brings the permission to read with it.
 */
class OwnTasks extends AuthorizationManager {

    static SessionFactory instead() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OwnTasks();
            }
        };
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (!check.isAuthorizationCheckEnabled() || check.getAuthUserId() == null || check.isRevokeAuthorizationCheckEnabled()) return;
        if (isOfferedTo(check, query) || isAuthorized(READ_TASK, PROCESS_DEFINITION, "*")) check.setAuthorizationCheckEnabled(false);
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
