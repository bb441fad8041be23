package org.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.organization.Organization;
import org.rectification.support.OnH2;
import org.rectification.support.PlainChinese;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever follows every link of the demo's cases meets no English, no raw key and no closed door. */
@OnH2
class PagesInChineseTest {

    /** Pages that differ by the number of their case, task or report alone are of one kind; so many of each are read. */
    private static final int OF_A_KIND = 2;
    private static final Pattern DEMO = Pattern.compile("(?:HT|CG|ZX)-20\\d\\d-\\d\\d");
    private static final Pattern OF_OTHER_TESTS = Pattern.compile("\\bT-\\d+-\\d+");
    private static final List<String> READ = List.of("title", "placeholder", "aria-label", "alt", "data-confirm", "data-means", "label");

    @LocalServerPort int port;
    @Autowired Organization organization;

    @ParameterizedTest
    @ValueSource(strings = {"office1", "leader2", "supervisor1", "discipline1", "admin", "sanitation1"})
    void whoeverFollowsHisLinksReadsChinese(String person) {
        Session session = Session.of(port, person);
        Set<String> names = names();
        Map<String, Collection<String>> foreign = new TreeMap<>();
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> seen = new HashSet<>(List.of("/"));
        Deque<String> waiting = new ArrayDeque<>(seen);
        int read = 0;
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            boolean part = path.startsWith("hx ");
            Page page = part ? session.part(path.substring(3)) : session.get(path);
            if (page.status() >= 400 && !part) foreign.put(path, List.of(String.valueOf(page.status())));
            if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) continue;
            read++;
            Document document = Jsoup.parse(page.text(), "http://x" + (part ? path.substring(3) : path));
            for (String link : linksOf(document)) {
                if (seen.add(link) && kinds.merge(kindOf(link), 1, Integer::sum) <= OF_A_KIND) waiting.add(link);
            }
            Set<String> words = PlainChinese.foreignIn(readable(document), names);
            if (!words.isEmpty()) foreign.put(path, words);
        }
        assertThat(foreign).as(person).isEmpty();
        assertThat(read).as("pages of " + person).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/first-admin", "/nowhere"})
    void nobodyYetReadsChineseToo(String path) {
        assertThat(PlainChinese.foreignIn(readable(Jsoup.parse(Session.at(port).get(path).text())), names())).isEmpty();
    }

    @Test
    void theFormsAreChinese() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) assertThat(PlainChinese.foreignIn(readable(Jsoup.parse(Files.readString(form))), Set.of())).as(form.toString()).isEmpty();
        }
    }

    /** Its own dialogs have buttons in the browser's language, and say where they come from instead of what happens. */
    @Test
    void nobodyIsAskedByTheBrowser() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(html|js)")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\b(window\\.)?(confirm|alert|prompt)\\(|hx-confirm|hx-prompt");
            }
        }
    }

    /** Accounts, of those who left too, stand beside names where a person is chosen, codes of departments in the admin's list. */
    private Set<String> names() {
        return Stream.concat(organization.personNames().keySet().stream(), organization.departmentNames().keySet().stream()).collect(Collectors.toSet());
    }

    private static List<String> linksOf(Document document) {
        return Stream.concat(document.select("a[href]").stream().map(link -> link.absUrl("href")), document.select("[hx-get]").stream().map(part -> "hx " + part.absUrl("hx-get")))
                .filter(link -> link.replace("hx ", "").startsWith("http://x/")).map(link -> link.replace("http://x", "").replaceAll("#.*", ""))
                .filter(link -> !link.matches("(hx )?/(camunda|todos|api|webjars|swagger-ui|v3)(/.*|\\..*)?") && !OF_OTHER_TESTS.matcher(link).find()).distinct().toList();
    }

    private static String kindOf(String link) {
        return link.replaceAll("\\?.*", "").replaceAll(DEMO + "[^/?]*", "N").replaceAll("/\\d[^/?]*(/[a-z]+$)?", "/n");
    }

    /** What a person reads, without what other tests have written. */
    private static String readable(Document document) {
        document.select("script, style, datalist").remove();
        document.select("li, tr, option, article, section.card, figure").stream().filter(each -> OF_OTHER_TESTS.matcher(each.text()).find()).forEach(Element::remove);
        String attributes = document.getAllElements().stream().flatMap(each -> READ.stream().map(each::attr)).filter(value -> !value.isEmpty()).collect(Collectors.joining("\n"));
        String buttons = document.select("input[type=submit], input[type=button]").eachAttr("value").toString();
        return document.title() + "\n" + document.body().text() + "\n" + attributes + "\n" + buttons;
    }
}
