package org.rectification.bulletin;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;

/**
 * A text of a bulletin.
 *
 * @param publicText how it reads to the public; null where both audiences read the same
 * @param editedBy   null while it is as the system proposed it
 */
public record Section(String key, int ordinal, String text, String publicText, String editedBy, LocalDateTime editedAt) {

    public static final int LONGEST = 20_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.CHINA);

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

    /** Headings, and what the feedback says: the same in every bulletin of a case. */
    boolean isOfTheFeedback() {
        return key.startsWith("aspect-") || problemOf(key) != null && !key.endsWith("-done");
    }

    /** What the last bulletin told alike the public reads in its words; of what departments say anew it reads these until somebody words it anew too, for they may leave a name out. */
    Section afterwards(Section before) {
        if (isOfTheFeedback() || text.equals(before.text)) return new Section(key, ordinal, before.text, before.publicText, null, null);
        return key.endsWith("-done") ? new Section(key, ordinal, text, before.publicText, null, null) : this;
    }

    /** The public reads what it read in the last bulletin, whatever the text says by now. */
    public boolean isToldToThePublicAsBefore() {
        return publicText != null && !isEdited();
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

    /** Tells these words from any others, so that whoever changes them can say which ones he had before him. */
    public String mark() {
        return mark(text, publicText);
    }

    static String mark(String text, String publicText) {
        return UUID.nameUUIDFromBytes((text + '\0' + publicText).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * @param seen   mark of the words that were on the page, null where it is not told
     * @param people user id → name
     */
    void requireUnchangedSince(String seen, Person by, Map<String, String> people) {
        if (seen == null || seen.equals(mark())) return;
        String deed = !isEdited() ? "这一部分重新取过数"
                : by.userId().equals(editedBy) ? "这一部分于" + MINUTE.format(editedAt) + "有过改动，可能是您在另一个窗口或上次保存时改的"
                : people.getOrDefault(editedBy, editedBy) + "于" + MINUTE.format(editedAt) + "改过这一部分";
        throw Refusal.ofRule("“" + label() + "”没有保存：您打开本页之后，" + deed + "。您写的文字还在页面上，请先复制下来，刷新页面看过现在的文字，再把要改的写上去");
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
