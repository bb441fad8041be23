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
        String year = key.substring(0, 4) + "年";
        String month = startsOn.getMonthValue() + "月";
        if (key.matches("\\d{4}-\\d{2}H[12]")) return year + month + (key.endsWith("1") ? "上半月" : "下半月");
        if (key.matches("\\d{4}-W\\d{2}")) return year + "第" + Integer.parseInt(key.substring(6)) + "周";
        if (key.matches("\\d{4}-Q\\d")) return year + "第" + key.substring(6) + "季度";
        if (key.matches("\\d{4}-\\d{2}")) return year + month;
        return DAY.format(startsOn) + "至" + (startsOn.getYear() == endsOn.getYear() ? DAY.format(endsOn).substring(5) : DAY.format(endsOn));
    }
}
