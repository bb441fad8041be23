package org.rectification.support;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what is no Chinese in what people read: English left over, and names that only machines use. */
public final class PlainChinese {

    /** A run of Latin letters with what machines put between them; placeholders nobody has filled. */
    private static final Pattern FOREIGN = Pattern.compile("\\$\\{|\\?\\?|\\{\\{|[A-Za-z][A-Za-z0-9_.:@/*-]*[A-Za-z0-9]|[A-Za-z]");

    private static final Pattern ALLOWED = Pattern.compile(String.join("|",
            // numbers of cases and of what belongs to them; HZ is the example beside the field
            "(HT|CG|ZX|HZ)-20\\d\\d-\\d\\d(-[0-9A-Z]+)*",
            // kinds of file and their size
            "docx?|xlsx?|et|wps|WPS|PDF|pdf|Word|Excel|zip|jpg|png|txt|csv|CSV|[KM]B",
            // keys to be pressed
            "F11|Enter|j|k",
            // AB角, and the demo's password at the login
            "AB|demo"));

    private PlainChinese() {}

    /** @param names accounts and codes that people know each other and their departments by */
    public static Set<String> foreignIn(String read, Set<String> names) {
        Set<String> foreign = new TreeSet<>(FOREIGN.matcher(read).results().map(MatchResult::group).filter(word -> !ALLOWED.matcher(word).matches()).toList());
        foreign.removeAll(names);
        return foreign;
    }
}
