package org.rectification.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rectification.feedback.Outline.Branch;

/** Numbers typed with the sign of another level: （二） after 一、 is 二、 where nothing of its own level stands before it. */
final class CountingOn {

    private static final Pattern CHINESE = Pattern.compile("[一二三四五六七八九十]");
    private static final Pattern SIGNED = Pattern.compile("[（(]?\\s*(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})\\s*[）)]?[、，,.．]?");
    private static final Pattern WITHIN = Pattern.compile("[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[）)、.．]");

    private final List<Paragraph> paragraphs;
    /** Level → the number that was read last at it. */
    private final Map<Integer, Integer> last = new HashMap<>();
    private boolean lastFits;

    CountingOn(List<Paragraph> paragraphs) {
        this.paragraphs = paragraphs;
    }

    /**
     * At the level at which its number counts on; as it is where its own level fits.
     *
     * @param path branches that the paragraph may stand in, outermost first
     */
    Paragraph placed(int at, List<Branch> path) {
        Paragraph typed = paragraphs.get(at);
        boolean fits = fits(typed, path);
        Optional<Branch> before = fits ? Optional.empty() : path.stream().filter(each -> isNext(each, at, typed)).reduce((outer, inner) -> inner);
        Paragraph placed = before.map(branch -> typed.at(branch.heading().level())).orElse(typed);
        lastFits = fits || before.isPresent();
        if (placed.isNumbered()) last.put(placed.level(), placed.value());
        return placed;
    }

    /** Whether the paragraph that was placed last counts on anywhere. */
    boolean lastFits() {
        return lastFits;
    }

    private boolean fits(Paragraph typed, List<Branch> path) {
        return typed.value() < 2 || !SIGNED.matcher(typed.number()).matches() || last.getOrDefault(typed.level(), 0) == typed.value() - 1 || path.stream().anyMatch(each -> each.heading().level() == typed.level() && each.heading().value() == typed.value() - 1);
    }

    private boolean isNext(Branch branch, int at, Paragraph typed) {
        Paragraph heading = branch.heading();
        if (heading.value() + 1 != typed.value() || !SIGNED.matcher(heading.number()).matches() || Wording.isAboutProblems(heading.text()) || Wording.namesAspect(typed.text()) || comes(at, heading.level(), typed.value())) return false;
        boolean alike = CHINESE.matcher(heading.number()).find() == CHINESE.matcher(typed.number()).find();
        return (alike || comes(at, heading.level(), typed.value() + 1)) && !isWithin(branch.index(), at, heading.value());
    }

    /** Further down in the same part. */
    private boolean comes(int at, int level, int value) {
        return paragraphs.stream().skip(at + 1L).takeWhile(each -> !each.isNumbered() || each.level() >= level).anyMatch(each -> each.level() == level && each.value() == value);
    }

    /** A list may begin in the line above: 整改措施：（1）… */
    private boolean isWithin(int from, int to, int value) {
        return paragraphs.subList(from, to).stream().anyMatch(each -> WITHIN.matcher(each.text()).results().anyMatch(found -> Numbering.value(found.group()) == value));
    }
}
