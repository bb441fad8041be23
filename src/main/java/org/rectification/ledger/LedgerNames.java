package org.rectification.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;

/** Departments and people by the names that stand in a ledger. */
record LedgerNames(Map<String, String> departments, Map<String, List<Person>> people) {

    static final String ALL_DEPARTMENTS = "全局各科室";

    static LedgerNames of(Organization organization) {
        Map<String, String> departments = new HashMap<>();
        organization.departmentNames().forEach((code, name) -> departments.put(Typed.name(name), code));
        return new LedgerNames(departments, organization.people().stream().collect(Collectors.groupingBy(person -> Typed.name(person.name()))));
    }

    /** Null where there is none of this name. */
    String department(String name) {
        return departments.get(Typed.name(name));
    }

    /** Empty where nobody bears it; those who lead before the others. */
    List<Person> bearing(String name) {
        List<Person> all = people.getOrDefault(Typed.name(name), List.of());
        List<Person> leaders = all.stream().filter(person -> person.isIn(Groups.LEADING_GROUP)).toList();
        return leaders.size() == 1 ? leaders : all;
    }
}
