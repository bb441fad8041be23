package org.rectification.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * 报告期. Both days belong to it.
 *
 * @param key 2026-11H1, 2026-W47, 2026-11, 2026-Q4, or the last day of a period of one's own
 */
public record Period(String key, LocalDate startsOn, LocalDate endsOn) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** What people call it: 2026年11月上半月, 2026年第47周, 2026年11月, 2026年第4季度, or its two days. */
    public String label() {
        if (!isOwn(key)) return labelOf(key);
        return DAY.format(startsOn) + "至" + (startsOn.getYear() == endsOn.getYear() ? DAY.format(endsOn).substring(5) : DAY.format(endsOn));
    }

    /** The same where only the key is at hand; of a period of one's own it says until when. */
    public static String labelOf(String key) {
        if (isOwn(key)) return "截至" + DAY.format(LocalDate.parse(key));
        String year = key.substring(0, 4) + "年";
        if (key.charAt(5) == 'W') return year + "第" + Integer.parseInt(key.substring(6)) + "周";
        if (key.charAt(5) == 'Q') return year + "第" + key.substring(6) + "季度";
        String month = year + Integer.parseInt(key.substring(5, 7)) + "月";
        return key.length() == 7 ? month : month + (key.endsWith("H1") ? "上半月" : "下半月");
    }

    private static boolean isOwn(String key) {
        return key.matches("\\d{4}-\\d{2}-\\d{2}");
    }
}
