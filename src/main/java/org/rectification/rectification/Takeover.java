package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 接管: a rectification that was already running on paper enters the system. What had been signed off by then is written down with
 * its minutes while the plan is drafted, judged with it, and confirmed by the launch, which starts no process for it.
 */
@Service
@Transactional
public class Takeover {

    private static final String COLUMNS = "select task_number, signed_off_on, decided_by, recorded_by, recorded_at from ledger.historical_sign_off ";

    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final PlanChanges changes;
    private final EvidenceStore evidence;
    private final JdbcClient jdbc;
    private final Clock clock;

    Takeover(Cases cases, Problems problems, Tasks tasks, PlanChanges changes, EvidenceStore evidence, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.changes = changes;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param date ISO, blank for a case that begins in the system; reports and reminders begin with this day at the earliest */
    public RectificationCase takenOver(String caseNumber, String date, Person by) {
        RectificationCase ofCase = openForDrafting(caseNumber, by);
        Flaws flaws = new Flaws();
        LocalDate on = flaws.optionalDate("date", "接管日期", date);
        if (on != null && on.isBefore(ofCase.feedbackDate())) flaws.add("date", "接管日期" + on + "早于反馈日期" + ofCase.feedbackDate());
        if (on != null && on.isAfter(today().plusYears(1))) flaws.add("date", "接管日期" + on + "在一年以后，请核对");
        flaws.refuseInput();
        List<String> later = ofCase(caseNumber).values().stream().filter(signOff -> on == null || signOff.signedOffOn().isAfter(on)).map(HistoricalSignOff::taskNumber).sorted().toList();
        if (!later.isEmpty()) throw Refusal.ofRule("已有历史销号晚于这个接管日期或失去依据：" + String.join("、", later) + "，请先撤回");
        ofCase.takenOver(on);
        return cases.save(ofCase);
    }

    /** Writes it down, or anew; {@code minutes} are added to those that are there. */
    public HistoricalSignOff recorded(String taskNumber, HistoricalDraft draft, Person by, List<Upload> minutes) {
        RectificationTask task = tasks.get(taskNumber);
        RectificationCase ofCase = openForDrafting(task.caseNumber(), by);
        if (ofCase.takenOverOn() == null) throw Refusal.ofRule("本案还没有接管日期，请先在案件页面填写，再登记接管前已销号的任务");
        Flaws flaws = new Flaws();
        LocalDate on = flaws.date("signedOffOn", "销号日期", draft.signedOffOn());
        boolean duringInspection = problems.get(task.caseNumber(), task.problem()).origin() == Origin.DURING_INSPECTION;
        if (on != null && on.isAfter(today())) flaws.add("signedOffOn", "销号日期" + on + "还没有到");
        else if (on != null && on.isAfter(ofCase.takenOverOn())) flaws.add("signedOffOn", "销号日期" + on + "晚于接管日期" + ofCase.takenOverOn() + "，须在本系统内办理销号");
        if (on != null && !duringInspection && on.isBefore(ofCase.feedbackDate())) flaws.add("signedOffOn", "销号日期" + on + "早于反馈日期" + ofCase.feedbackDate());
        String decidedBy = flaws.text("decidedBy", "审定人（会议）", draft.decidedBy(), 200);
        if (minutes.isEmpty() && minutesOf(taskNumber).isEmpty()) flaws.add("file", "请上传审定销号的会议纪要扫描件");
        flaws.refuseInput();
        changes.record(task.caseNumber(), task.isInPlan(), taskNumber, "登记为历史销号：" + on + "，" + decidedBy, draft.reason(), by.userId(), now());
        task.recordedAsSignedOff();
        tasks.save(task);
        write(new HistoricalSignOff(taskNumber, on, decidedBy, by.userId(), now()));
        if (!minutes.isEmpty()) {
            evidence.file(taskNumber, EvidenceStore.OUTSIDE_ROUNDS, null, by.userId(), minutes)
                    .forEach(file -> jdbc.sql("insert into ledger.historical_minutes (evidence_id, task_number) values (?, ?)").params(file.id(), taskNumber).update());
        }
        return of(taskNumber).orElseThrow();
    }

    private void write(HistoricalSignOff signOff) {
        if (jdbc.sql("update ledger.historical_sign_off set signed_off_on = ?, decided_by = ?, recorded_by = ?, recorded_at = ? where task_number = ?")
                .params(signOff.signedOffOn(), signOff.decidedBy(), signOff.recordedBy(), signOff.recordedAt(), signOff.taskNumber()).update() > 0) return;
        jdbc.sql("insert into ledger.historical_sign_off (task_number, signed_off_on, decided_by, recorded_by, recorded_at) values (?, ?, ?, ?, ?)")
                .params(signOff.taskNumber(), signOff.signedOffOn(), signOff.decidedBy(), signOff.recordedBy(), signOff.recordedAt()).update();
    }

    /** The task will be launched like any other. */
    public void takenBack(String taskNumber, String reason, Person by) {
        RectificationTask task = tasks.get(taskNumber);
        openForDrafting(task.caseNumber(), by);
        if (!task.isHistorical()) throw Refusal.ofRule("任务" + taskNumber + "没有登记为历史销号");
        changes.record(task.caseNumber(), task.isInPlan(), taskNumber, "撤回历史销号", reason, by.userId(), now());
        forget(taskNumber);
        task.notSignedOffAfterAll();
        tasks.save(task);
    }

    /** With its minutes; before the launch only. */
    void forget(String taskNumber) {
        minutesOf(taskNumber).forEach(file -> {
            jdbc.sql("delete from ledger.historical_minutes where evidence_id = ?").param(file.id()).update();
            evidence.takeBack(file);
        });
        jdbc.sql("delete from ledger.historical_sign_off where task_number = ?").param(taskNumber).update();
    }

    /** With everything else in the plan that is launched now: signed off on their days, and so are their measures. @return how many there are */
    int confirmed(String caseNumber) {
        jdbc.sql("""
                update ledger.measure m set done_on = (select h.signed_off_on from ledger.historical_sign_off h where h.task_number = m.task_number)
                where m.done_on is null and m.task_number in (select t.task_number from ledger.rectification_task t where t.case_number = ? and t.historical)""").param(caseNumber).update();
        return jdbc.sql("""
                update ledger.rectification_task t set status = 'SIGNED_OFF', version = t.version + 1,
                  signed_off_at = (select cast(h.signed_off_on as timestamp) from ledger.historical_sign_off h where h.task_number = t.task_number)
                where t.case_number = ? and t.historical and t.status = 'NOT_STARTED'""").param(caseNumber).update();
    }

    private RectificationCase openForDrafting(String caseNumber, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("接管和历史销号由整改办登记，您不在整改办");
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.requireDrafting();
        return ofCase;
    }

    /** Empty where the task never was; it stays where the task has rebounded. */
    @Transactional(readOnly = true)
    public Optional<HistoricalSignOff> of(String taskNumber) {
        return jdbc.sql(COLUMNS + "where task_number = ?").param(taskNumber).query(HistoricalSignOff.class).optional();
    }

    /** By task number. */
    @Transactional(readOnly = true)
    public Map<String, HistoricalSignOff> ofCase(String caseNumber) {
        return jdbc.sql(COLUMNS + "where task_number in (select t.task_number from ledger.rectification_task t where t.case_number = ?)").param(caseNumber)
                .query(HistoricalSignOff.class).list().stream().collect(Collectors.toMap(HistoricalSignOff::taskNumber, Function.identity()));
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<EvidenceFile> minutesOf(String taskNumber) {
        return evidence.all(jdbc.sql("select evidence_id from ledger.historical_minutes where task_number = ?").param(taskNumber).query(Long.class).list());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
