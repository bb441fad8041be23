package org.rectification.bulletin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.bulletin.Exposure.Kind;

/** Looks through what the public would read for names of people in the organisation file, phone and identity numbers and mail addresses. */
final class ExposureScan {

    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|\\d{15,19})(?![\\dXx])");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}[-－—]?\\d{7,8})(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final int AROUND = 12;

    private final List<String> names;
    /** Section → word → who cleared it. */
    private final Map<String, Map<String, String>> cleared;

    ExposureScan(Collection<String> names, Map<String, Map<String, String>> cleared) {
        this.names = names.stream().filter(name -> name.length() > 1).distinct().sorted().toList();
        this.cleared = cleared;
    }

    List<Exposure> of(Wording wording, List<Section> sections) {
        List<Exposure> found = new ArrayList<>();
        for (Section section : sections) {
            if (wording.isLaidOut(section.key())) found.addAll(in(section.key(), wording.of(section.key())));
        }
        return found;
    }

    private List<Exposure> in(String section, String text) {
        Map<String, Exposure> found = new LinkedHashMap<>();
        for (String name : names) {
            Matcher written = spread(name).matcher(text);
            if (written.find()) add(found, section, Kind.NAME, name, text, written.start());
        }
        match(found, section, Kind.IDENTITY, IDENTITY, text);
        match(found, section, Kind.PHONE, PHONE, text);
        match(found, section, Kind.MAIL, MAIL, text);
        return List.copyOf(found.values());
    }

    /** Official papers set names of two characters apart. */
    private static Pattern spread(String name) {
        return Pattern.compile(name.codePoints().mapToObj(Character::toString).map(Pattern::quote).collect(Collectors.joining("[ \\u3000]*")));
    }

    private void match(Map<String, Exposure> found, String section, Kind kind, Pattern pattern, String text) {
        for (Matcher matcher = pattern.matcher(text); matcher.find();) add(found, section, kind, matcher.group(), text, matcher.start());
    }

    private void add(Map<String, Exposure> found, String section, Kind kind, String word, String text, int at) {
        found.computeIfAbsent(word, first -> new Exposure(section, kind, word, excerpt(text, at, word.length()), cleared.getOrDefault(section, Map.of()).get(word)));
    }

    private static String excerpt(String text, int at, int length) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + length + AROUND);
        return ((from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "")).replace('\n', ' ');
    }
}
