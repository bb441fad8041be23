package org.rectification.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectification.calendar.WorkingDays;
import org.rectification.reporting.MissedReports;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has come to which rung. It looks at tasks in the department's hands, to be done or to be endorsed: what waits for a check or
 * a sign-off is late through others, and what is blocked pauses. Whoever was not watched for a while comes to the highest rung alone.
 * A deadline that was over when its case was taken over counts from that day, so that nobody climbs for days on which nobody watched.
 */
@Repository
class Ladder {

    private final EscalationLevel level;
    private final WorkingDays workingDays;
    private final MissedReports missedReports;
    private final LetterNumbers numbers;
    private final DeadlineSettings settings;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Ladder(EscalationLevel level, WorkingDays workingDays, MissedReports missedReports, LetterNumbers numbers, DeadlineSettings settings, JdbcClient jdbc, JdbcOperations batches) {
        this.level = level;
        this.workingDays = workingDays;
        this.missedReports = missedReports;
        this.numbers = numbers;
        this.settings = settings;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param last number of the last task of the chunk, null where none was left */
    record Chunk(List<LadderStep> steps, String last) {}

    private record Watched(String subject, LadderStep step) {}

    /** The next new steps among the tasks that follow {@code after}, {@code most} or, with the last tasks read, somewhat more; nothing is written. */
    Chunk above(LocalDate today, String after, int most) {
        EscalationLevel.Table table = level.inForce();
        Map<LocalDate, Integer> left = new HashMap<>();
        List<LadderStep> steps = new ArrayList<>();
        String last = null;
        for (List<Watched> tasks = watched(today, after, most, table, left); !tasks.isEmpty(); tasks = steps.size() < most ? watched(today, last, most, table, left) : List.of()) {
            steps.addAll(notTaken(tasks.stream().map(Watched::step).filter(Objects::nonNull).toList()));
            last = tasks.get(tasks.size() - 1).subject();
        }
        return new Chunk(steps, last);
    }

    /** @param left working days to each deadline met so far: many tasks share a deadline, and counting takes its time */
    private List<Watched> watched(LocalDate today, String after, int most, EscalationLevel.Table table, Map<LocalDate, Integer> left) {
        return jdbc.sql("""
                select t.task_number, t.case_number, t.title, t.kind, t.round, t.deadline, t.lead_department, t.lead_leader,
                  case when t.rebounds > 0 then (select max(s.rung) from ledger.ladder_step s where s.subject = t.task_number and s.round = t.round and s.deadline = t.deadline and s.rebounds > 0) end as taken_for_rebound,
                  case when t.rebounds = 0 or exists (select 1 from ledger.ladder_step s where s.subject = t.task_number and s.rebounds = t.rebounds) then 0 else t.rebounds end as rebounds,
                  case when c.taken_over_on is not null then greatest(c.taken_over_on, coalesce(cast(c.launched_at as date), c.taken_over_on)) end as counted_from
                from ledger.rectification_task t join ledger.rectification_case c on c.case_number = t.case_number where t.status in ('IN_PROGRESS', 'AWAITING_ENDORSEMENT') and t.deadline is not null and t.task_number > :after
                order by t.task_number limit :most""").param("after", after).param("most", most)
                .query((row, n) -> new Watched(row.getString("task_number"), ofTask(row, today, table, left))).list();
    }

    private LadderStep ofTask(ResultSet row, LocalDate today, EscalationLevel.Table table, Map<LocalDate, Integer> leftTo) throws SQLException {
        LocalDate deadline = row.getObject("deadline", LocalDate.class);
        int left = leftTo.computeIfAbsent(deadline, to -> workingDays.left(today, to));
        LocalDate countedFrom = row.getObject("counted_from", LocalDate.class);
        if (countedFrom != null && today.isBefore(countedFrom)) return null;
        int counted = countedFrom != null && deadline.isBefore(countedFrom) ? leftTo.computeIfAbsent(countedFrom, to -> workingDays.left(today, to)) : left;
        int round = row.getInt("round");
        int takenForRebound = row.getInt("taken_for_rebound");
        int rebounds = row.getInt("rebounds");
        Rung rung = table.of(new Situation(row.getString("kind"), counted, 0, round, rebounds)).filter(found -> found.height() != takenForRebound).orElse(null);
        return rung == null ? null : new LadderStep(null, row.getString("case_number"), row.getString("task_number"), row.getString("lead_department"), row.getString("lead_leader"),
                row.getString("title"), round, deadline, left, 0, rebounds, rung, today, effect(rung, today));
    }

    /** Without those whose task has come to this rung, or a higher one, before. Most tasks are near none, and need not be looked up. */
    private List<LadderStep> notTaken(List<LadderStep> reached) {
        if (reached.isEmpty()) return reached;
        Map<String, Integer> taken = new HashMap<>();
        jdbc.sql("""
                select s.subject, max(s.rung) from ledger.ladder_step s join ledger.rectification_task t on t.task_number = s.subject and t.round = s.round and t.deadline = s.deadline
                where s.subject in (:subjects) and s.rebounds = 0 group by s.subject""").param("subjects", reached.stream().map(LadderStep::subject).toList())
                .query(row -> {
                    taken.put(row.getString(1), row.getInt(2));
                });
        return reached.stream().filter(step -> step.rung().height() > taken.getOrDefault(step.subject(), 0)).toList();
    }

    /** New steps for reports that did not come. */
    List<LadderStep> aboveReports(LocalDate today) {
        EscalationLevel.Table table = level.inForce();
        return missedReports.dueBefore(today).stream()
                .flatMap(missed -> table.of(new Situation(Situation.REPORT, 0, missed.inARow(), 0, 0)).stream()
                        .map(rung -> new LadderStep(null, missed.caseNumber(), missed.caseNumber() + ":" + missed.department(), missed.department(), null, missed.departmentName(), 0,
                                missed.lastDueOn(), 0, missed.inARow(), 0, rung, today, effect(rung, today))))
                .filter(step -> jdbc.sql("select count(*) from ledger.ladder_step where subject = ? and round = 0 and deadline = ? and rung >= ?")
                        .params(step.subject(), step.deadline(), step.rung().height()).query(Long.class).single() == 0).toList();
    }

    private Effect effect(Rung rung, LocalDate today) {
        return rung.confirmedBy() == null ? Effect.atOnce() : Effect.awaitedUntil(workingDays.after(today, settings.confirmDays()));
    }

    /** Letters that nobody has to confirm get their numbers now. */
    private List<LadderStep> numbered(List<LadderStep> steps) {
        List<LadderStep> numbered = new ArrayList<>(steps);
        Map<String, List<Integer>> byLetter = IntStream.range(0, steps.size()).boxed()
                .filter(at -> steps.get(at).rung().letter() != null && steps.get(at).effect().status().isInEffect())
                .collect(Collectors.groupingBy(at -> steps.get(at).rung().letter(), TreeMap::new, Collectors.toList()));
        byLetter.forEach((letter, places) -> {
            int year = steps.get(places.get(0)).takenOn().getYear();
            int number = numbers.next(letter, year, places.size());
            for (int at : places) numbered.set(at, steps.get(at).with(steps.get(at).effect().numbered(year, number + places.indexOf(at))));
        });
        return numbered;
    }

    void take(List<LadderStep> steps) {
        batches.batchUpdate("""
                insert into ledger.ladder_step (case_number, subject, department, lead_leader, title, round, deadline, rung, level, days_left, missed,
                  recipients, confirmed_by, letter, table_version, taken_on, status, lapses_on, letter_year, letter_number, rebounds)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", numbered(steps), 500, (row, step) -> {
            row.setString(1, step.caseNumber());
            row.setString(2, step.subject());
            row.setString(3, step.department());
            row.setObject(4, step.leadLeader(), Types.VARCHAR);
            row.setString(5, step.title());
            row.setInt(6, step.round());
            row.setObject(7, step.deadline());
            row.setInt(8, step.rung().height());
            row.setString(9, step.rung().level());
            row.setInt(10, step.daysLeft());
            row.setInt(11, step.missed());
            row.setString(12, step.told());
            row.setObject(13, step.rung().confirmedBy(), Types.VARCHAR);
            row.setObject(14, step.rung().letter(), Types.VARCHAR);
            row.setInt(15, step.rung().tableVersion());
            row.setObject(16, step.takenOn());
            row.setString(17, step.effect().status().name());
            row.setObject(18, step.effect().lapsesOn(), Types.DATE);
            row.setObject(19, step.effect().letterYear(), Types.INTEGER);
            row.setObject(20, step.effect().letterNumber(), Types.INTEGER);
            row.setInt(21, step.rebounds());
        });
    }

    /** What is new since the watch before: taken on this day, or confirmed since then. */
    List<LadderStep> newOn(LocalDate day) {
        return jdbc.sql("""
                select * from ledger.ladder_step where taken_on = :day
                  or status in ('CONFIRMED', 'DECLINED', 'LAPSED') and decided_at >= (select max(finished_at) from ledger.watch_run where watched_on < :day)
                order by rung desc, days_left, subject""").param("day", day).query(Ladder::step).list();
    }

    Optional<LadderStep> step(long id) {
        return jdbc.sql("select * from ledger.ladder_step where id = ?").param(id).query(Ladder::step).optional();
    }

    /** Whether what led to this step is still so, and nobody has decided against it. */
    boolean stands(long id) {
        return jdbc.sql("""
                select count(*) from ledger.ladder_step s where s.id = ? and s.status in ('TAKEN', 'CONFIRMED', 'AWAITING') and (
                  s.missed = 0 and exists (select 1 from ledger.rectification_task t where t.task_number = s.subject and t.round = s.round and t.deadline = s.deadline
                    and t.status in ('IN_PROGRESS', 'AWAITING_ENDORSEMENT'))
                  or s.missed > 0 and exists (select 1 from ledger.progress_report r where r.case_number = s.case_number and r.department = s.department
                    and r.due_on = s.deadline and r.first_submitted_at is null))""").param(id).query(Long.class).single() > 0;
    }

    List<LadderStep> ofCase(String caseNumber) {
        return jdbc.sql("select * from ledger.ladder_step where case_number = ? order by taken_on desc, rung desc, subject").param(caseNumber).query(Ladder::step).list();
    }

    /** Level → how often it took effect, the gravest last. */
    Map<String, Long> levels(String caseNumber, String department, String leader) {
        Map<String, Long> levels = new LinkedHashMap<>();
        chosen("select level, count(*) from ledger.ladder_step where case_number = :caseNumber and status in ('TAKEN', 'CONFIRMED')%s group by level order by min(rung)", caseNumber, department, leader)
                .query(row -> {
                    levels.put(row.getString(1), row.getLong(2));
                });
        return levels;
    }

    /** Those that took effect, newest first. */
    List<LadderStep> latest(String caseNumber, String department, String leader, int most) {
        return chosen("select * from ledger.ladder_step where case_number = :caseNumber and status in ('TAKEN', 'CONFIRMED')%s order by taken_on desc, rung desc, subject limit " + most,
                caseNumber, department, leader).query(Ladder::step).list();
    }

    private JdbcClient.StatementSpec chosen(String sql, String caseNumber, String department, String leader) {
        boolean anyDepartment = department == null || department.isBlank();
        boolean anyLeader = leader == null || leader.isBlank();
        JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted((anyDepartment ? "" : " and department = :department") + (anyLeader ? "" : " and lead_leader = :leader")))
                .param("caseNumber", caseNumber);
        if (!anyDepartment) statement = statement.param("department", department.strip());
        return anyLeader ? statement : statement.param("leader", leader.strip());
    }

    List<LadderStep> ofTask(String taskNumber) {
        return jdbc.sql("select * from ledger.ladder_step where subject = ? order by taken_on desc, rung desc").param(taskNumber).query(Ladder::step).list();
    }

    private static LadderStep step(ResultSet row, int n) throws SQLException {
        String concerned = row.getString("concerned");
        return new LadderStep(row.getLong("id"), row.getString("case_number"), row.getString("subject"), row.getString("department"), row.getString("lead_leader"), row.getString("title"),
                row.getInt("round"), row.getObject("deadline", LocalDate.class), row.getInt("days_left"), row.getInt("missed"), row.getInt("rebounds"),
                new Rung(row.getInt("rung"), row.getString("level"), LadderStep.read(row.getString("recipients")), row.getString("confirmed_by"), row.getString("letter"),
                        row.getInt("table_version")), row.getObject("taken_on", LocalDate.class),
                new Effect(StepStatus.valueOf(row.getString("status")), row.getObject("lapses_on", LocalDate.class), row.getString("decided_by"),
                        row.getObject("decided_at", LocalDateTime.class), row.getString("opinion"), concerned == null || concerned.isEmpty() ? Set.of() : Set.of(concerned.split(" ")),
                        row.getObject("letter_year", Integer.class), row.getObject("letter_number", Integer.class)));
    }
}
