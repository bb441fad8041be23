package org.rectification.organization;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody with a login, as he is today.
 *
 * @param department  code of the person's department, null for those outside the departments
 * @param groups      group ids as in {@link Groups}, with those he has only as a deputy
 * @param borrowed    group id → user id of the one in whose place he is in it; none that is his own
 * @param standsInFor user ids of all for whom he is deputy today
 */
public record Person(String userId, String name, String department, Set<String> groups, Map<String, String> borrowed, Set<String> standsInFor) {

    private static final Set<String> READ_EVERYTHING = Set.of(Groups.RECTIFICATION_OFFICE, Groups.LEADING_GROUP, Groups.SUPERVISION_TEAM,
            Groups.DISCIPLINE_COMMITTEE, Groups.DISCIPLINE_INSPECTION, Groups.AUDITOR, Groups.CAMUNDA_ADMIN);

    /** Somebody who stands in for nobody. */
    public Person(String userId, String name, String department, Set<String> groups) {
        this(userId, name, department, groups, Map.of(), Set.of());
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /** Whose place he takes in this group, empty where it is his own. */
    public Optional<String> actingFor(String group) {
        return Optional.ofNullable(borrowed.get(group));
    }

    /** Whether he is this person or his deputy. */
    public boolean answersFor(String other) {
        return userId.equals(other) || other != null && standsInFor.contains(other);
    }

    /** Those who supervise or run the whole see every department's tasks; a department sees its own. */
    public boolean readsEverything() {
        return groups.stream().anyMatch(READ_EVERYTHING::contains);
    }

    /** Whether tasks may come to him for 审签, 核查 or 销号审定. */
    public boolean decidesOnTasks() {
        return isIn(Groups.LEADING_GROUP) || isIn(Groups.SUPERVISION_TEAM) || headsAnyDepartment();
    }

    public boolean headsAnyDepartment() {
        return groups.stream().anyMatch(group -> group.startsWith("dept-") && group.endsWith("-head"));
    }

    public boolean handlesFor(String departmentCode) {
        return isIn(Groups.handlersOf(departmentCode));
    }

    public boolean headsDepartment(String departmentCode) {
        return isIn(Groups.headsOf(departmentCode));
    }

    /** Codes of the departments this person works for or heads. */
    public Set<String> departments() {
        return groups.stream().filter(group -> group.startsWith("dept-"))
                .map(group -> group.substring("dept-".length()).replaceFirst("-head$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
