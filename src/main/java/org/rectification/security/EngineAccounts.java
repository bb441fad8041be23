package org.rectification.security;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.rectification.engine.DoorsOpening;
import org.rectification.organization.Department;
import org.rectification.organization.Groups;
import org.rectification.organization.MembershipsChanged;
import org.rectification.organization.Organization;
import org.rectification.organization.OrganizationImported;
import org.rectification.organization.Person;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives everybody in the organisation a login, his groups, and the few permissions his work needs; people hold nothing on the running processes themselves. */
@Component
class EngineAccounts {

    private static final String TYPE = "巡察整改";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TaskService tasks;
    private final Organization organization;
    private final Filters filters;

    EngineAccounts(IdentityService identity, AuthorizationService authorizations, TaskService tasks, Organization organization, Filters filters) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.tasks = tasks;
        this.organization = organization;
        this.filters = filters;
    }

    @EventListener
    void follow(OrganizationImported imported) {
        Groups.NAMES.forEach(this::group);
        for (Department department : imported.departments()) {
            group(Groups.handlersOf(department.code()), department.name());
            group(Groups.headsOf(department.code()), department.name() + "负责人");
        }
        imported.people().forEach(person -> login(person, imported.initialPasswords().get(person.userId())));
    }

    @EventListener
    void follow(MembershipsChanged changed) {
        changed.people().forEach(this::join);
    }

    /** A newer version may bring processes that those who are here already have to see. */
    @EventListener(DoorsOpening.class)
    @Order(20)
    void permitWhatIsNew() {
        identity.createGroupQuery().groupType(TYPE).list().forEach(group -> permit(group.getId()));
    }

    private void group(String id, String name) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) group = identity.newGroup(id);
        group.setName(name);
        group.setType(TYPE);
        identity.saveGroup(group);
        permit(id);
    }

    private void permit(String group) {
        if (group.equals(Groups.CAMUNDA_ADMIN)) return;
        grant(group, Resources.APPLICATION, "tasklist", ACCESS);
        filters.of(group).forEach(filter -> grant(group, Resources.FILTER, filter, READ));
        revokeEveryFilter(group);
        switch (group) {
            case Groups.RECTIFICATION_OFFICE -> {
                grant(group, Resources.PROCESS_DEFINITION, "rectification-case", READ, CREATE_INSTANCE);
                grant(group, Resources.PROCESS_DEFINITION, "rectification-task", READ);
                grant(group, Resources.PROCESS_DEFINITION, "deadline-extension", READ);
                grant(group, Resources.PROCESS_DEFINITION, "objectively-blocked", READ);
                grant(group, Resources.PROCESS_DEFINITION, "task-support", READ);
                grant(group, Resources.PROCESS_DEFINITION, "look-back", READ);
                grant(group, Resources.PROCESS_DEFINITION, "supervision-check", READ);
                grant(group, Resources.PROCESS_DEFINITION, "department-check", READ);
                grant(group, Resources.PROCESS_DEFINITION, "supervision-proposal", READ);
                grant(group, Resources.PROCESS_DEFINITION, "task-change", READ);
                grant(group, Resources.PROCESS_INSTANCE, "*", CREATE);
            }
            case Groups.DISCIPLINE_INSPECTION, Groups.AUDITOR -> {
                grant(group, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_TASK, READ_TASK_VARIABLE, READ_HISTORY);
                grant(group, Resources.GROUP, "*", READ);
            }
            default -> grant(group, Resources.PROCESS_DEFINITION, "*", READ);
        }
    }

    /** Earlier versions showed every filter to everybody. */
    private void revokeEveryFilter(String group) {
        authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(Resources.FILTER).resourceId("*").list().forEach(each -> authorizations.deleteAuthorization(each.getId()));
    }

    /** Once; what an admin has changed of it since stays as he left it. */
    private void grant(String group, Resource resource, String id, Permission... permissions) {
        if (authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(id).count() > 0) return;
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }

    private void login(Person person, String initialPassword) {
        User user = identity.createUserQuery().userId(person.userId()).singleResult();
        if (user == null) {
            user = identity.newUser(person.userId());
            user.setPassword(initialPassword);
        }
        user.setLastName(person.name());
        user.setFirstName("");
        identity.saveUser(user);
        join(person.userId());
    }

    /** He is in the engine's groups in which he is today. */
    void join(String userId) {
        Set<String> groups = organization.person(userId).groups();
        Set<String> present = new HashSet<>(identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList());
        groups.stream().filter(group -> !present.contains(group)).forEach(group -> identity.createMembership(userId, group));
        present.stream().filter(group -> !groups.contains(group)).forEach(group -> {
            identity.deleteMembership(userId, group);
            release(userId, group);
        });
    }

    /** What he had claimed as one of this group goes back to the others, as long as nothing else offers it to him. */
    private void release(String userId, String group) {
        tasks.createTaskQuery().taskAssignee(userId).taskCandidateGroup(group).includeAssignedTasks().list().stream()
                .filter(task -> tasks.createTaskQuery().taskId(task.getId()).taskCandidateUser(userId).includeAssignedTasks().count() == 0).forEach(task -> release(task, userId));
    }

    /** The engine leaves the permission that came with the offer or the claim behind. */
    void release(Task task, String person) {
        if (person.equals(task.getAssignee())) tasks.setAssignee(task.getId(), null);
        authorizations.createAuthorizationQuery().userIdIn(person).resourceType(Resources.TASK).resourceId(task.getId()).list()
                .forEach(permission -> authorizations.deleteAuthorization(permission.getId()));
    }
}
