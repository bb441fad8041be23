package org.rectification.feedback.web;

import java.util.List;
import java.util.stream.IntStream;
import org.rectification.feedback.Reading;

/**
 * A paragraph of the document beside what was read from it.
 *
 * @param kind aside, unplaced, heading or problem
 */
public record SourceLine(int index, String text, String kind) {

    static List<SourceLine> all(Reading reading) {
        return IntStream.range(0, reading.paragraphs().size()).mapToObj(index -> new SourceLine(index, reading.paragraphs().get(index).whole(), kind(reading, index))).toList();
    }

    private static String kind(Reading reading, int index) {
        if (reading.problems().stream().anyMatch(problem -> problem.sources().contains(index))) return "problem";
        return reading.unplaced().contains(index) ? "unplaced" : reading.aside().contains(index) ? "aside" : "heading";
    }
}
