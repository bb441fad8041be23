package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.calendar.WorkingDays;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.organization.SecretarySettings;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 代录: the papers on which leaders decided, and their objections to what was recorded for them. */
@Service
@Transactional
public class PaperSignOffs {

    private static final String RECORDED = """
            select d.task_number, t.title, d.round, d.person as leader, d.recorded_by as secretary, d.scan, d.approved, d.opinion, d.decided_at, o.reason, o.objected_at
            from ledger.task_decision d join ledger.rectification_task t on t.task_number = d.task_number
            left join ledger.recording_objection o on o.task_number = d.task_number and o.round = d.round and o.withdrawn_at is null
            where d.recorded_by is not null""";

    private final Tasks tasks;
    private final Rounds rounds;
    private final EvidenceStore evidence;
    private final Organization organization;
    private final WorkingDays workingDays;
    private final SecretarySettings settings;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperSignOffs(Tasks tasks, Rounds rounds, EvidenceStore evidence, Organization organization, WorkingDays workingDays, SecretarySettings settings,
                  ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.evidence = evidence;
        this.organization = organization;
        this.workingDays = workingDays;
        this.settings = settings;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The paper is filed with the task, outside its rounds, in the transaction that records what it says. Whether he is the leader's secretary is the caller's to know. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EvidenceFile filed(String taskNumber, Person leader, Person secretary, Upload paper) {
        RectificationTask task = tasks.getLocked(taskNumber);
        rounds.current(task).requireRecordableBy(secretary, leader, task.leadDepartment());
        return evidence.file(taskNumber, EvidenceStore.OUTSIDE_ROUNDS, null, secretary.userId(), List.of(paper)).get(0);
    }

    /** Task number → why this person may not record that leader's decision on it, without those that he may. */
    @Transactional(readOnly = true)
    public Map<String, String> hindrances(Collection<String> taskNumbers, Person leader, Person secretary) {
        Map<String, String> hindrances = new LinkedHashMap<>();
        for (RectificationTask task : tasks.findAllById(taskNumbers)) {
            rounds.current(task).recordingHindrance(secretary, leader, task.leadDepartment()).ifPresent(reason -> hindrances.put(task.taskNumber(), reason));
        }
        return hindrances;
    }

    public void objected(String taskNumber, int round, String reason, Person by) {
        Flaws flaws = new Flaws();
        String why = flaws.text("reason", "异议的理由", reason, 1000);
        flaws.refuseInput();
        tasks.getLocked(taskNumber);
        PaperSignOff recorded = recorded(taskNumber, round, by);
        if (recorded.isObjectedTo()) throw Refusal.ofRule("您已对" + taskNumber + "的代录提出异议，请刷新后再看");
        if (today().isAfter(recorded.objectUntil())) throw Refusal.ofRule("对" + taskNumber + "代录的异议应在" + recorded.objectUntil() + "以前提出，现已过期；确有问题请通过回头看或督导检查纠正");
        jdbc.sql("insert into ledger.recording_objection (task_number, round, leader, reason, objected_at) values (?, ?, ?, ?, ?)").params(taskNumber, round, by.userId(), why, now()).update();
    }

    public void objectionWithdrawn(String taskNumber, int round, Person by) {
        tasks.getLocked(taskNumber);
        if (!recorded(taskNumber, round, by).isObjectedTo()) throw Refusal.ofRule("没有未撤回的异议，请刷新后再看");
        jdbc.sql("update ledger.recording_objection set withdrawn_at = ? where task_number = ? and round = ? and withdrawn_at is null").params(now(), taskNumber, round).update();
        events.publishEvent(new ClosingHindranceGone(tasks.get(taskNumber).caseNumber()));
    }

    private PaperSignOff recorded(String taskNumber, int round, Person leader) {
        PaperSignOff recorded = all(" and d.task_number = ? and d.round = ?", taskNumber, round).stream().findFirst()
                .orElseThrow(() -> Refusal.unknown("任务" + taskNumber + "第" + round + "次报验没有代录的销号审定"));
        if (!recorded.leader().equals(leader.userId())) throw Refusal.notYours("只有作出决定的领导本人能对代录提出或撤回异议");
        return recorded;
    }

    /** Those that he may still object to or objects to, the latest first. */
    @Transactional(readOnly = true)
    public List<PaperSignOff> openTo(Person leader) {
        return all(" and d.person = ?", leader.userId()).stream().filter(each -> each.isObjectedTo() || !today().isAfter(each.objectUntil())).toList();
    }

    /** Those that he may still object to and has not, the latest first: recorded of late, since nobody has a month to object. */
    @Transactional(readOnly = true)
    public List<PaperSignOff> unansweredBy(Person leader) {
        return recordedSince(now().minusMonths(1), leader).stream().filter(each -> !each.isObjectedTo() && !today().isAfter(each.objectUntil())).toList();
    }

    /** Those that their leaders do not stand by and that nobody has put right: whoever recorded them has to, or the office. */
    @Transactional(readOnly = true)
    public List<PaperSignOff> contestedFor(Person person) {
        String contested = " and o.objected_at is not null and t.round = d.round and t.status = 'SIGNED_OFF'";
        return person.isIn(Groups.RECTIFICATION_OFFICE) ? all(contested) : all(contested + " and d.recorded_by = ?", person.userId());
    }

    /** What was recorded for him after this moment and until now. */
    @Transactional(readOnly = true)
    public List<PaperSignOff> recordedSince(LocalDateTime moment, Person leader) {
        return all(" and d.person = ? and d.decided_at > ? and d.decided_at <= ?", leader.userId(), moment, now());
    }

    @Transactional(readOnly = true)
    public List<PaperSignOff> inCase(String caseNumber) {
        return all(" and t.case_number = ? and t.round = d.round", caseNumber);
    }

    @Transactional(readOnly = true)
    public EvidenceFile paper(String taskNumber, long scan) {
        return evidence.get(taskNumber, scan);
    }

    private record Row(String taskNumber, String title, int round, String leader, String secretary, long scan, boolean approved, String opinion, LocalDateTime decidedAt, String reason, LocalDateTime objectedAt) {}

    private List<PaperSignOff> all(String where, Object... params) {
        List<Row> rows = jdbc.sql(RECORDED + where + " order by d.decided_at desc, d.task_number").params(params).query(Row.class).list();
        if (rows.isEmpty()) return List.of();
        var names = organization.personNames();
        return rows.stream().map(row -> new PaperSignOff(row.taskNumber(), row.title(), row.round(), row.leader(), row.secretary(), names.get(row.secretary()), row.scan(), row.approved(), row.opinion(), row.decidedAt(),
                workingDays.after(row.decidedAt().toLocalDate(), settings.objectionDays()), row.reason(), row.objectedAt())).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
