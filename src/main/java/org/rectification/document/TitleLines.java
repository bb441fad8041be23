package org.rectification.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The lines of a title too long for one: about even, broken where a reader pauses and never within a number, a name in quotes or a word known here. */
final class TitleLines {

    private static final String NUMBER = "第[0-9〇零一二三四五六七八九十百]+[轮届次批号期]?(?:巡[察视]组)?|[0-9][0-9.,%％～~—-]*[年月日个项次号轮届度季]{0,2}|[A-Za-z][A-Za-z0-9-]*";
    private static final String BRACKETED = "[（(][^）)]{0,18}[）)]|〔[^〕]{0,18}〕|《[^》]{0,18}》|“[^”]{0,18}”";
    private static final String WORD = "中共|关于|(?:常规|专项|机动)?巡[察视]|反馈意见|反馈问题|反馈|整改|落实|进展情况|进展|情况|补充|通报|报告|问题|专项|集中|工作|城市|管理局|党组|党委|党支部|党总支|委员会|办公室|人民政府|公司|[省市区县]委";
    private static final Pattern PIECE = Pattern.compile("(?:" + NUMBER + "|" + BRACKETED + "|" + WORD + "|.)[，。、；：！？）》”’的]*", Pattern.DOTALL);
    private static final Pattern PAUSE_AFTER = Pattern.compile(".*(?:[，。；：、的]|党组|党委|党支部|党总支|局|委员会|政府|办公室)");
    private static final Pattern WESTERN = Pattern.compile("[!-~]+");
    private static final int BETWEEN_WORDS = 40;
    private static final int WITHIN_WORDS = 80;

    private TitleLines() {}

    /** @param width of a line, in characters as wide as Chinese ones */
    static List<String> of(String text, int width) {
        if (width(text) <= 2 * width) return List.of(text);
        List<String> pieces = PIECE.matcher(text).results().map(MatchResult::group).toList();
        double[] cost = new double[pieces.size() + 1];
        int[] begins = new int[pieces.size() + 1];
        for (int end = 1; end <= pieces.size(); end++) {
            cost[end] = Double.MAX_VALUE;
            int filled = 0;
            for (int from = end - 1; from >= 0; from--) {
                filled += width(pieces.get(from));
                if (filled > 2 * width && from < end - 1) break;
                double its = cost[from] + Math.pow(width - filled / 2.0, 2) + (from == 0 ? 0 : broken(pieces.get(from - 1), pieces.get(from)));
                if (its >= cost[end]) continue;
                cost[end] = its;
                begins[end] = from;
            }
        }
        List<String> lines = new ArrayList<>();
        for (int end = pieces.size(); end > 0; end = begins[end]) lines.add(0, String.join("", pieces.subList(begins[end], end)));
        return lines;
    }

    private static int broken(String before, String after) {
        if (after.equals("关于") || PAUSE_AFTER.matcher(before).matches()) return 0;
        return before.length() > 1 || after.length() > 1 ? BETWEEN_WORDS : WITHIN_WORDS;
    }

    /** In halves of a Chinese character; Word sets Western ones a quarter apart on both sides. */
    private static int width(String text) {
        return text.codePoints().map(c -> c < 0x2E80 && c != '“' && c != '”' && c != '—' ? 1 : 2).sum() + (int) WESTERN.matcher(text).results().count();
    }
}
