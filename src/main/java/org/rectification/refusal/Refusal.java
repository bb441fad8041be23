package org.rectification.refusal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one exception a person is meant to read: what is wrong, where, and what to do, in Chinese.
 * Whoever throws it has changed nothing; the transaction around it is rolled back.
 */
public class Refusal extends RuntimeException {

    /** Why something is refused; the web layer gives each its own HTTP status. */
    public enum Kind { INPUT, NOT_YOURS, UNKNOWN, RULE, TOO_LARGE, WRONG_FILE_TYPE }

    /**
     * One thing wrong with what was sent.
     *
     * @param row    1-based row of a list, null where the input is no list
     * @param field  the field's name in the request, null where it concerns the whole row
     * @param reason a Chinese sentence
     */
    public record Flaw(Integer row, String field, String reason) {
        String sentence() {
            return row == null ? reason : "第" + row + "行：" + reason;
        }
    }

    private final Kind kind;
    private final transient List<Flaw> flaws;

    private Refusal(Kind kind, String reason, List<Flaw> flaws) {
        super(reason);
        this.kind = kind;
        this.flaws = List.copyOf(flaws);
    }

    public static Refusal ofRule(String reason) {
        return new Refusal(Kind.RULE, reason, List.of());
    }

    /** A rule broken in several places at once; every place is named. */
    public static Refusal ofRule(List<Flaw> flaws) {
        return new Refusal(Kind.RULE, joined(flaws), flaws);
    }

    public static Refusal ofInput(List<Flaw> flaws) {
        return new Refusal(Kind.INPUT, joined(flaws), flaws);
    }

    public static Refusal ofInput(String field, String reason) {
        return ofInput(List.of(new Flaw(null, field, reason)));
    }

    public static Refusal notYours(String reason) {
        return new Refusal(Kind.NOT_YOURS, reason, List.of());
    }

    public static Refusal unknown(String reason) {
        return new Refusal(Kind.UNKNOWN, reason, List.of());
    }

    public static Refusal tooLarge(String reason) {
        return new Refusal(Kind.TOO_LARGE, reason, List.of());
    }

    public static Refusal wrongFileType(String reason) {
        return new Refusal(Kind.WRONG_FILE_TYPE, reason, List.of());
    }

    private static String joined(List<Flaw> flaws) {
        return String.join("；", flaws.stream().map(Flaw::sentence).toList());
    }

    public Kind kind() {
        return kind;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** Names of the fields in which something is wrong. */
    public Set<String> fields() {
        return flaws.stream().map(Flaw::field).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
