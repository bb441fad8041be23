package org.rectification.feedback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.rectification.Problem;

/** Which proposals of a document the case has already: a file is read twice, or a second one repeats what the first said. */
final class Repeated {

    /** A shorter text may well stand within another by chance. */
    private static final int TELLING = 10;

    private Repeated() {}

    /** @return number of a proposal → numbers of the problems that hold it, also those it was merged into or split into; proposals that are new are missing */
    static Map<Integer, List<Integer>> among(List<ProposedProblem> proposals, List<Problem> registered) {
        return proposals.stream().collect(Collectors.toMap(ProposedProblem::number, proposal -> registered.stream().filter(problem -> holds(problem, proposal)).map(Problem::number).toList()))
                .entrySet().stream().filter(entry -> !entry.getValue().isEmpty()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean holds(Problem problem, ProposedProblem proposal) {
        String title = bare(proposal.title());
        if (title.equals(bare(problem.title())) && (proposal.aspect() == null || bare(proposal.aspect()).equals(bare(problem.aspect())))) return true;
        String text = bare(proposal.text());
        String whole = text.contains(title) ? text : title + text;
        String known = bare(problem.text());
        return text.length() >= TELLING && known.contains(text) || whole.length() >= TELLING && known.contains(whole) || known.length() >= TELLING && text.contains(known);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000。；;]", "");
    }
}
