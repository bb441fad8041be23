package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.rectification.rectification.Completion;

/**
 * What was true of a case on a day: everything in a bulletin that nobody words.
 *
 * @param declared problems that the feedback declared, null where it declared none
 * @param problems done as {@link Completion} counts it, out of those registered
 * @param measures done out of all
 * @param each     in the order of the bulletin
 * @param previous what the last approved bulletin of the case said; null for the first
 */
public record BulletinFacts(String caseNumber, String inspectionBody, String inspectedParty, LocalDate feedbackDate, LocalDate asOf, Integer declared,
                            Completion problems, Completion tasks, Completion measures, List<ProblemFacts> each, Previous previous) {

    /** @param alike whether the figures and where each problem stands are still what it told */
    public record Previous(LocalDate asOf, Completion problems, boolean alike) {}

    BulletinFacts after(BulletinFacts last) {
        return new BulletinFacts(caseNumber, inspectionBody, inspectedParty, feedbackDate, asOf, declared, problems, tasks, measures, each, new Previous(last.asOf, last.problems, standsAs(last)));
    }

    private boolean standsAs(BulletinFacts last) {
        return Objects.equals(declared, last.declared) && problems.equals(last.problems) && tasks.equals(last.tasks) && measures.equals(last.measures)
                && each.stream().map(ProblemFacts::standing).toList().equals(last.each.stream().map(ProblemFacts::standing).toList());
    }

    /** A supplement that would only tell once more what the last bulletin told. */
    public boolean tellsNothingNew() {
        return previous != null && previous.alike();
    }

    public ProblemFacts problem(int number) {
        return each.stream().filter(problem -> problem.number() == number).findFirst().orElse(null);
    }

    public boolean hasProblem(int number) {
        return problem(number) != null;
    }

    /** Places of the aspects, from 1. */
    public List<Integer> aspects() {
        return each.stream().map(ProblemFacts::aspect).distinct().toList();
    }

    public List<ProblemFacts> problemsOf(int aspect) {
        return each.stream().filter(problem -> problem.aspect() == aspect).toList();
    }

    public List<ProblemFacts> open() {
        return each.stream().filter(problem -> !problem.done()).toList();
    }
}
