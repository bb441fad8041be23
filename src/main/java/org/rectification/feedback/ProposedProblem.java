package org.rectification.feedback;

import java.util.List;

/**
 * A problem as the document seems to state it, for a person to look over.
 *
 * @param number   from 1, in the order of the document
 * @param aspect   null where nothing above it names one
 * @param item     what stands between aspect and problem, null where nothing does
 * @param text     never blank
 * @param progress what the document says of the rectification, null where it says nothing
 * @param doubt    what the document leaves open about it, null where nothing
 * @param measures what it says was or will be done
 * @param sources  indices of the paragraphs it was read from
 */
public record ProposedProblem(int number, String aspect, String item, String title, String text, String progress, Doubt doubt, List<String> measures, List<Integer> sources) {

    /** As it goes into the ledger, which has no place of its own for a heading between aspect and problem. */
    public String textWithItem() {
        return withItem(text);
    }

    String withItem(String said) {
        return item == null ? said : "【" + item + "】" + said;
    }

    ProposedProblem doubted(Doubt doubt) {
        return new ProposedProblem(number, aspect, item, title, text, progress, doubt, measures, sources);
    }

    ProposedProblem numbered(int number) {
        return new ProposedProblem(number, aspect, item, title, text, progress, doubt, measures, sources);
    }
}
