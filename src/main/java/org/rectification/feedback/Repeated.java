package org.rectification.feedback;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.rectification.rectification.Problem;

/** Which proposals of a document the case has already: a file is read twice, or a second one repeats what the first said. */
final class Repeated {

    /** A shorter text may well stand within another by chance. */
    private static final int TELLING = 10;

    private static final Pattern WHAT_TELLS_NOTHING = Pattern.compile("[\\s\\u00A0\\u3000。；;]");

    private Repeated() {}

    private record Bare(int number, String aspect, String title, String text) {}

    /** @return number of a proposal → numbers of the problems that hold it, also those it was merged into or split into; proposals that are new are missing */
    static Map<Integer, List<Integer>> among(List<ProposedProblem> proposals, List<Problem> registered) {
        List<String> texts = proposals.stream().map(proposal -> bare(proposal.text())).toList();
        Map<Integer, List<Integer>> repeated = new HashMap<>();
        List<Bare> known = registered.stream().map(problem -> new Bare(problem.number(), bare(problem.aspect()), bare(problem.title()), bare(problem.text()))).toList();
        for (ProposedProblem proposal : proposals) {
            Bare proposed = new Bare(proposal.number(), proposal.aspect() == null ? null : bare(proposal.aspect()), bare(proposal.title()), bare(proposal.text()));
            // What several say alike tells none of them apart.
            boolean telling = Collections.frequency(texts, proposed.text) == 1;
            List<Integer> holding = known.stream().filter(problem -> holds(problem, proposed, telling)).map(Bare::number).toList();
            if (!holding.isEmpty()) repeated.put(proposal.number(), holding);
        }
        return repeated;
    }

    private static boolean holds(Bare problem, Bare proposal, boolean telling) {
        if (proposal.title.equals(problem.title) && (proposal.aspect == null || proposal.aspect.equals(problem.aspect))) return true;
        String whole = proposal.text.contains(proposal.title) ? proposal.text : proposal.title + proposal.text;
        return whole.length() >= TELLING && problem.text.contains(whole)
                || telling && proposal.text.length() >= TELLING && problem.text.contains(proposal.text) || telling && problem.text.length() >= TELLING && proposal.text.contains(problem.text);
    }

    private static String bare(String text) {
        return text == null ? "" : WHAT_TELLS_NOTHING.matcher(text).replaceAll("");
    }
}
