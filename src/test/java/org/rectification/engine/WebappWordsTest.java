package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webapps' words: a key that is missing shows its raw name, a placeholder that is missing loses what it stands for. */
class WebappWordsTest {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");
    /** Names of formats and products, and a date's pattern. */
    private static final Pattern LEFT_IN_ENGLISH = Pattern.compile("CSV|JSON|Optimize|ID\\*?|[0-9YMDTHhmsS:.\\-+ ]+");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyWordOfTheWebappsIsThereInChinese(String app) throws IOException {
        Map<String, String> english = words(app, "en");
        Map<String, String> chinese = words(app, "zh-CN");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        TreeSet<String> left = new TreeSet<>();
        english.forEach((key, word) -> {
            String ours = chinese.get(key);
            if (ours.equals(word) && word.matches("(?s).*[A-Za-z]{2}.*") && !LEFT_IN_ENGLISH.matcher(word).matches()) left.add(key + ": " + word);
            if (!key.startsWith("dateLocales") && !placeholders(ours).equals(placeholders(word))) left.add(key + ": " + word + " / " + ours);
        });
        assertThat(left).isEmpty();
    }

    private static TreeSet<String> placeholders(String word) {
        return new TreeSet<>(PLACEHOLDER.matcher(word).results().map(MatchResult::group).map(each -> each.replace(" ", "")).toList());
    }

    /** Where both are on the class path, ours is the one in a directory. */
    private static Map<String, String> words(String app, String locale) throws IOException {
        List<URL> found = Collections.list(WebappWordsTest.class.getClassLoader().getResources(LOCALES.formatted(app, locale)));
        assertThat(found).as(app + " " + locale).isNotEmpty();
        Map<String, String> words = new TreeMap<>();
        try (InputStream file = found.get(0).openStream()) {
            collect("", new ObjectMapper().readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "")), words);
        }
        return words;
    }

    private static void collect(String key, JsonNode node, Map<String, String> words) {
        if (node.isValueNode()) words.put(key, node.asText());
        node.fields().forEachRemaining(each -> collect(key.isEmpty() ? each.getKey() : key + "." + each.getKey(), each.getValue(), words));
        if (node.isArray()) for (int at = 0; at < node.size(); at++) collect(key + "." + at, node.get(at), words);
    }
}
