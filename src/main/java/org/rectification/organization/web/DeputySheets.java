package org.rectification.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.organization.Deputies;
import org.rectification.organization.Deputy;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.stereotype.Component;

/** Lays out for a person who stands in for whom, as far as it is his to know. */
@Component
class DeputySheets {

    private static final int LATEST = 200;

    private final Deputies deputies;
    private final Organization organization;
    private final Clock clock;

    DeputySheets(Deputies deputies, Organization organization, Clock clock) {
        this.deputies = deputies;
        this.organization = organization;
        this.clock = clock;
    }

    /** His own, those of people he may enter deputies for, and for those who read everything all of them; newest first. */
    List<DeputyLine> lines(Person viewer) {
        Map<String, Person> people = organization.people().stream().collect(Collectors.toMap(Person::userId, Function.identity()));
        Map<String, String> names = organization.personNames();
        return deputies.latest(LATEST).stream().filter(each -> viewer.readsEverything() || each.deputy().equals(viewer.userId()) || isHis(each, people, viewer))
                .map(each -> DeputyLine.of(each, names, today(), isHis(each, people, viewer))).toList();
    }

    private boolean isHis(Deputy each, Map<String, Person> people, Person viewer) {
        return people.containsKey(each.absent()) && deputies.mayEnterFor(people.get(each.absent()), viewer);
    }

    /** Those he may enter a deputy for, himself first. */
    List<Person> absentees(Person viewer) {
        return organization.people().stream().filter(person -> deputies.mayEnterFor(person, viewer) && Deputies.mayBeStoodInFor(person))
                .sorted(java.util.Comparator.comparing(person -> !person.userId().equals(viewer.userId()))).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
