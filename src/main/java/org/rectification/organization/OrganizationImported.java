package org.rectification.organization;

import java.util.List;
import java.util.Map;

/**
 * Departments and people were imported; whoever keeps logins follows in the same transaction.
 *
 * @param initialPasswords user id → password of people who have no login yet
 */
public record OrganizationImported(List<Department> departments, List<Person> people, Map<String, String> initialPasswords) {}
