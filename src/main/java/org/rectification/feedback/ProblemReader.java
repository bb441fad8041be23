package org.rectification.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.feedback.Outline.Branch;

/** Decides which branches of a document's outline, or else which rows of its tables, are problems; nothing is dropped. */
final class ProblemReader {

    private final List<Paragraph> paragraphs;
    private final int start;
    private final List<ProposedProblem> problems = new ArrayList<>();
    private final Map<Integer, ProposedProblem> wholes = new HashMap<>();
    private final Set<Integer> unplaced = new TreeSet<>();
    private final Set<Integer> aside = new TreeSet<>();
    private final Set<Integer> headings = new HashSet<>();
    /** Indices of paragraphs in parts that tell what was put right. */
    private final Set<Integer> tellsRectification = new HashSet<>();

    /** @param start index of the first paragraph after the title */
    ProblemReader(List<Paragraph> paragraphs, int start) {
        this.paragraphs = paragraphs;
        this.start = start;
    }

    Reading read(String title) {
        ProblemTable table = ProblemTable.of(paragraphs);
        Outline outline = Outline.of(paragraphs, start, table.rows(), title);
        readOutline(outline, title);
        boolean tabled = problems.size() < table.problems().size();
        if (tabled) readTable(table);
        boolean flat = problems.isEmpty();
        if (flat) readFlat(Stream.concat(outline.closing().stream(), table.totals().stream()).collect(Collectors.toSet()));
        aside.addAll(table.totals());
        for (int i = 0; i < start; i++) aside.add(i);
        placeTheRest();
        List<ProposedProblem> numbered = new ArrayList<>();
        for (ProposedProblem problem : problems) numbered.add(problem.numbered(numbered.size() + 1));
        return new Reading(title, paragraphs, numbered, Map.copyOf(wholes), List.copyOf(unplaced), List.copyOf(aside), tabled ? table.columnsRead() : List.of(), flat);
    }

    private void readOutline(Outline outline, String title) {
        List<Branch> parts = partsWithProblems(outline.roots(), title);
        int topmost = parts.stream().filter(part -> !isProblem(part)).mapToInt(ProblemReader::levelOfAspect).min().orElse(0);
        for (Branch part : parts) {
            String heading = Heading.above(part.heading().text()).title();
            boolean namesAspect = Wording.namesAspect(heading) || levelOfAspect(part) == topmost;
            if (isProblem(part)) problems.add(problem(namesAspect ? heading : null, null, part));
            else readBelow(part, heading, null, () -> problem(null, null, part));
        }
        for (int index : outline.opening()) if (Wording.opensDocument(paragraphs.get(index).text())) aside.add(index);
        aside.addAll(outline.closing());
    }

    private static int levelOfAspect(Branch part) {
        return Math.max(Numbering.ASPECT, part.heading().level());
    }

    /** What stands at the top says whether it is about problems at all; where one part is, only what is in it counts. */
    private List<Branch> partsWithProblems(List<Branch> roots, String title) {
        List<Branch> candidates = new ArrayList<>();
        for (Branch root : roots) {
            if (Wording.isBesideProblems(root.heading().text())) aside.addAll(root.all());
            else candidates.add(root);
        }
        List<Branch> sections = candidates.stream().filter(each -> !each.isLeaf() && each.heading().level() <= Numbering.SECTION && Wording.isAboutProblems(each.heading().text())).toList();
        if (sections.isEmpty() && candidates.size() == 1 && isSection(candidates.get(0))) sections = candidates;
        if (sections.isEmpty()) {
            if (Wording.isAboutRectification(title)) candidates.forEach(each -> tellsRectification.addAll(each.all()));
            return candidates;
        }
        List<Branch> parts = new ArrayList<>();
        for (Branch candidate : candidates) {
            // An aspect that is numbered like the part it stands in.
            boolean goesOn = !parts.isEmpty() && Wording.namesAspect(Heading.above(candidate.heading().text()).title());
            if (!goesOn && !sections.contains(candidate)) continue;
            if (!goesOn) headings.add(candidate.index());
            if (Wording.isAboutRectification(candidate.heading().text(), title)) tellsRectification.addAll(candidate.all());
            parts.addAll(goesOn ? List.of(candidate) : candidate.branches());
        }
        return parts;
    }

    private static boolean isSection(Branch only) {
        return !only.isLeaf() && only.heading().level() <= Numbering.SECTION && !Wording.namesFinding(only.heading().text());
    }

