package org.rectification.ledger;

import java.util.Comparator;
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

    /** Which department an unknown name may mean, as 是不是“…” in brackets; empty where none comes near. */
    String meant(String name) {
        String typed = Typed.name(name);
        List<String> near = departments.keySet().stream().filter(known -> common(known, typed) * 3 >= Math.max(5, typed.length() * 2)).sorted(Comparator.comparingInt(known -> -common(known, typed))).limit(2).toList();
        return near.isEmpty() ? "" : "（是不是“" + String.join("”或“", near) + "”？）";
    }

    /** How many characters both have in the same order: a wrong one, a missing one and 环卫 for 环境卫生 leave most of them. */
    private static int common(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int[] row = new int[other.length() + 1];
            for (int j = 0; j < other.length(); j++) row[j + 1] = one.charAt(i) == other.charAt(j) ? above[j] + 1 : Math.max(above[j + 1], row[j]);
            above = row;
        }
        return above[other.length()];
    }

    /** Empty where nobody bears it; those who lead before the others. */
    List<Person> bearing(String name) {
        List<Person> all = people.getOrDefault(Typed.name(name), List.of());
        List<Person> leaders = all.stream().filter(person -> person.isIn(Groups.LEADING_GROUP)).toList();
        return leaders.size() == 1 ? leaders : all;
    }
}
