package org.rectification.bulletin;

import java.util.Locale;
import org.rectification.refusal.Refusal;

/** Who reads a bulletin. */
public enum Audience {
    PARTY("党内版"), PUBLIC("公开版");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As addresses name it: party or public. */
    public static Audience of(String named) {
        for (Audience audience : values()) if (named != null && audience.name().toLowerCase(Locale.ROOT).equals(named.strip())) return audience;
        throw Refusal.ofInput("audience", "请写明要哪一版：audience=public（公开版）或 audience=party（党内版）");
    }
}
