package org.rectification.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.rectification.Problem;

/** What of a document the case has already: a file is read twice, or a second one repeats what the first said. */
final class Repeated {

    /** A shorter text may well stand within another by chance. */
    private static final int TELLING = 10;

    private static final Pattern WHAT_TELLS_NOTHING = Pattern.compile("[\\s\\u00A0\\u3000。；;]");

    private final List<Bare> known;

    Repeated(List<Problem> registered) {
        known = registered.stream().map(problem -> new Bare(problem.number(), bare(problem.aspect()), bare(problem.title()), bare(problem.text()), lines(problem.text()))).toList();
    }

    /** @param lines each between two line ends, for a line that is looked for as a whole */
    private record Bare(int number, String aspect, String title, String text, String lines) {

        boolean says(String words) {
            return words.length() >= TELLING && text.contains(words);
        }
    }

    /** @return number of a proposal → numbers of the problems that hold it, also those it was merged into or split into; proposals that are new are missing */
    Map<Integer, List<Integer>> among(List<ProposedProblem> proposals) {
        Map<String, Long> texts = proposals.stream().collect(Collectors.groupingBy(proposal -> bare(proposal.text()), Collectors.counting()));
        Map<String, Long> wholes = proposals.stream().collect(Collectors.groupingBy(proposal -> lines(whole(proposal, proposal.text())), Collectors.counting()));
        Map<Integer, List<Integer>> repeated = new HashMap<>();
        for (ProposedProblem proposal : proposals) {
            // What several say alike tells none of them apart.
            boolean telling = texts.get(bare(proposal.text())) == 1;
            boolean whole = wholes.get(lines(whole(proposal, proposal.text()))) == 1;
            List<Integer> holding = numbers(problem -> isSame(problem, proposal) || whole && isMergedInto(problem, proposal) || holds(problem, proposal, telling));
            if (!holding.isEmpty()) repeated.put(proposal.number(), holding);
        }
        return repeated;
    }

    /** @return indices of unplaced paragraphs that problems of the case hold, as when somebody made one a problem */
    Set<Integer> paragraphs(Reading reading) {
        return reading.unplaced().stream().filter(index -> isHeld(reading.paragraphs().get(index))).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isHeld(Paragraph paragraph) {
        return Stream.of(paragraph.text(), paragraph.whole()).filter(said -> !bare(said).isEmpty())
                .anyMatch(said -> !numbers(problem -> problem.lines.contains(lines(said)) || problem.says(bare(said))).isEmpty());
    }

    private List<Integer> numbers(Predicate<Bare> holding) {
        return known.stream().filter(holding).map(Bare::number).toList();
    }

    private static boolean isSame(Bare problem, ProposedProblem proposal) {
        return bare(proposal.title()).equals(problem.title) && (proposal.aspect() == null || bare(proposal.aspect()).equals(problem.aspect));
    }

    /** What is merged goes beneath what stood there before, as lines of its own. */
    private static boolean isMergedInto(Bare problem, ProposedProblem proposal) {
        return Stream.of(proposal.text(), proposal.textWithItem()).anyMatch(text -> problem.lines.indexOf(lines(whole(proposal, text))) > 0);
    }

    private static boolean holds(Bare problem, ProposedProblem proposal, boolean telling) {
        String text = bare(proposal.text());
        return problem.says(bare(whole(proposal, proposal.text()))) || telling && (problem.says(text) || problem.text.length() >= TELLING && text.contains(problem.text));
    }

    private static String whole(ProposedProblem proposal, String text) {
        return text.contains(proposal.title()) ? text : proposal.title() + text;
    }

    private static String lines(String text) {
        return text.lines().map(Repeated::bare).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String bare(String text) {
        return text == null ? "" : WHAT_TELLS_NOTHING.matcher(text).replaceAll("");
    }
}
