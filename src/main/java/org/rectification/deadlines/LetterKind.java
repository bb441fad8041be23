package org.rectification.deadlines;

import java.util.stream.Stream;

/** 文书, as the table names it. */
public enum LetterKind {
    ORDER("督办单", "督办"), CRITICISM("通报批评", "通报"), SUMMONS("约谈通知书", "约谈");

    private final String label;
    private final String prefix;

    LetterKind(String label, String prefix) {
        this.label = label;
        this.prefix = prefix;
    }

    public String label() {
        return label;
    }

    /** 督办〔2026〕3号. */
    public String number(int year, int number) {
        return prefix + "〔" + year + "〕" + number + "号";
    }

    /** @throws IllegalArgumentException for a letter that nobody has drawn up */
    public static LetterKind of(String label) {
        return Stream.of(values()).filter(each -> each.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("escalation-level names the letter “" + label + "”, known are " + Stream.of(values()).map(LetterKind::label).toList()));
    }
}
