package org.rectification.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal;
import org.springframework.scheduling.support.CronExpression;

/** How often departments report: one of the usual rhythms, or a cron of one's own whose firings part the periods. Half-monthly: Hanzhong bulletin 2021, §1. */
public final class Cadence {

    public static final Cadence WEEKLY = new Cadence("WEEKLY");
    public static final Cadence HALF_MONTH = new Cadence("HALF_MONTH");
    public static final Cadence MONTHLY = new Cadence("MONTHLY");
    public static final Cadence QUARTERLY = new Cadence("QUARTERLY");

    private static final List<String> USUAL = List.of("WEEKLY", "HALF_MONTH", "MONTHLY", "QUARTERLY");
    private static final int LONGEST_CRON = 64;

    /** No cron that a bureau would use rests longer than this. */
    private static final int LONGEST_DAYS = 400;

    private final String name;

    private Cadence(String name) {
        this.name = name;
    }

    /** @throws Refusal INPUT for anything but a known name or a cron of six fields that fires at least once a year and at most once a day */
    public static Cadence of(String name) {
        String objection = objectionTo(name);
        if (objection != null) throw Refusal.ofInput("cadence", objection);
        return new Cadence(plain(name));
    }

    /** Why this is no cadence, null where it is one. */
    static String objectionTo(String name) {
        String plain = plain(name);
        if (USUAL.contains(plain)) return null;
        if (plain.isEmpty()) return "请填写报告周期";
        if (plain.length() > LONGEST_CRON) return "报告周期的表达式最多" + LONGEST_CRON + "个字符，现有" + plain.length() + "个";
        if (plain.split("\\s+").length != 6 || !CronExpression.isValidExpression(plain)) {
            return "看不懂报告周期“" + plain + "”：请选每周、每半月、每月、每季度，或按“秒 分 时 日 月 星期”写六段，例如 0 0 9 5,20 * ? 表示每月5日、20日9时";
        }
        CronExpression cron = CronExpression.parse(plain);
        LocalDateTime from = LocalDate.of(2025, 1, 1).atStartOfDay();
        LocalDateTime last = from.plusDays(LONGEST_DAYS);
        LocalDateTime firing = cron.next(from.minusNanos(1));
        if (firing == null || firing.isAfter(last)) return "报告周期至少每年开出一次，“" + plain + "”开出得太少";
        for (LocalDateTime next = cron.next(firing); next != null && next.isBefore(last); next = cron.next(firing)) {
            if (next.toLocalDate().equals(firing.toLocalDate())) return "报告周期每天最多开出一次，“" + plain + "”一天开出多次，请把秒、分、时三段各写成一个数";
            firing = next;
        }
        return null;
    }

    private static String plain(String name) {
        return name == null ? "" : name.strip();
    }

    /** Not a cron of the case's own. */
    public boolean isUsual() {
        return USUAL.contains(name);
    }

    public String name() {
        return name;
    }

    public String label() {
        return switch (name) {
            case "WEEKLY" -> "每周";
            case "HALF_MONTH" -> "每半月";
            case "MONTHLY" -> "每月";
            case "QUARTERLY" -> "每季度";
            default -> "自定（" + name + "）";
        };
    }

    /** When a period is opened for reporting: on the first day after it, at this time of day. */
    public String cron(LocalTime opensAt) {
        String time = "0 " + opensAt.getMinute() + " " + opensAt.getHour() + " ";
        return switch (name) {
            case "WEEKLY" -> time + "? * MON";
            case "HALF_MONTH" -> time + "1,16 * ?";
            case "MONTHLY" -> time + "1 * ?";
            case "QUARTERLY" -> time + "1 1,4,7,10 ?";
            default -> name;
        };
    }

    /** The next openings after this moment, soonest first. */
    List<LocalDateTime> openingsAfter(LocalDateTime moment, LocalTime opensAt, int count) {
        CronExpression cron = CronExpression.parse(cron(opensAt));
        return Stream.iterate(cron.next(moment), Objects::nonNull, cron::next).limit(count).toList();
    }

    /** The period that this day belongs to. */
    public Period containing(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return switch (name) {
            case "WEEKLY" -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period("%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), monday, monday.plusDays(6));
            }
            case "HALF_MONTH" -> day.getDayOfMonth() <= 15 ? new Period(month + "H1", month.atDay(1), month.atDay(15)) : new Period(month + "H2", month.atDay(16), month.atEndOfMonth());
            case "MONTHLY" -> new Period(month.toString(), month.atDay(1), month.atEndOfMonth());
            case "QUARTERLY" -> {
                int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
                YearMonth last = YearMonth.of(day.getYear(), quarter * 3);
                yield new Period(day.getYear() + "-Q" + quarter, last.minusMonths(2).atDay(1), last.atEndOfMonth());
            }
            default -> betweenFirings(day);
        };
    }

    private Period betweenFirings(LocalDate day) {
        CronExpression cron = CronExpression.parse(name);
        LocalDate start = day.minusDays(LONGEST_DAYS);
        LocalDateTime firing = Objects.requireNonNull(cron.next(start.atStartOfDay()));
        while (!firing.toLocalDate().isAfter(day)) {
            start = firing.toLocalDate();
            firing = Objects.requireNonNull(cron.next(start.atTime(LocalTime.MAX)));
        }
        LocalDate end = firing.toLocalDate().minusDays(1);
        return new Period(end.toString(), start, end);
    }

    /** Every period that is over by {@code today}, from the one that {@code since} belongs to; oldest first. Months late or on time, the same list. */
    public List<Period> endedBetween(LocalDate since, LocalDate today) {
        List<Period> ended = new ArrayList<>();
        for (Period period = containing(since); period.endsOn().isBefore(today); period = containing(period.endsOn().plusDays(1))) ended.add(period);
        return ended;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cadence cadence && cadence.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
