package org.rectification.board.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;
import org.rectification.refusal.Refusal;

/** A week from Monday to Sunday, known by its Monday. */
record Week(LocalDate monday) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    /** @param asked any of its days, null or blank for the week of {@code today} */
    static Week read(String asked, LocalDate today) {
        if (asked == null || asked.isBlank()) return new Week(today.with(DayOfWeek.MONDAY));
        try {
            LocalDate day = LocalDate.parse(asked.strip());
            if (day.isAfter(today) || day.getYear() < 1900) throw Refusal.ofInput("week", "请选择已经开始的一周");
            return new Week(day.with(DayOfWeek.MONDAY));
        } catch (java.time.format.DateTimeParseException e) {
            throw Refusal.ofInput("week", "周次应为其中一天的日期，例如 2026-11-16");
        }
    }

    /** The newest first. */
    static List<Week> upTo(LocalDate today, int weeks) {
        return IntStream.range(0, weeks).mapToObj(back -> new Week(today.with(DayOfWeek.MONDAY).minusWeeks(back))).toList();
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** 2026年第47周（11月16日至11月22日）; a week belongs to the year that has most of its days. */
    public String fullLabel() {
        return monday.get(IsoFields.WEEK_BASED_YEAR) + "年" + label();
    }

    /** 第47周（11月16日至11月22日）. */
    public String label() {
        return "第" + monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + "周（" + DAY.format(monday) + "至" + DAY.format(sunday()) + "）";
    }
}
