package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.springframework.context.ApplicationEventPublisher;
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

    public static final int MOST_TOGETHER = 100;
    /** Every task keeps a copy, and all are written while nobody else can work on the case. */
    private static final long LARGEST_TOGETHER = 200L * 1024 * 1024;

    private static final String COLUMNS = "select task_number, signed_off_on, decided_by, recorded_by, recorded_at from ledger.historical_sign_off ";

    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final PlanChanges changes;
    private final EvidenceStore evidence;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Takeover(Cases cases, Problems problems, Tasks tasks, PlanChanges changes, EvidenceStore evidence, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.changes = changes;
        this.evidence = evidence;
        this.events = events;
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
        RectificationCase saved = cases.save(ofCase);
        events.publishEvent(new CaseTakenOver(caseNumber));
        return saved;
    }

    /** Writes it down, or anew; {@code minutes} are added to those that are there. */
    public HistoricalSignOff recorded(String taskNumber, HistoricalDraft draft, Person by, List<Upload> minutes) {
        RectificationCase ofCase = openForHistory(tasks.get(taskNumber).caseNumber(), by);
        record(ofCase, List.of(tasks.get(taskNumber)), Map.of(), draft, by, minutes);
        return of(taskNumber).orElseThrow();
    }

    /**
     * All tasks that one set of minutes tells of, or none; each keeps the minutes in its own file.
     *
     * @param days task number → ISO date where it is not the draft's
     */
    public void recordedTogether(String caseNumber, List<String> taskNumbers, Map<String, String> days, HistoricalDraft draft, Person by, List<Upload> minutes) {
        RectificationCase ofCase = openForHistory(caseNumber, by);
        if (taskNumbers.isEmpty()) throw Refusal.ofInput("tasks", "请勾选据这次会议销号的任务");
        if (taskNumbers.size() > MOST_TOGETHER) throw Refusal.ofInput("tasks", "一次最多登记" + MOST_TOGETHER + "项，现有" + taskNumbers.size() + "项，请分几次登记");
        List<RectificationTask> together = taskNumbers.stream().distinct().map(tasks::get).toList();
        together.stream().filter(task -> !task.caseNumber().equals(caseNumber)).findFirst().ifPresent(other -> {
            throw Refusal.unknown("案件" + caseNumber + "没有任务" + other.taskNumber());
        });
        List<String> already = together.stream().filter(RectificationTask::isHistorical).map(RectificationTask::taskNumber).toList();
        if (!already.isEmpty()) throw Refusal.ofRule(String.join("、", already) + "已登记为历史销号，要改请在任务行点“历史销号”");
        long bytes = minutes.stream().mapToLong(Upload::size).sum() * together.size();
        if (bytes > LARGEST_TOGETHER) throw Refusal.tooLarge("会议纪要要存入" + together.size() + "项任务的档案，合计" + bytes / 1024 / 1024 + " MB，一次最多" + LARGEST_TOGETHER / 1024 / 1024 + " MB，请压缩扫描件或分几次登记");
        record(ofCase, together, days, draft, by, minutes);
    }

    private void record(RectificationCase ofCase, List<RectificationTask> together, Map<String, String> days, HistoricalDraft draft, Person by, List<Upload> minutes) {
        Flaws flaws = new Flaws();
        Map<String, LocalDate> signedOff = days(ofCase, together, days, draft, flaws);
        String decidedBy = flaws.text("decidedBy", "审定人（会议）", draft.decidedBy(), 200);
        if (minutes.isEmpty() && together.stream().anyMatch(task -> minutesOf(task.taskNumber()).isEmpty())) flaws.add("file", "请上传审定销号的会议纪要扫描件");
        flaws.refuseInput();
        for (RectificationTask task : together) {
            String taskNumber = task.taskNumber();
            LocalDate on = signedOff.get(taskNumber);
            changes.record(task.caseNumber(), task.isInPlan(), taskNumber, "登记为历史销号：" + on + "，" + decidedBy, draft.reason(), by.userId(), now());
            task.recordedAsSignedOff();
            tasks.save(task);
            write(new HistoricalSignOff(taskNumber, on, decidedBy, by.userId(), now()));
            if (minutes.isEmpty()) continue;
            evidence.file(taskNumber, EvidenceStore.OUTSIDE_ROUNDS, null, by.userId(), minutes)
                    .forEach(file -> jdbc.sql("insert into ledger.historical_minutes (evidence_id, task_number) values (?, ?)").params(file.id(), taskNumber).update());
        }
    }

    /** What is wrong with the same day is said once, of all its tasks. */
    private Map<String, LocalDate> days(RectificationCase ofCase, List<RectificationTask> together, Map<String, String> days, HistoricalDraft draft, Flaws flaws) {
        Map<String, LocalDate> signedOff = new LinkedHashMap<>();
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (RectificationTask task : together) {
            String own = days.get(task.taskNumber());
            Flaws ofDay = new Flaws();
            signedOff.put(task.taskNumber(), day(ofCase, task, own == null || own.isBlank() ? draft.signedOffOn() : own, ofDay));
            ofDay.found().forEach(flaw -> wrong.computeIfAbsent(flaw.reason(), reason -> new ArrayList<>()).add(task.taskNumber()));
        }
        wrong.forEach((reason, numbers) -> flaws.add("signedOffOn", (together.size() == 1 ? "" : String.join("、", numbers) + "：") + reason));
        return signedOff;
    }

    private LocalDate day(RectificationCase ofCase, RectificationTask task, String typed, Flaws flaws) {
        LocalDate on = flaws.date("signedOffOn", "销号日期", typed);
        if (on == null) return null;
        boolean duringInspection = problems.get(task.caseNumber(), task.problem()).origin() == Origin.DURING_INSPECTION;
        if (on.isAfter(today())) flaws.add("signedOffOn", "销号日期" + on + "还没有到");
        else if (on.isAfter(ofCase.takenOverOn())) flaws.add("signedOffOn", "销号日期" + on + "晚于接管日期" + ofCase.takenOverOn() + "，须在本系统内办理销号");
        if (!duringInspection && on.isBefore(ofCase.feedbackDate())) flaws.add("signedOffOn", "销号日期" + on + "早于反馈日期" + ofCase.feedbackDate());
        return on;
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

    private RectificationCase openForHistory(String caseNumber, Person by) {
        RectificationCase ofCase = openForDrafting(caseNumber, by);
        if (ofCase.takenOverOn() == null) throw Refusal.ofRule("本案还没有接管日期，请先在案件页面填写，再登记接管前已销号的任务");
        return ofCase;
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

    /** Task number → its minutes, the oldest first. */
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceFile>> minutesOf(Collection<String> taskNumbers) {
        return evidence.all(jdbc.sql("select evidence_id from ledger.historical_minutes where task_number in (:numbers)").param("numbers", taskNumbers).query(Long.class).list()).stream().collect(Collectors.groupingBy(EvidenceFile::taskNumber));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
