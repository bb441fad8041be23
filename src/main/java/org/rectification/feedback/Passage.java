package org.rectification.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands beneath a problem's heading, told apart by the words that announce it: 整改进度：… 整改情况：… 整改措施：… */
final class Passage {

    private static final String PROGRESS = "(?:项目)?(?:整体|总体)推进情况|整改(?:进度|进展情况|进展|成效|落实情况|完成情况|情况|结果|状态)|进展情况|完成情况|落实情况|目前进展";
    private static final String MEASURES = "整改措施|整改举措|工作措施|措施";
    private static final String STATED = "问题(?:描述|表现|表述|内容)|具体(?:问题|表现)|主要表现";
    private static final String FACTS = "责任(?:单位|科室|部门|领导|人)|牵头(?:单位|科室|部门|领导)|(?:整改|完成)(?:时限|期限|时间)";
    private static final Pattern LABEL = Pattern.compile("(?:^|(?<=[。；;！\\s]))[【（(]?(?:(?<progress>" + PROGRESS + ")|(?<measures>" + MEASURES + ")|(?<stated>" + STATED + ")|(?<facts>" + FACTS + "))[】）)]?(?:\\s*[：:]|(?<=[】）)])|$)\\s*");
    private static final Pattern ENUMERATED = Pattern.compile("(?:^|(?<=[。；;：:，,！\\s]))[一二三四五六七八九十]{1,2}是(.+?)(?=[。；;，,！\\s][一二三四五六七八九十]{1,2}是|。|$)");

    private static final Pattern NUMBERED = Pattern.compile("(?:^|(?<=[。；;：:，,！\\s]))(?:[0-9０-９]{1,2}[.．、](?![0-9０-９])|[（(]?[0-9０-９]{1,2}[）)]|[①-⑳])\\s*");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder progress = new StringBuilder();
    private final StringBuilder facts = new StringBuilder();
    private final List<String> measures = new ArrayList<>();
    private StringBuilder current = text;
    private boolean announced;

    /** Where the first announcement stands, the length of the text where there is none. */
    static int firstLabel(String text) {
        Matcher announced = LABEL.matcher(text);
        return announced.find() ? announced.start() : text.length();
    }

    /** Where it first announces what was done, who has to do it or until when, the length of the text where it does not. */
    static int firstAnswer(String text) {
        Matcher announced = LABEL.matcher(text);
        while (announced.find()) if (announced.group("stated") == null) return announced.start();
        return text.length();
    }

    static boolean isLabelled(String text) {
        return firstLabel(text) == 0 && !text.isEmpty();
    }

    /** From somewhere in it on, it says how a problem was put right. */
    static boolean answers(String text) {
        return LABEL.matcher(text).results().anyMatch(found -> found.group().matches("[【（(]?(?:" + PROGRESS + "|" + MEASURES + ")(?s:.*)"));
    }

    void read(String paragraph) {
        Matcher label = LABEL.matcher(paragraph);
        int from = 0;
        while (label.find()) {
            take(paragraph.substring(from, label.start()));
            current = label.group("stated") != null ? text : label.group("facts") != null ? facts : label.group("progress") != null ? progress : null;
            announced |= current != facts;
            if (current == progress && !progress.isEmpty()) append(progress, label.group("progress") + "：");
            if (label.group("facts") != null) append(facts, label.group("facts") + "：");
            from = label.end();
        }
        take(paragraph.substring(from));
    }

    /**
     * Where no word announces what was done, finds it among what states the problem, as {@link Told} does.
     *
     * @return null where nothing is left open
     */
    Doubt settle(boolean aboutRectification, boolean headed, boolean opensWithFinding) {
        Told told = announced || text.isEmpty() ? new Told(text.toString(), "", null) : Told.of(text.toString(), aboutRectification, headed, opensWithFinding);
        text.setLength(0);
        text.append(told.stated());
        progress.append(told.done());
        List<String> deeds = enumerated(told.done());
        measures.addAll(0, deeds.stream().anyMatch(Wording::fails) ? steps(deeds) : deeds);
        measures.addAll(0, steps(enumerated(told.stated())));
        return told.doubt();
    }

    /** What stands among findings is a step only in a list that is mostly of steps. */
    private static List<String> steps(List<String> listed) {
        return listed.stream().filter(Wording::isClearlyStep).count() * 2 < listed.size() ? List.of() : listed.stream().filter(each -> !Wording.fails(each) && !Wording.leavesToOthers(each)).toList();
    }

    private void take(String said) {
        String part = said.strip();
        if (part.isEmpty()) return;
        if (current != null) append(current, part);
        if (current == progress) measures.addAll(enumerated(part));
        if (current != null) return;
        List<String> enumerated = enumerated(part);
        measures.addAll(enumerated.isEmpty() || NUMBERED.matcher(part).lookingAt() ? numbered(part) : enumerated);
    }

    private static List<String> enumerated(String said) {
        return said.lines().flatMap(line -> ENUMERATED.matcher(line).results()).map(found -> found.group(1).strip()).toList();
    }

    /** The measures of a line that numbers them, without their numbers; the line itself where it numbers no more than one. */
    static List<String> numbered(String line) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        String first = null;
        Matcher number = NUMBERED.matcher(line);
        while (number.find()) {
            String kind = number.group().replaceAll("[0-9０-９①-⑳\\s]+", "");
            if (Numbering.value(number.group()) != starts.size() + 1 || first != null && !kind.equals(first)) continue;
            first = kind;
            starts.add(number.start());
            ends.add(number.end());
        }
        if (starts.size() < 2) return List.of(line);
        List<String> numbered = new ArrayList<>();
        String above = line.substring(0, starts.get(0)).strip();
        if (!above.isEmpty() && !above.matches("(?s).*[：:]")) numbered.add(above);
        for (int at = 0; at < starts.size(); at++) numbered.add(line.substring(ends.get(at), at + 1 < starts.size() ? starts.get(at + 1) : line.length()).replaceFirst("[。；;，,\\s]+$", ""));
        return numbered;
    }

    private static void append(StringBuilder to, String part) {
        to.append(to.isEmpty() || to.charAt(to.length() - 1) == '：' ? "" : "\n").append(part);
    }

    /**
     * What states the problem, then who is responsible and until when.
     *
     * @param title what states it where nothing else does
     */
    String text(String title) {
        String stated = text.isEmpty() ? title : text.toString();
        return facts.isEmpty() ? stated : stated + "\n" + facts;
    }

    String progress() {
        return progress.isEmpty() ? null : progress.toString();
    }

    List<String> measures() {
        return measures;
    }
}
