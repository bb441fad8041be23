package org.rectification.lookback;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.rectification.CaseStage;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of a case's signed-off tasks are looked back at, and when. The first draw takes all of them or a share; what rebounded is
 * looked back at again after its next sign-off, always.
 */
@Service
@Transactional
public class LookBackDraws {

    public static final String NO_SHARE = "抽取比例须在1%到100%之间";
    private static final int ALL = 100;

    private final LookBackRecords records;
    private final CaseLifecycle cases;
    private final LookBackSettings settings;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    LookBackDraws(LookBackRecords records, CaseLifecycle cases, LookBackSettings settings, JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.records = records;
        this.cases = cases;
        this.settings = settings;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * @param share     percent
     * @param eligible  how many tasks it was drawn from
     * @param decidedAt null while any of its look-backs is awaited
     */
    public record Draw(int ordinal, int share, long seed, int eligible, LocalDateTime drawnAt, LocalDateTime decidedAt) {}

    /** A signed-off task that nobody has looked back at since. */
    private record SignedOff(String taskNumber, int round, String department, LocalDateTime signedOffAt) {}

    private List<SignedOff> toLookBackAt(String caseNumber) {
        return jdbc.sql("""
                select t.task_number, t.round, t.lead_department as department, t.signed_off_at from ledger.rectification_task t
                where t.case_number = :case and t.status = 'SIGNED_OFF'
                  and not exists (select 1 from ledger.look_back l where l.task_number = t.task_number and l.round = t.round)
                  and (t.rebounds > 0 or not exists (select 1 from ledger.look_back_draw d where d.case_number = t.case_number))
                order by t.task_number""").param("case", caseNumber).query(SignedOff.class).list();
    }

    /** The day of the next look-back; empty where nothing is signed off that would have to be looked back at. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> due(String caseNumber) {
        return toLookBackAt(caseNumber).stream().map(SignedOff::signedOffAt).max(LocalDateTime::compareTo).map(last -> settings.dueAfter(last.toLocalDate()));
    }

    /** Percent of each department's tasks that the first draw takes. */
    @Transactional(readOnly = true)
    public static boolean isShare(int percent) {
        return percent >= 1 && percent <= ALL;
    }

    public int share(String caseNumber) {
        return jdbc.sql("select share from ledger.look_back_choice where case_number = ?").param(caseNumber).query(Integer.class).optional().orElse(settings.share());
    }

    /** By the supervision team, until the first draw. */
    public void chooseShare(String caseNumber, int share, Person by) {
        if (!by.isIn(Groups.SUPERVISION_TEAM)) throw Refusal.notYours("回头看的抽取比例由督导检查组选定，您不在督导检查组");
        if (!isShare(share)) throw Refusal.ofInput("share", NO_SHARE);
        cases.held(caseNumber);
        if (!draws(caseNumber).isEmpty()) throw Refusal.ofRule("回头看已经抽取，抽取比例不能再改");
        jdbc.sql("delete from ledger.look_back_choice where case_number = ?").param(caseNumber).update();
        jdbc.sql("insert into ledger.look_back_choice (case_number, share, chosen_by, chosen_at) values (?, ?, ?, ?)").params(caseNumber, share, by.userId(), now()).update();
    }

    /**
     * Department → how many of its tasks the first draw would be taken from: all of them, since none is looked back at before the last
     * one is signed off.
     */
    @Transactional(readOnly = true)
    public Map<String, Integer> tasksByDepartment(String caseNumber) {
        Map<String, Integer> tasks = new TreeMap<>();
        jdbc.sql("select lead_department, count(*) from ledger.rectification_task where case_number = ? and status <> 'WITHDRAWN' group by lead_department").param(caseNumber)
                .query(row -> {
                    tasks.put(row.getString(1), row.getInt(2));
                });
        return tasks;
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<Draw> draws(String caseNumber) {
        return jdbc.sql("select ordinal, share, seed, eligible, drawn_at, decided_at from ledger.look_back_draw where case_number = ? order by ordinal").param(caseNumber).query(Draw.class).list();
    }

    /**
     * Draws, unless that has happened, and claims the next chunk; each claimed task gets its instance in the same transaction.
     *
     * @return task numbers, empty when all look-backs of the draw have begun
     */
    public List<String> claimNext(String caseNumber) {
        if (cases.held(caseNumber).stage() != CaseStage.LOOKING_BACK) draw(caseNumber);
        return records.notYetBegun(caseNumber, settings.chunk());
    }

    /** Whether look-backs of the draw remain to be opened. */
    @Transactional(readOnly = true)
    public boolean remain(String caseNumber) {
        return records.countByCaseNumberAndBegun(caseNumber, false) > 0;
    }

    private void draw(String caseNumber) {
        cases.lookBackBegun(caseNumber);
        Map<String, SignedOff> eligible = toLookBackAt(caseNumber).stream().collect(Collectors.toMap(SignedOff::taskNumber, Function.identity()));
        if (eligible.isEmpty()) throw Refusal.ofRule("案件" + caseNumber + "没有可供回头看的已销号任务，请核对台账");
        int ordinal = draws(caseNumber).size() + 1;
        int share = ordinal == 1 ? share(caseNumber) : ALL;
        long seed = seeds.nextInt(1_000_000_000);
        jdbc.sql("insert into ledger.look_back_draw (case_number, ordinal, share, seed, eligible, drawn_at) values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, ordinal, share, seed, eligible.size(), now()).update();
        Map<String, List<String>> byDepartment = eligible.values().stream().collect(Collectors.groupingBy(SignedOff::department, Collectors.mapping(SignedOff::taskNumber, Collectors.toList())));
        write(Sample.draw(byDepartment, share, seed).stream().map(drawn -> new LookBack(caseNumber, ordinal, drawn, eligible.get(drawn).round())).toList());
    }

    private void write(List<LookBack> drawn) {
        batches.batchUpdate("insert into ledger.look_back (look_back_key, version, case_number, draw, task_number, round, status, begun) values (?, 0, ?, ?, ?, ?, ?, false)",
                drawn, 500, (row, lookBack) -> {
            row.setString(1, lookBack.lookBackKey());
            row.setString(2, lookBack.caseNumber());
            row.setInt(3, lookBack.draw());
            row.setString(4, lookBack.taskNumber());
            row.setInt(5, lookBack.round());
            row.setString(6, lookBack.status().name());
        });
    }

    /** Counts what is still awaited. The caller holds the case's row. @return whether the draw has just come to its end */
    boolean decided(String caseNumber) {
        if (records.countByCaseNumberAndStatus(caseNumber, LookBackStatus.AWAITED) > 0) return false;
        jdbc.sql("update ledger.look_back_draw set decided_at = ? where case_number = ? and decided_at is null").params(now(), caseNumber).update();
        cases.lookedBack(caseNumber, rebounded(caseNumber));
        return true;
    }

    /** The draw that is decided and that nobody has announced yet. @return whether there was one; from now on there is none */
    public boolean decisionAnnounced(String caseNumber) {
        cases.held(caseNumber);
        return jdbc.sql("update ledger.look_back_draw set announced_at = ? where case_number = ? and decided_at is not null and announced_at is null")
                .params(now(), caseNumber).update() > 0;
    }

    /** Whether anything of the last draw did. */
    @Transactional(readOnly = true)
    public boolean rebounded(String caseNumber) {
        return records.existsByCaseNumberAndDrawAndStatus(caseNumber, draws(caseNumber).size(), LookBackStatus.REBOUNDED);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
