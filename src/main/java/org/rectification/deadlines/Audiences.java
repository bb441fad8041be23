package org.rectification.deadlines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;

/** A day's steps by whom they are told to: of ten thousand most have the same few people. */
class Audiences {

    private final Map<Audience, List<Placed>> steps = new HashMap<>();

    /** @param steps in the order in which they are told */
    Audiences(List<LadderStep> steps) {
        int place = 0;
        for (LadderStep step : steps) this.steps.computeIfAbsent(Audience.of(step), audience -> new ArrayList<>()).add(new Placed(place++, step));
    }

    private record Placed(int place, LadderStep step) {}

    /** The first of what he is told. */
    List<LadderStep> first(int most, Person person) {
        return of(person).flatMap(told -> told.stream().limit(most)).sorted(Comparator.comparing(Placed::place)).limit(most).map(Placed::step).toList();
    }

    int count(Person person) {
        return of(person).mapToInt(List::size).sum();
    }

    private Stream<List<Placed>> of(Person person) {
        return steps.entrySet().stream().filter(each -> each.getKey().includes(person)).map(Map.Entry::getValue);
    }

    private record Audience(StepStatus status, Rung rung, String department, String leadLeader) {

        static Audience of(LadderStep step) {
            return new Audience(step.effect().status(), step.rung(), step.department(), step.leadLeader());
        }

        /** Before it is confirmed a step is known to those who confirm it, and to nobody it would strike; what is dropped, to them and the office. */
        boolean includes(Person person) {
            if (status.isDropped()) return person.isIn(rung.confirmedBy()) || person.isIn(Groups.RECTIFICATION_OFFICE);
            if (!status.isInEffect()) return status == StepStatus.AWAITING && person.isIn(rung.confirmedBy());
            return rung.recipients().stream().anyMatch(each -> each.among(List.of(person), department, leadLeader).findAny().isPresent());
        }
    }
}
