package org.rectification.bulletin;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.bulletin.Exposure.Kind;

/** Looks through what the public would read for names of people in the organisation file, phone and identity numbers, mail addresses, what addresses a person and what may be the name of one. */
final class ExposureScan {

    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|\\d{15,19})(?![\\dXx])");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}[-－—]?\\d{7,8})(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    /** Without those that are more often words of papers: 任、于、党、成、全、管、常、时、方、应、安、和、向. */
    private static final String SURNAME = "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤])";
    private static final String OFFICE = "(?:副?(?:局长|书记|主任|科长|处长|队长|大队长|中队长|所长|站长|股长|部长|厅长|市长|县长|区长|镇长|乡长|组长|主席|经理|校长|院长|支书)|同志|老师|工程师)";
    /** Not the end of a department's name or of a rank: 金融办主任, 高级工程师. Whether 黄陵县长 is named or his county nobody can tell, so he is pointed out. */
    private static final String GIVEN_NAME = "[\\u4e00-\\u9fa5&&[^局科处室队所站股部厅市县区镇乡村组公司委会院校办级]]{1,2}";
    private static final Pattern ADDRESSED = Pattern.compile(SURNAME + "(?:" + OFFICE + "|[某×ＸX*＊○〇]{1,2}" + OFFICE + "?|" + GIVEN_NAME + OFFICE + "|[\\u4e00-\\u9fa5]{1,2}同志)");
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
            for (Matcher written = spread(name).matcher(text); written.find();) add(found, section, Kind.NAME, name, text, written.start(), written.end());
        }
        match(found, section, Kind.IDENTITY, IDENTITY, text);
        match(found, section, Kind.PHONE, PHONE, text);
        match(found, section, Kind.MAIL, MAIL, text);
        for (Matcher matcher = ADDRESSED.matcher(text); matcher.find();) {
            String word = matcher.group();
            if (names.stream().noneMatch(word::contains)) add(found, section, Kind.ADDRESSED, word, text, matcher.start(), matcher.end());
        }
        Set<String> known = Set.copyOf(found.keySet());
        for (Term name : PersonNames.in(text)) {
            if (known.stream().noneMatch(word -> word.contains(name.word) || name.word.contains(word))) add(found, section, Kind.PERHAPS_NAME, name.word, text, name.offset, name.offset + name.length());
        }
        return List.copyOf(found.values());
    }

    /** Official papers set names of two characters apart. */
    private static Pattern spread(String name) {
        return Pattern.compile(name.codePoints().mapToObj(Character::toString).map(Pattern::quote).collect(Collectors.joining("[\\s\\u00A0\\u3000]*")));
    }

    private void match(Map<String, Exposure> found, String section, Kind kind, Pattern pattern, String text) {
        for (Matcher matcher = pattern.matcher(text); matcher.find();) add(found, section, kind, matcher.group(), text, matcher.start(), matcher.end());
    }

    private void add(Map<String, Exposure> found, String section, Kind kind, String word, String text, int start, int end) {
        found.computeIfAbsent(word, first -> new Exposure(section, kind, word, new ArrayList<>(), kind == Kind.IDENTITY ? null : cleared.getOrDefault(section, Map.of()).get(word))).excerpts().add(excerpt(text, start, end));
    }

    private static String excerpt(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return ((from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "")).replace('\n', ' ');
    }
}
