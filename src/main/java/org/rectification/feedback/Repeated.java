package org.rectification.feedback;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectification.rectification.Problem;

/** Which proposals of a document the case has already: a file is read twice, or a second one repeats what the first said. */
final class Repeated {

    /** A shorter text may well stand within another by chance. */
    private static final int TELLING = 10;

    private Repeated() {}

    /** @return number of a proposal → numbers of the problems that hold it, also those it was merged into or split into; proposals that are new are missing */
    static Map<Integer, List<Integer>> among(List<ProposedProblem> proposals, List<Problem> registered) {
        List<String> texts = proposals.stream().map(proposal -> bare(proposal.text())).toList();
        Map<Integer, List<Integer>> repeated = new HashMap<>();
        for (ProposedProblem proposal : proposals) {
            // What several say alike tells none of them apart.
            boolean telling = Collections.frequency(texts, bare(proposal.text())) == 1;
            List<Integer> holding = registered.stream().filter(problem -> holds(problem, proposal, telling)).map(Problem::number).toList();
            if (!holding.isEmpty()) repeated.put(proposal.number(), holding);
        }
        return repeated;
    }

    private static boolean holds(Problem problem, ProposedProblem proposal, boolean telling) {
        String title = bare(proposal.title());
        if (title.equals(bare(problem.title())) && (proposal.aspect() == null || bare(proposal.aspect()).equals(bare(problem.aspect())))) return true;
        String text = bare(proposal.text());
        String known = bare(problem.text());
        String whole = text.contains(title) ? text : title + text;
        return whole.length() >= TELLING && known.contains(whole) || telling && text.length() >= TELLING && known.contains(text) || telling && known.length() >= TELLING && text.contains(known);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000。；;]", "");
    }
}
