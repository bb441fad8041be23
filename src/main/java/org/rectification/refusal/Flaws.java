package org.rectification.refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.refusal.Refusal.Flaw;

/** Collects what is wrong with a request, so that a person reads all of it at once. */
public final class Flaws {

    private final List<Flaw> found = new ArrayList<>();
    private Integer row;

    /** From here on flaws belong to this 1-based row, or with null to no row. */
    public Flaws inRow(Integer row) {
        this.row = row;
        return this;
    }

    public void add(String field, String reason) {
        found.add(new Flaw(row, field, reason));
    }

    /** Trimmed text; a flaw when it is blank or longer than {@code max} characters. Never null. */
    public String text(String field, String label, String value, int max) {
        String text = optionalText(field, label, value, max);
        if (text == null) {
            add(field, "请填写" + label);
            return "";
        }
        return text;
    }

    /** Trimmed text, null when blank; a flaw when longer than {@code max} characters or holding control characters. */
    public String optionalText(String field, String label, String value, int max) {
        if (value == null || value.isBlank()) return null;
        String text = value.strip();
        if (text.length() > max) add(field, label + "最多" + max + "字，现有" + text.length() + "字");
        if (isUnprintable(text)) add(field, label + "含有不能显示的控制字符，请删去");
        return text;
    }

    /** Holds control characters, or half a character as broken software sends it; databases refuse some of them. */
    public static boolean isUnprintable(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' || Character.getType(c) == Character.SURROGATE);
    }

    /** A date in ISO form (2026-11-21), null when blank; a flaw when it cannot be read. */
    public LocalDate optionalDate(String field, String label, String value) {
        if (value == null || value.isBlank()) return null;
        try {
            LocalDate date = LocalDate.parse(value.strip());
            if (date.getYear() < 1900 || date.getYear() > 2999) {
                add(field, label + "“" + value.strip() + "”不在合理的年份内");
                return null;
            }
            return date;
        } catch (java.time.format.DateTimeParseException e) {
            add(field, label + "“" + value.strip() + "”不是有效日期，请按 2026-11-21 的样式填写");
            return null;
        }
    }

    public LocalDate date(String field, String label, String value) {
        if (value == null || value.isBlank()) add(field, "请填写" + label);
        return optionalDate(field, label, value);
    }

    /** One of an enum's names, null when blank; a flaw naming the choices otherwise. */
    public <E extends Enum<E>> E choice(String field, String label, String value, Class<E> type) {
        if (value == null || value.isBlank()) return null;
        for (E choice : type.getEnumConstants()) if (choice.name().equals(value.strip())) return choice;
        add(field, label + "“" + value.strip() + "”不在可选范围内：" + String.join("、", java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
        return null;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Flaw> found() {
        return List.copyOf(found);
    }

    /** @throws Refusal of kind INPUT naming every flaw found so far */
    public void refuseInput() {
        if (!found.isEmpty()) throw Refusal.ofInput(found);
    }
}
