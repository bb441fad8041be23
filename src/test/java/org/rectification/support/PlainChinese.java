package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what is no Chinese in what people read: English left over, and names that only machines use. */
public final class PlainChinese {

    /** A run of Latin letters with what machines put between them; placeholders nobody has filled. */
    private static final Pattern FOREIGN = Pattern.compile("\\$\\{|\\?\\?|\\{\\{|[A-Za-z][A-Za-z0-9_.:@/*-]*[A-Za-z0-9]|[A-Za-z]");

    private static final Pattern ALLOWED = Pattern.compile(String.join("|",
            // numbers of cases that tests open
            "T-\\d+-\\d+(-\\d+)*",
            // numbers of cases and of what belongs to them; HZ is the example beside the field
            "(HT|CG|ZX|HZ)-20\\d\\d-\\d\\d(-[0-9A-Z]+)*",
            // kinds of file and their size
            "docx?|xlsx?|et|wps|WPS|PDF|pdf|Word|Excel|zip|jpg|png|txt|csv|CSV|[KM]B",
            // keys to be pressed
            "F11|Enter|j|k",
            // AB角, and the demo's password at the login
            "AB|demo"));

    /** What whoever runs the platform looks for in 流程监控 and 系统管理: the product and its version, time zones, ids. */
    private static final Pattern ALLOWED_TO_ADMINS = Pattern.compile("Camunda|Platform|v7\\.24\\.0|UTC|Asia/Shanghai|ID|Powered|by|bpmn\\.io"
            + "|[a-z]+(-[a-z]+)+(:\\d+:[0-9a-f-]+)?|[0-9a-f-]{8,}|[A-Z][A-Za-z]+_[A-Za-z]+(:[0-9a-f-]+)?|[a-f][0-9a-f-]{6,}");

    /** Without lists of what people have written and filed. */
    private static final String VISIBLE = """
            () => [document.title, [...document.querySelectorAll('.tasks-list, .rf-files, .ov-table')].reduce((text, list) => text.replace(list.innerText, ''), document.body.innerText),
              ...[...document.querySelectorAll('[title], [placeholder], [aria-label], [alt]')].filter(each => each.checkVisibility())
                .flatMap(each => ['title', 'placeholder', 'aria-label', 'alt'].map(name => each.getAttribute(name) || ''))].join('\\n')""";

    private PlainChinese() {}

    /** What this webapp of the platform shows at this moment. */
    public static void isSpokenBy(Page webapp) {
        Set<String> foreign = foreignIn((String) webapp.evaluate(VISIBLE), Set.of("admin"));
        foreign.removeIf(word -> webapp.url().matches(".*/(cockpit|admin|welcome)/.*") && ALLOWED_TO_ADMINS.matcher(word).matches());
        assertThat(foreign).as(webapp.url()).isEmpty();
    }

    /** @param names accounts and codes that people know each other and their departments by */
    public static Set<String> foreignIn(String read, Set<String> names) {
        Set<String> foreign = new TreeSet<>(FOREIGN.matcher(read).results().map(MatchResult::group).filter(word -> !ALLOWED.matcher(word).matches()).toList());
        foreign.removeAll(names);
        return foreign;
    }
}
