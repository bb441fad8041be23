package org.rectification.feedback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number at the beginning of a paragraph, in the official order 一、 （一） 1. （1） ① and in the ways people type it.
 *
 * @param level from {@link #PART} (outermost) to {@link #CIRCLED}
 * @param value what it counts to, 0 where it counts nothing
 */
record Numbering(int level, String label, int value) {

    static final int PART = 1;
    static final int SECTION = 2;
    static final int ASPECT = 3;
    static final int ITEM = 4;
    static final int SUB_ITEM = 5;
    static final int CIRCLED = 6;

    private static final String CHINESE = "[一二三四五六七八九十百零〇]{1,4}";
    private static final String DIGITS = "[0-9０-９]{1,3}";
    /** A decimal number followed by one of these is a quantity: 1.5万元. */
    private static final String NO_UNIT = "(?![万亿元个年月日米公吨平人次项倍亩户千百辆小级份时号])";

    private static final Pattern TYPED = Pattern.compile("^(?:"
            + "(?<part>第(?:" + CHINESE + "|" + DIGITS + ")(?:部分|章|节)[、，：:.．\\s]?)"
            + "|(?<aspect>(?:[（(]\\s*)?(?:" + CHINESE + ")\\s*[）)][、.．，]?|[㈠-㈩]|方面(?:" + CHINESE + "|" + DIGITS + ")[：:、.．])"
            + "|(?<section>" + CHINESE + "(?:\\s*[、，,.．]|[\\s　]+)(?!(?:" + CHINESE + ")[、级季]))"
            + "|(?<named>(?:反馈|存在)?问题(?:" + CHINESE + "|" + DIGITS + ")[：:、.．\\s]|【问题(?:" + CHINESE + "|" + DIGITS + ")】[：:、]?|第(?:" + CHINESE + "|" + DIGITS + ")个(?:反馈|存在)?问题(?:是[：:，,]?|[：:]))"
            + "|(?<subitem>[（(]\\s*" + DIGITS + "\\s*[）)][、.．，]?|" + DIGITS + "[）)][、.．，]?|[⑴-⒇])"
            + "|(?<circled>[①-⑳])"
            + "|(?<steps>" + DIGITS + "(?:[.．]" + DIGITS + "){1,3}(?:[、.．\\s]|(?=[\\p{IsHan}“《])" + NO_UNIT + "))"
            + "|(?<item>" + DIGITS + "(?:\\s*[、，,．.](?![0-9０-９])|[\\s　]+(?=[\\p{IsHan}“《]))|[⒈-⒛])"
            + ")(?:问题(?:" + CHINESE + "|" + DIGITS + ")?[：:])?");

    static Optional<Numbering> at(String text) {
        Matcher typed = TYPED.matcher(text);
        if (!typed.find()) return Optional.empty();
        String label = typed.group();
        int level = typed.group("part") != null ? PART : typed.group("section") != null ? SECTION : typed.group("aspect") != null ? ASPECT
                : typed.group("item") != null || typed.group("named") != null ? ITEM : typed.group("circled") != null ? CIRCLED
                : typed.group("steps") != null ? Math.min(CIRCLED, ITEM + (int) label.strip().replaceAll("[.．、]$", "").chars().filter(c -> c == '.' || c == '．').count()) : SUB_ITEM;
        return Optional.of(new Numbering(level, label, value(label.replaceFirst("(?<=.)问题.*", ""))));
    }

    static int value(String label) {
        int last = 0;
        StringBuilder chinese = new StringBuilder();
        boolean inDigits = false;
        for (char c : label.toCharArray()) {
            int enclosed = enclosed(c);
            if (enclosed > 0) return enclosed;
            if (Character.isDigit(c)) {
                last = inDigits ? last * 10 + Character.digit(c, 10) : Character.digit(c, 10);
                inDigits = true;
            } else {
                inDigits = false;
                if ("一二三四五六七八九十百".indexOf(c) >= 0) chinese.append(c);
            }
        }
        return last > 0 ? last : chinese(chinese.toString());
    }

    private static int enclosed(char c) {
        for (char first : new char[] {'①', '⑴', '⒈'}) if (c >= first && c < first + 20) return c - first + 1;
        return c >= '㈠' && c <= '㈩' ? c - '㈠' + 1 : 0;
    }

    private static int chinese(String numeral) {
        int total = 0;
        int digit = 0;
        for (char c : numeral.toCharArray()) {
            int place = c == '百' ? 100 : c == '十' ? 10 : 0;
            if (place > 0) {
                total += Math.max(digit, 1) * place;
                digit = 0;
            } else {
                digit = "一二三四五六七八九".indexOf(c) + 1;
            }
        }
        return total + digit;
    }
}
