package org.rectification.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The legal holidays that came along, and over them what the admin's file says. Another node's import is noticed within a minute.
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
    private record Told(Instant readAt, Map<LocalDate, SpecialDay> days, Map<LocalDate, Boolean> answers) {

        Told(Instant readAt, Map<LocalDate, SpecialDay> days) {
            this(readAt, days, new ConcurrentHashMap<>());
        }
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        Told now = told();
        return now.answers.computeIfAbsent(day, asked -> {
            SpecialDay told = now.days.get(asked);
            return told != null ? told.working() : announced.isWorkingDay(asked);
        });
    }

    private Told told() {
        Told last = told;
        Instant now = clock.instant();
        if (!now.isBefore(last.readAt) && now.isBefore(last.readAt.plus(TRUSTED))) return last;
        Map<LocalDate, SpecialDay> days = read();
        Told fresh = days.equals(last.days) ? new Told(now, days, last.answers) : new Told(now, days);
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
        Map<LocalDate, SpecialDay> days = told().days;
        NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            SpecialDay known = days.getOrDefault(day, announced.on(day));
            if (known != null) special.put(day, known);
        }
        return special;
    }

    /** Years that the file tells something about. */
    public List<Integer> toldYears() {
        return told().days.keySet().stream().map(LocalDate::getYear).distinct().sorted().toList();
    }

    /** What the file says replaces what earlier files said of the same years; years it does not name stay as they were. */
    @Transactional
    public void take(CalendarFile file) {
        file.days().stream().map(day -> day.day().getYear()).distinct().forEach(year ->
                jdbc.sql("delete from ledger.calendar_day where calendar_day between ? and ?").params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).update());
        file.days().forEach(day -> jdbc.sql("insert into ledger.calendar_day (calendar_day, working, name) values (?, ?, ?)").params(day.day(), day.working(), day.name()).update());
        told = new Told(Instant.MIN, new HashMap<>());
    }
}
