package org.rectification.rectification.web;

import org.rectification.refusal.web.Complaint;
import org.rectification.rectification.Problem;
import org.rectification.rectification.ProblemDraft;

/**
 * A problem as it stands in its form.
 *
 * @param number null for one that is being added
 * @param inPlan the approved plan holds it, so that a change takes a reason
 */
public record ProblemForm(Integer number, ProblemDraft draft, boolean inPlan, Complaint complaint) {

    /** @param aspect what the one before was about; problems come in groups */
    static ProblemForm empty(String aspect) {
        return new ProblemForm(null, new ProblemDraft(aspect, null, null, "FEEDBACK", null, null), false, Complaint.NONE);
    }

    static ProblemForm of(Problem problem) {
        return new ProblemForm(problem.number(), new ProblemDraft(problem.aspect(), problem.title(), problem.text(), problem.origin().name(), problem.progress(), null),
                problem.isInPlan(), Complaint.NONE);
    }
}
