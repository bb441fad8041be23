package org.rectification.deadlines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one department has been subjected to, counting only what took effect.
 *
 * @param orders  督办 with a letter or a confirmation, 项次; reminders do not count
 * @param persons level → 人 and 人次, for the levels that a person confirms
 */
public record DepartmentTally(String department, int orders, Map<String, Persons> persons) {

    /** @param people 人, each once  @param times 人次, each as often as it happened */
    public record Persons(long people, int times) {}

    /** Levels that are counted by persons, the gravest last. */
    public static List<String> levels(List<LadderStep> steps) {
        return steps.stream().filter(step -> step.rung().confirmedBy() != null).sorted(Comparator.comparing(step -> step.rung().height()))
                .map(step -> step.rung().level()).distinct().toList();
    }

    /** The most subjected first. */
    public static List<DepartmentTally> of(List<LadderStep> steps) {
        Map<String, List<LadderStep>> byDepartment = steps.stream().filter(step -> step.effect().status().isInEffect())
                .filter(step -> step.rung().letter() != null || step.rung().confirmedBy() != null).collect(Collectors.groupingBy(LadderStep::department));
        List<DepartmentTally> tallies = new ArrayList<>();
        byDepartment.forEach((department, own) -> tallies.add(new DepartmentTally(department, own.size(), persons(own))));
        tallies.sort(Comparator.comparing(DepartmentTally::orders).reversed().thenComparing(DepartmentTally::department));
        return tallies;
    }

    private static Map<String, Persons> persons(List<LadderStep> own) {
        Map<String, Persons> persons = new LinkedHashMap<>();
        for (String level : levels(own)) {
            List<String> concerned = own.stream().filter(step -> step.rung().level().equals(level)).flatMap(step -> step.effect().concerned().stream()).toList();
            persons.put(level, new Persons(concerned.stream().distinct().count(), concerned.size()));
        }
        return persons;
    }
}
