package org.rectification.archive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that happened to a task.
 *
 * @param timed      false where only the day is on record
 * @param person     name of who did it, 王五（代张三） where in somebody's place; null for what the system did
 * @param outcome    同意, 退回 …, null where nothing was decided
 * @param words      what was written, in as many paragraphs
 * @param enclosures files that belong to it
 */
public record Event(LocalDateTime at, boolean timed, String matter, String person, String outcome, boolean adverse, List<String> words, List<Enclosure> enclosures) {

    static Event at(LocalDateTime at, String matter, String person) {
        return new Event(at, true, matter, person, null, false, List.of(), List.of());
    }

    static Event on(LocalDate day, String matter) {
        return new Event(day.atStartOfDay(), false, matter, null, null, false, List.of(), List.of());
    }

    Event decided(boolean approved, String yes, String no) {
        return new Event(at, timed, matter, person, approved ? yes : no, !approved, words, enclosures);
    }

    /** @param more null is left out */
    Event saying(String... more) {
        return new Event(at, timed, matter, person, outcome, adverse, Stream.concat(words.stream(), Stream.of(more).filter(Objects::nonNull).filter(each -> !each.isBlank())).toList(), enclosures);
    }

    Event with(List<Enclosure> files) {
        return new Event(at, timed, matter, person, outcome, adverse, words, files);
    }
}
