package org.rectification.organization;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody with a login.
 *
 * @param department code of the person's department, null for those outside the departments
 * @param groups     group ids as in {@link Groups}
 */
public record Person(String userId, String name, String department, Set<String> groups) {

    private static final Set<String> READ_EVERYTHING = Set.of(Groups.RECTIFICATION_OFFICE, Groups.LEADING_GROUP, Groups.SUPERVISION_TEAM,
            Groups.DISCIPLINE_COMMITTEE, Groups.DISCIPLINE_INSPECTION, Groups.AUDITOR, Groups.CAMUNDA_ADMIN);

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /** Those who supervise or run the whole see every department's tasks; a department sees its own. */
    public boolean readsEverything() {
        return groups.stream().anyMatch(READ_EVERYTHING::contains);
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
