package org.rectification.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.calendar.WorkingDays;
import org.rectification.notification.Digest;
import org.rectification.notification.Digests;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one clock of all deadlines: every working day is watched once, on the day itself or, after downtime, as soon as the system is
 * back; of several days missed only the last is made up for.
 */
@Service
@Transactional
public class DeadlineWatch {

    private final Ladder ladder;
    private final Digests digests;
    private final DigestLines digestLines;
    private final Organization organization;
    private final WorkingDays workingDays;
    private final DeadlineSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeadlineWatch(Ladder ladder, Digests digests, DigestLines digestLines, Organization organization, WorkingDays workingDays, DeadlineSettings settings, JdbcClient jdbc, Clock clock) {
        this.ladder = ladder;
        this.digests = digests;
        this.digestLines = digestLines;
        this.organization = organization;
        this.workingDays = workingDays;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Today, or on a day off the working day before. */
    private LocalDate day() {
        LocalDate today = LocalDate.now(clock);
        return workingDays.isWorkingDay(today) ? today : workingDays.before(today);
    }

    /** Whether the last working day has gone unwatched. Before its hour a day is not missed yet. */
    @Transactional(readOnly = true)
    public boolean isBehind() {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate missed = workingDays.isWorkingDay(now.toLocalDate()) && !now.toLocalTime().isBefore(settings.watchAt()) ? now.toLocalDate() : workingDays.before(now.toLocalDate());
        return !isWatched(missed);
    }

    private boolean isWatched(LocalDate day) {
        return jdbc.sql("select count(*) from ledger.watch_run where watched_on >= ?").param(day).query(Long.class).single() > 0;
    }

    /** @return whether there was anything to begin; a day that is watched already is not watched again */
    public boolean begun() {
        LocalDate day = day();
        if (isWatched(day)) return false;
        jdbc.sql("insert into ledger.watch_run (watched_on, begun_at, cursor_at) values (?, ?, '')").params(day, now()).update();
        ladder.take(ladder.aboveReports(day));
        return true;
    }

    /** The next tasks, as many as fit a transaction. @return whether there may be more */
    public boolean climbed() {
        LocalDate day = running();
        String cursor = jdbc.sql("select cursor_at from ledger.watch_run where watched_on = ? for update").param(day).query(String.class).single();
        Ladder.Chunk chunk = ladder.above(day, cursor, settings.chunk());
        if (chunk.last() == null) return false;
        ladder.take(chunk.steps());
        jdbc.sql("update ledger.watch_run set cursor_at = ? where watched_on = ?").params(chunk.last(), day).update();
        return true;
    }

    /** Writes everybody's digest and ends the day's watch. */
    public void told() {
        LocalDate day = running();
        digests(day, ladder.newOn(day)).forEach(digests::write);
        jdbc.sql("update ledger.watch_run set finished_at = ? where watched_on = ?").params(now(), day).update();
    }

    private LocalDate running() {
        return jdbc.sql("select max(watched_on) from ledger.watch_run where finished_at is null").query(LocalDate.class).single();
    }

    /**
     * What the next watch would do if the ledger stayed as it is; it changes nothing.
     *
     * @param at      when that watch is due
     * @param watched whether that day has been watched already, so that nothing of this happens by itself
     * @param missed  whether the day is over and its watch is yet to be made up for
     */
    public record Preview(LocalDateTime at, boolean watched, boolean missed, List<LadderStep> steps, List<Digest> digests) {}

    @Transactional(readOnly = true)
    public Preview preview() {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = workingDays.isWorkingDay(today) || !isWatched(day()) ? day() : workingDays.after(today, 1);
        List<LadderStep> steps = new ArrayList<>(ladder.aboveReports(day));
        for (Ladder.Chunk chunk = ladder.above(day, "", settings.chunk()); chunk.last() != null; chunk = ladder.above(day, chunk.last(), settings.chunk())) steps.addAll(chunk.steps());
        return new Preview(day.atTime(settings.watchAt()), isWatched(day), day.isBefore(today), steps, digests(day, steps));
    }

    private List<Digest> digests(LocalDate day, List<LadderStep> steps) {
        LocalDateTime since = jdbc.sql("select max(finished_at) from ledger.watch_run where watched_on < ?").param(day).query(LocalDateTime.class).optional()
                .orElseGet(() -> workingDays.before(day).atTime(settings.watchAt()));
        Audiences audiences = new Audiences(steps);
        return organization.people().stream().map(person -> new Digest(person.userId(), day, digestLines.of(person, day, since, audiences))).filter(digest -> !digest.lines().isEmpty()).toList();
    }

    /** The case's steps, newest first. */
    @Transactional(readOnly = true)
    public List<LadderStep> stepsOf(String caseNumber) {
        return ladder.ofCase(caseNumber);
    }

    /** Level → how often it took effect in a case, the gravest last; of one department or one leader where they are named. */
    @Transactional(readOnly = true)
    public Map<String, Long> levelsOf(String caseNumber, String department, String leader) {
        return ladder.levels(caseNumber, department, leader);
    }

    /** The newest that took effect, as {@link #levelsOf} chooses them. */
    @Transactional(readOnly = true)
    public List<LadderStep> latestStepsOf(String caseNumber, String department, String leader, int most) {
        return ladder.latest(caseNumber, department, leader, most);
    }

    /** @throws Refusal UNKNOWN, or NOT_YOURS for a step of others or one that has not taken effect */
    @Transactional(readOnly = true)
    public LadderStep step(long id, Person reader) {
        LadderStep step = ladder.step(id).orElseThrow(() -> Refusal.unknown("没有这次督办，请从督办台账进入"));
        if (!step.isReadableBy(reader)) throw Refusal.notYours("这次督办不涉及您的科室，您无权查看");
        return step;
    }

    @Transactional(readOnly = true)
    public List<LadderStep> stepsOfTask(String taskNumber) {
        return ladder.ofTask(taskNumber);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
