package org.rectification.bulletin;

import java.time.LocalDateTime;

/**
 * A text of a bulletin.
 *
 * @param publicText how it reads to the public; null where both audiences read the same
 * @param editedBy   null while it is as the system proposed it
 */
public record Section(String key, int ordinal, String text, String publicText, String editedBy, LocalDateTime editedAt) {

    public static final int LONGEST = 20_000;

    public static final String TITLE = "title";
    public static final String OPENING = "opening";
    public static final String ORGANISING = "organising";
    public static final String DIFFERENCE = "difference";
    public static final String OVERVIEW = "overview";
    public static final String NEXT = "next";

    public static String aspect(int place) {
        return "aspect-" + place;
    }

    public static String problemTitle(int number) {
        return "problem-" + number + "-title";
    }

    public static String problemText(int number) {
        return "problem-" + number + "-text";
    }

    public static String problemDone(int number) {
        return "problem-" + number + "-done";
    }

    /** Null for a text that belongs to no problem. */
    public static Integer problemOf(String key) {
        return key.startsWith("problem-") ? Integer.valueOf(key.split("-")[1]) : null;
    }

    /** Null for a text that names no aspect. */
    static Integer aspectOf(String key) {
        return key.startsWith("aspect-") ? Integer.valueOf(key.substring("aspect-".length())) : null;
    }

    static Section proposed(String key, int ordinal, String text) {
        return new Section(key, ordinal, text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text, null, null, null);
    }

    public boolean isEdited() {
        return editedBy != null;
    }

    public String toPublic() {
        return publicText == null ? text : publicText;
    }

    /** Where it stands, in people's words. */
    public static String label(String key) {
        Integer problem = problemOf(key);
        if (problem != null) return "问题" + problem + (key.endsWith("-title") ? "标题" : key.endsWith("-text") ? "问题表述" : "整改情况");
        return switch (key) {
            case TITLE -> "标题";
            case OPENING -> "引言";
            case ORGANISING -> "组织整改情况";
            case DIFFERENCE -> "问题数说明";
            case OVERVIEW -> "总体情况";
            case NEXT -> "下一步安排";
            default -> "方面" + key.substring("aspect-".length());
        };
    }

    public String label() {
        return label(key);
    }
}
