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
    private static final Pattern WITHIN_LINE = Pattern.compile("[。；;：:！][\\s\u3000]*(?=[0-9０-９]{1,2}[.．、](?![0-9０-９])|[（(][0-9０-９]{1,2}[）)])");
    private static final Pattern ASPECT_WITHIN_LINE = Pattern.compile("[。；;！][\\s\u3000]*(?=[（(][一二三四五六七八九十]{1,3}[）)])");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！][\\s\u3000]*");

    static Paragraph of(String line) {
        String text = line.replace('\u00a0', ' ').replaceAll("[\\p{Cntrl}&&[^\t]]|[\\u200b-\\u200f\\ufeff]", "").strip();
        return Numbering.at(text).map(numbering -> new Paragraph(numbering.level(), numbering.label().strip(), numbering.value(), text.substring(numbering.label().length()).strip(), List.of()))
                .orElseGet(() -> new Paragraph(text.matches(HEADING_OF_ASPECT) ? Numbering.ASPECT : 0, "", 0, text, List.of()));
    }

    /**
     * The next aspect, what is told besides, what answers the problem after it, numbered problems in the line of their heading: each for itself.
     *
     * @param counted the number of the last problem above it, 0 where there is none
     */
    List<Paragraph> apart(int counted) {
        int end = nextAspect();
        if (end == text.length()) return apartWithinAspect(counted);
        List<Paragraph> apart = new ArrayList<>(new Paragraph(level, number, value, text.substring(0, end).strip(), cells).apartWithinAspect(counted));
        apart.addAll(of(text.substring(end)).apart(counted(apart, counted)));
        return apart;
    }

    /** @return the number of the last problem when these have been read */
    static int counted(List<Paragraph> read, int before) {
        int counted = before;
        for (Paragraph each : read) {
            if (each.isNumbered() && each.level < Numbering.ASPECT) counted = 0;
            else if (each.level == Numbering.ITEM) counted = each.value;
        }
        return counted;
    }

    /** Where （二） begins in the line of （一）, the text's end where it does not. */
    private int nextAspect() {
        if (level != Numbering.ASPECT || value == 0) return text.length();
        int label = Passage.firstLabel(text);
        Matcher within = ASPECT_WITHIN_LINE.matcher(text);
        while (within.find() && within.end() <= label) if (of(text.substring(within.end())).value == value + 1) return within.end();
        return text.length();
    }

    private List<Paragraph> apartWithinAspect(int counted) {
        List<Integer> places = besides();
        if (places.isEmpty()) return numberedApart(counted);
        List<Paragraph> apart = new ArrayList<>(new Paragraph(level, number, value, text.substring(0, places.get(0)).strip(), cells).numberedApart(counted));
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

    /** A list of what was done stays with what it is about; one number alone tells enough beneath an aspect, or where it counts on. */
    private List<Paragraph> numberedApart(int counted) {
        if (level == 0 || level >= Numbering.ITEM) return List.of(this);
        List<Integer> places = new ArrayList<>();
        int last = 0;
        Matcher within = WITHIN_LINE.matcher(text);
        while (within.find()) {
            Paragraph next = of(text.substring(within.end()));
            boolean begins = next.value == 1 || counted > 0 && next.value == counted + 1 && next.level == Numbering.ITEM;
            if (places.isEmpty() ? !begins || Passage.firstLabel(text) < within.end() || Wording.tellsDeed(next.text) : next.value != last + 1) continue;
            places.add(within.end());
            last = next.value;
        }
        if (places.isEmpty() || places.size() == 1 && last == 1 && !Wording.namesAspect(text.substring(0, places.get(0)).strip())) return List.of(this);
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
