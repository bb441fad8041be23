package org.rectification.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a feedback document as a reader sees it.
 *
 * @param level  depth of its number as in {@link Numbering}, 0 where it has none
 * @param number as written, empty where there is none
 * @param value  what the number counts to, 0 where there is none
 * @param text   without the number
 * @param cells  the cells, where it is a row of a table; otherwise empty
 */
public record Paragraph(int level, String number, int value, String text, List<String> cells) {

    private static final String HEADING_OF_ASPECT = "(?!.*(?:以下|如下|[个一二三四五六七八九十两几\\d]方面))[^。；：:，]{4,40}方面[：:]?";
    private static final Pattern WITHIN_LINE = Pattern.compile("[。；;：:！]\\s*(?=[0-9０-９]{1,2}[.．、](?![0-9０-９])|[（(][0-9０-９]{1,2}[）)])");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！]\\s*");

    static Paragraph of(String line) {
        String text = line.replace('\u00a0', ' ').replaceAll("[\\p{Cntrl}&&[^\t]]|[\\u200b-\\u200f\\ufeff]", "").strip();
        return Numbering.at(text).map(numbering -> new Paragraph(numbering.level(), numbering.label().strip(), numbering.value(), text.substring(numbering.label().length()).strip(), List.of()))
                .orElseGet(() -> new Paragraph(text.matches(HEADING_OF_ASPECT) ? Numbering.ASPECT : 0, "", 0, text, List.of()));
    }

    /** What is told besides, what answers the problem after it, numbered problems in the line of their heading: each for itself. */
    List<Paragraph> apart() {
        List<Integer> places = besides();
        if (places.isEmpty()) return numberedApart();
        List<Paragraph> apart = new ArrayList<>(new Paragraph(level, number, value, text.substring(0, places.get(0)).strip(), cells).numberedApart());
        for (int at = 0; at < places.size(); at++) apart.add(of(text.substring(places.get(at), at + 1 < places.size() ? places.get(at + 1) : text.length())));
        return apart;
    }

    /** Where sentences begin that tell of something besides, and where the problem itself goes on after them. */
    private List<Integer> besides() {
        List<Integer> places = new ArrayList<>();
        if (isRow()) return places;
        int answer = Passage.firstAnswer(text);
        int label = Passage.firstLabel(text);
        Matcher end = SENTENCE_END.matcher(text);
        int from = end.find() ? end.end() : text.length();
        boolean opens = !isNumbered() && Wording.tellsFurther(text.substring(0, from));
        while (from < label) {
            int next = end.find() ? end.end() : text.length();
            if (Wording.tellsFurther(text.substring(from, next))) places.add(from);
            from = next;
        }
        if ((opens || !places.isEmpty()) && answer < text.length()) places.add(answer);
        return places;
    }

    /** A list of what was done stays with what it is about. */
    private List<Paragraph> numberedApart() {
        if (level == 0 || level >= Numbering.ITEM) return List.of(this);
        List<Integer> places = new ArrayList<>();
        Matcher within = WITHIN_LINE.matcher(text);
        while (within.find()) {
            Paragraph next = of(text.substring(within.end()));
            if (next.value != places.size() + 1 || places.isEmpty() && (Passage.firstLabel(text) < within.end() || Wording.tellsDeed(next.text))) continue;
            places.add(within.end());
        }
        if (places.size() < 2) return List.of(this);
        List<Paragraph> apart = new ArrayList<>(List.of(new Paragraph(level, number, value, text.substring(0, places.get(0)).strip(), List.of())));
        for (int at = 0; at < places.size(); at++) apart.add(of(text.substring(places.get(at), at + 1 < places.size() ? places.get(at + 1) : text.length())));
        return apart;
    }

    static Paragraph row(List<String> cells) {
        return new Paragraph(0, "", 0, cells.stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining("｜")), cells);
    }

    /** A heading that has a style instead of a number. */
    Paragraph at(int level) {
        return new Paragraph(level, number, value, text, cells);
    }

    boolean isNumbered() {
        return level > 0;
    }

    boolean isRow() {
        return !cells.isEmpty();
    }

    boolean isCircled() {
        return number.matches("[①-⑳]");
    }

    /** 1） without the bracket before it. */
    boolean isHalfBracketed() {
        return number.matches("[0-9０-９]{1,3}[）)].*");
    }

    /** 1.问题：… */
    boolean announcesProblem() {
        return number.matches(".+问题.{0,4}[：:]");
    }

    /** A row that spans the table. */
    boolean isOneCell() {
        return cells.stream().filter(cell -> !cell.isBlank()).count() == 1;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** As it stands in the document. */
    public String whole() {
        return number + text;
    }
}
