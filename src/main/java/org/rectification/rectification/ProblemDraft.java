package org.rectification.rectification;

/**
 * A problem as sent, nothing checked yet; null means left out.
 *
 * @param reason why it changes, where the approved plan held it
 */
public record ProblemDraft(String aspect, String title, String text, String origin, String progress, String reason) {

    /** What is left out stays as it was. */
    ProblemDraft over(Problem problem) {
        return new ProblemDraft(or(aspect, problem.aspect()), or(title, problem.title()), or(text, problem.text()),
                or(origin, problem.origin().name()), or(progress, problem.progress()), reason);
    }

    private static String or(String sent, String present) {
        return sent == null ? present : sent;
    }
}
