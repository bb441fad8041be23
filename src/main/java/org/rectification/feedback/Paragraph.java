package org.rectification.feedback;

import java.util.List;
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

    static Paragraph of(String line) {
        String text = line.replace('\u00a0', ' ').replaceAll("[\\p{Cntrl}&&[^\t]]|[\\u200b-\\u200f\\ufeff]", "").strip();
        return Numbering.at(text).map(numbering -> new Paragraph(numbering.level(), numbering.label().strip(), numbering.value(), text.substring(numbering.label().length()).strip(), List.of()))
                .orElseGet(() -> new Paragraph(text.matches(HEADING_OF_ASPECT) ? Numbering.ASPECT : 0, "", 0, text, List.of()));
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
