package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.document.OfficialDocument;

/** What one audience reads in each section. What is kept from the public is kept wherever else it is repeated. */
final class Wording {

    static final String WITHHELD = "（此处按规定不予公开）";
    /** Shorter words of a withheld problem would take ordinary ones elsewhere with them. */
    private static final int TELLING = 6;

    private final Audience audience;
    private final BulletinFacts facts;
    private final Map<String, Section> sections;
    private final Set<Integer> withheldProblems = new TreeSet<>();
    private final List<String> withheldPassages = new ArrayList<>();
    private final List<String> maskedEverywhere;
    private final List<String> maskedOutsideProblems;

    Wording(Audience audience, BulletinFacts facts, List<Section> sections, List<Withholding> withholdings) {
        this.audience = audience;
        this.facts = facts;
        this.sections = sections.stream().collect(Collectors.toMap(Section::key, Function.identity()));
        if (audience == Audience.PUBLIC) withholdings.stream().filter(Withholding::holds).forEach(this::withhold);
        List<String> published = this.sections.values().stream().filter(section -> Section.problemOf(section.key()) != null && isRead(section.key()) && !section.key().endsWith("-done"))
                .flatMap(Wording::sentences).toList();
        maskedEverywhere = longestFirst(Stream.concat(withheldPassages.stream(), withheld(section -> !section.key().endsWith("-done")).filter(sentence -> !published.contains(sentence))));
        maskedOutsideProblems = longestFirst(withheld(section -> section.key().endsWith("-done")));
    }

    private void withhold(Withholding withholding) {
        if (withholding.problem() != null && facts.hasProblem(withholding.problem())) withheldProblems.add(withholding.problem());
        if (withholding.passage() != null) withheldPassages.add(withholding.passage());
    }

    /** What departments say of many problems alike gives none of them away beneath another. */
    private Stream<String> withheld(Predicate<Section> which) {
        return sections.values().stream().filter(section -> !isRead(section.key())).filter(which).flatMap(Wording::sentences);
    }

    private static Stream<String> sentences(Section section) {
        return Stream.of(section.text(), section.toPublic()).flatMap(text -> Stream.of(text.split("[。；\\n]"))).map(String::strip).filter(sentence -> sentence.length() >= TELLING);
    }

    private static List<String> longestFirst(Stream<String> words) {
        return words.distinct().sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    Audience audience() {
        return audience;
    }

    boolean withholds(int problem) {
        return withheldProblems.contains(problem);
    }

    int withheldProblems() {
        return withheldProblems.size();
    }

    /** Places at which the audience is told that something is missing. */
    int withheldPlaces() {
        return sections.keySet().stream().filter(this::isLaidOut).mapToInt(key -> of(key).split(Pattern.quote(WITHHELD), -1).length - 1).sum();
    }

    /** An aspect of which every problem is withheld would tell what they are about. */
    boolean isRead(String key) {
        Integer problem = Section.problemOf(key);
        if (problem != null) return !withholds(problem);
        Integer aspect = Section.aspectOf(key);
        return aspect == null || !facts.problemsOf(aspect).stream().allMatch(each -> withholds(each.number()));
    }

    /** Whether it stands in the bulletin at all: of a problem that was told as done before nothing is told again. */
    boolean isLaidOut(String key) {
        Integer problem = Section.problemOf(key);
        return isRead(key) && (problem == null || !facts.problem(problem).toldAsDone());
    }

    /** The table above it leaves withheld problems out: nothing here counts them, or tells until when they are to be done. */
    private String ofWhatIsListed(String next) {
        Predicate<ProblemFacts> listed = problem -> !withholds(problem.number());
        String text = next.replace(NextSteps.ofOpen(facts, problem -> true), NextSteps.ofOpen(facts, listed));
        Set<LocalDate> told = facts.open().stream().filter(listed).map(ProblemFacts::deadline).filter(Objects::nonNull).collect(Collectors.toSet());
        for (ProblemFacts problem : facts.open()) {
            if (!listed.test(problem) && problem.deadline() != null && !told.contains(problem.deadline())) text = text.replace(OfficialDocument.day(problem.deadline()), WITHHELD);
        }
        return text;
    }

    /** Empty for a text that there is not. */
    String of(String key) {
        Section section = sections.get(key);
        if (section == null) return "";
        if (audience == Audience.PARTY) return section.text();
        String text = key.equals(Section.NEXT) ? ofWhatIsListed(section.toPublic()) : section.toPublic();
        for (String words : maskedEverywhere) text = text.replace(words, WITHHELD);
        if (Section.problemOf(key) == null) for (String words : maskedOutsideProblems) text = text.replace(words, WITHHELD);
        return text;
    }
}
