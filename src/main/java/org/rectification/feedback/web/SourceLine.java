package org.rectification.feedback.web;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rectification.feedback.Reading;

/**
 * A paragraph of the document beside what was read from it.
 *
 * @param kind aside, unplaced, heading or problem; registered where it would be unplaced, had the case not got it already
 */
public record SourceLine(int index, String text, String kind) {

    /** @param registered indices of such paragraphs */
    static List<SourceLine> all(Reading reading, Set<Integer> registered) {
        return IntStream.range(0, reading.paragraphs().size()).mapToObj(index -> new SourceLine(index, reading.paragraphs().get(index).whole(), kind(reading, registered, index))).toList();
    }

    private static String kind(Reading reading, Set<Integer> registered, int index) {
        if (reading.problems().stream().anyMatch(problem -> problem.sources().contains(index))) return "problem";
        if (registered.contains(index)) return "registered";
        return reading.unplaced().contains(index) ? "unplaced" : reading.aside().contains(index) ? "aside" : "heading";
    }
}
