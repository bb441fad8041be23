package org.rectification.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        List<Sought> sought = proposals.stream().map(Sought::of).toList();
        Map<String, Long> texts = sought.stream().collect(Collectors.groupingBy(Sought::text, Collectors.counting()));
        Map<String, Long> wholes = sought.stream().collect(Collectors.groupingBy(Sought::lines, Collectors.counting()));
        Map<Integer, List<Integer>> repeated = new HashMap<>();
        for (Sought each : sought) {
            // What several say alike tells none of them apart.
            boolean telling = texts.get(each.text) == 1;
            boolean whole = wholes.get(each.lines) == 1;
            List<Integer> holding = known.stream().filter(problem -> each.isSameAs(problem) || whole && each.isMergedInto(problem) || each.isHeldBy(problem, telling)).map(Bare::number).toList();
            if (!holding.isEmpty()) repeated.put(each.number, holding);
        }
        return repeated;
    }

    /** A proposal as it is looked for; the aspect is null where it has none. */
    private record Sought(int number, String aspect, String title, String text, String whole, String lines, String linesWithItem) {

        static Sought of(ProposedProblem proposal) {
            String whole = proposal.text().contains(proposal.title()) ? proposal.text() : proposal.title() + proposal.text();
            return new Sought(proposal.number(), proposal.aspect() == null ? null : bare(proposal.aspect()), bare(proposal.title()), bare(proposal.text()), bare(whole),
                    Repeated.lines(whole), Repeated.lines(proposal.withItem(whole)));
        }

        boolean isSameAs(Bare problem) {
            return title.equals(problem.title) && (aspect == null || aspect.equals(problem.aspect));
        }

        /** What is merged goes beneath what stood there before, as lines of its own. */
        boolean isMergedInto(Bare problem) {
            return problem.lines.indexOf(lines) > 0 || problem.lines.indexOf(linesWithItem) > 0;
        }

        boolean isHeldBy(Bare problem, boolean telling) {
            return problem.says(whole) || telling && (problem.says(text) || problem.text.length() >= TELLING && text.contains(problem.text));
        }
    }

    /** @return indices of unplaced paragraphs that problems of the case hold, as when somebody made one a problem */
    Set<Integer> paragraphs(Reading reading) {
        return reading.unplaced().stream().filter(index -> isHeld(reading.paragraphs().get(index))).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isHeld(Paragraph paragraph) {
        return Stream.of(paragraph.text(), paragraph.whole()).filter(said -> !bare(said).isEmpty()).anyMatch(said -> {
            String lines = lines(said);
            String words = bare(said);
            return known.stream().anyMatch(problem -> problem.lines.contains(lines) || problem.says(words));
        });
    }

    private static String lines(String text) {
        return text.lines().map(Repeated::bare).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String bare(String text) {
        return text == null ? "" : WHAT_TELLS_NOTHING.matcher(text).replaceAll("");
    }
}