    /** Nothing stands beneath it, or nothing but what was done or what it consists of. */
    private static boolean isProblem(Branch branch) {
        return branch.isLeaf() || !Wording.namesAspect(branch.heading().text())
                && (branch.isEnumeration() || branch.branches().stream().allMatch(below -> below.isLeaf() && Wording.tellsDeed(below.heading().text())));
    }

    /** @param whole the branch as one problem */
    private void readBelow(Branch branch, String aspect, String item, Supplier<ProposedProblem> whole) {
        if (branch.isPerhapsOneProblem()) wholes.put(problems.size() + 1, whole.get());
        boolean perhapsProblem = branch.lacksBeginning() && !Wording.namesAspect(branch.heading().text());
        if (!perhapsProblem && Wording.leadsOver(Heading.above(branch.heading().text()).rest())) headings.add(branch.index());
        for (Branch below : branch.branches()) {
            if (isProblem(below)) problems.add(problem(aspect, item, below));
            else readBelow(below, aspect, Heading.above(below.heading().text()).title(), () -> problem(aspect, item, below));
        }
    }

    private ProposedProblem problem(String aspect, String item, Branch leaf) {
        ProposedProblem problem = problem(aspect, item, leaf.heading().text(), leaf.all());
        return problem.doubt() != null ? problem : leaf.isPerhapsSeveral() ? problem.doubted(Doubt.PERHAPS_SEVERAL) : leaf.skipsNumber() ? problem.doubted(Doubt.NUMBER_SKIPPED) : problem;
    }

    private ProposedProblem problem(String aspect, String item, String stated, List<Integer> sources) {
        int label = Passage.firstLabel(stated);
        String said = label == 0 ? stated : stated.substring(0, label);
        Heading heading = Heading.of(said);
        Passage passage = new Passage();
        passage.read(heading.rest() + stated.substring(said.length()));
        sources.stream().skip(1).map(paragraphs::get).forEach(each -> passage.read(Passage.isLabelled(each.text()) ? each.text() : each.whole()));
        boolean rectified = Wording.isToldAsRectified(said.substring(0, said.length() - heading.rest().length()));
        boolean headed = rectified || Wording.namesOneProblem(said) || Wording.namesAspect(heading.title());
        Doubt doubt = passage.settle(rectified || tellsRectification.contains(sources.get(0)), headed, heading.rest().equals(said));
        String title = heading.title().equals(aspect) ? aspect.replaceFirst("方面$", "") : heading.title();
        return new ProposedProblem(0, aspect, item, title, passage.text(title), passage.progress(), doubt, passage.measures(), sources);
    }

    private void readTable(ProblemTable table) {
        problems.clear();
        wholes.clear();
        headings.clear();
        problems.addAll(table.problems());
        headings.addAll(table.rows());
        headings.removeAll(table.totals());
    }

    /** One problem a paragraph; what announces itself belongs to the one above it, what only tells of progress perhaps to another. */
    private void readFlat(Set<Integer> without) {
        aside.clear();
        aside.addAll(without);
        List<Integer> sources = new ArrayList<>();
        for (int i = start; i < paragraphs.size(); i++) {
            if (without.contains(i)) continue;
            Paragraph paragraph = paragraphs.get(i);
            if (!Passage.isLabelled(paragraph.text())) addFlat(sources);
            if (paragraph.isRow()) problems.add(ProblemTable.flat(paragraph.cells(), i));
            else if (!sources.isEmpty() || Passage.firstAnswer(paragraph.text()) > 0 || paragraph.isBlank()) sources.add(i);
        }
        addFlat(sources);
    }

    private void addFlat(List<Integer> sources) {
        if (sources.isEmpty()) return;
        Paragraph first = paragraphs.get(sources.get(0));
        ProposedProblem problem = problem(null, null, first.isBlank() ? first.whole() : first.text(), List.copyOf(sources));
        problems.add(Wording.tellsProgress(first.text().split("[。；;]", 2)[0]) ? problem.doubted(Doubt.PERHAPS_PROGRESS) : problem);
        sources.clear();
    }

    private void placeTheRest() {
        Set<Integer> placed = new HashSet<>(aside);
        placed.addAll(headings);
        problems.forEach(problem -> placed.addAll(problem.sources()));
        for (int i = 0; i < paragraphs.size(); i++) if (!placed.contains(i)) (Wording.isFilledIn(paragraphs.get(i).text()) ? aside : unplaced).add(i);
    }
}
