package org.rectification.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A year counts wholly as the admin's file says, or where it says nothing about the year, with the legal holidays that came along.
 * Another node's import is noticed within a minute.
 */
@Service
public class WorkingCalendar implements WorkingDays {

    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final AnnouncedHolidays announced = new AnnouncedHolidays();
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Told told = new Told(Instant.MIN, new HashMap<>());

    WorkingCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The file's days as they were read then, and what has been worked out from them since. */
    private record Told(Instant readAt, Map<LocalDate, SpecialDay> days, Set<Integer> years, Map<LocalDate, Boolean> answers) {

        Told(Instant readAt, Map<LocalDate, SpecialDay> days) {
            this(readAt, days, days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet()), new ConcurrentHashMap<>());
        }
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        Told now = told();
        return now.answers.computeIfAbsent(day, asked -> {
            SpecialDay special = special(asked, now);
            return special != null ? special.working() : !WorkingDays.isWeekend(asked);
        });
    }

    private SpecialDay special(LocalDate day, Told told) {
        return told.years.contains(day.getYear()) ? told.days.get(day) : announced.on(day);
    }

    private Told told() {
        Told last = told;
        Instant now = clock.instant();
        if (!now.isBefore(last.readAt) && now.isBefore(last.readAt.plus(TRUSTED))) return last;
        Map<LocalDate, SpecialDay> days = read();
        Told fresh = days.equals(last.days) ? new Told(now, days, last.years, last.answers) : new Told(now, days);
        told = fresh;
        return fresh;
    }

    private Map<LocalDate, SpecialDay> read() {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        jdbc.sql("select calendar_day, working, name from ledger.calendar_day").query(row -> {
            LocalDate day = row.getObject(1, LocalDate.class);
            days.put(day, new SpecialDay(day, row.getBoolean(2), row.getString(3)));
        });
        return days;
    }

    /** Whether anybody has told the holidays of this year; otherwise only its weekends are off. */
    public boolean knows(int year) {
        return specialDays(year).values().stream().anyMatch(day -> !day.working());
    }

    /** Days off that are weekdays or holidays, and weekends that are worked, in order. */
    public NavigableMap<LocalDate, SpecialDay> specialDays(int year) {
        Told now = told();
        NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            SpecialDay known = special(day, now);
            if (known != null) special.put(day, known);
        }
        return special;
    }

    /** Years that a file tells something about, in order. */
    public List<Integer> toldYears() {
        return told().years.stream().sorted().toList();
    }

    /** @param replaced how many days the year had before */
    public record Taken(int year, long off, long worked, int replaced) {}

    /** A year in the file counts from now on as the file says and in nothing as before; years it does not name stay as they were. */
    @Transactional
    public List<Taken> take(CalendarFile file) {
        Map<Integer, List<SpecialDay>> years = file.days().stream().collect(Collectors.groupingBy(day -> day.day().getYear(), TreeMap::new, Collectors.toList()));
        List<Taken> taken = years.entrySet().stream().map(year -> new Taken(year.getKey(), year.getValue().stream().filter(day -> !day.working()).count(),
                year.getValue().stream().filter(SpecialDay::working).count(), specialDays(year.getKey()).size())).toList();
        years.keySet().forEach(this::delete);
        file.days().forEach(day -> jdbc.sql("insert into ledger.calendar_day (calendar_day, working, name) values (?, ?, ?)").params(day.day(), day.working(), day.name()).update());
        told = new Told(Instant.MIN, new HashMap<>());
        return taken;
    }

    /** The year counts again as if no file had ever named it. */
    @Transactional
    public void forgotten(int year) {
        if (delete(year) == 0) throw Refusal.ofRule(year + "年没有上传过的内容，请刷新后再看");
        told = new Told(Instant.MIN, new HashMap<>());
    }

    private int delete(int year) {
        return jdbc.sql("delete from ledger.calendar_day where calendar_day between ? and ?").params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).update();
    }
}
