package org.rectification.lookback;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.rectification.TaskDeadlines;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回头看 at single tasks, each in the transaction of the step that caused it. The task's row is locked first, then the case's, as at a sign-off. */
@Service
@Transactional
public class LookBacks {

    private final LookBackRecords records;
    private final LookBackDraws draws;
    private final TaskLifecycle tasks;
    private final TaskDeadlines rows;
    private final CaseLifecycle cases;
    private final EvidenceStore evidence;
    private final JdbcClient jdbc;
    private final Clock clock;

    LookBacks(LookBackRecords records, LookBackDraws draws, TaskLifecycle tasks, TaskDeadlines rows, CaseLifecycle cases, EvidenceStore evidence, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.draws = draws;
        this.tasks = tasks;
        this.rows = rows;
        this.cases = cases;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An instance begins for a task that was drawn, once, and for no other. */
    public void begun(String taskNumber) {
        LookBack lookBack = records.get(taskNumber);
        lookBack.begun();
        records.save(lookBack);
    }

    /**
     * What rebounded is open again at once.
     *
     * @param newDeadline as typed
     * @return whether this was the last awaited look-back of the case
     */
    public boolean decided(String taskNumber, String by, boolean held, String opinion, String newDeadline) {
        rows.held(taskNumber);
        LookBack lookBack = records.get(taskNumber);
        lookBack.decided(by, held, opinion, newDeadline, now());
        records.save(lookBack);
        if (!held) tasks.rebounded(taskNumber, lookBack.newDeadline());
        cases.held(lookBack.caseNumber());
        return draws.decided(lookBack.caseNumber());
    }

    /** What the supervision team saw on the spot; none of any round's evidence. */
    public List<EvidenceFile> fileEvidence(String taskNumber, Person by, List<EvidenceStore.Upload> uploads) {
        LookBack lookBack = awaited(taskNumber, by);
        List<EvidenceFile> filed = evidence.file(taskNumber, EvidenceStore.OUTSIDE_ROUNDS, null, by.userId(), uploads);
        filed.forEach(file -> jdbc.sql("insert into ledger.look_back_evidence (look_back_key, evidence_id) values (?, ?)").params(lookBack.lookBackKey(), file.id()).update());
        return filed;
    }

    public void takeBackEvidence(String taskNumber, long id, Person by) {
        LookBack lookBack = awaited(taskNumber, by);
        EvidenceFile file = evidenceOf(lookBack).stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> Refusal.unknown("任务" + taskNumber + "的回头看没有编号为" + id + "的佐证材料"));
        if (!file.uploadedBy().equals(by.userId())) throw Refusal.notYours("“" + file.fileName() + "”由他人上传，不能撤回");
        jdbc.sql("delete from ledger.look_back_evidence where evidence_id = ?").param(id).update();
        evidence.takeBack(file);
    }

    private LookBack awaited(String taskNumber, Person by) {
        rows.held(taskNumber);
        if (!by.isIn(Groups.SUPERVISION_TEAM)) throw Refusal.notYours("回头看的佐证材料由督导检查组上传，您不在督导检查组");
        LookBack lookBack = records.get(taskNumber);
        lookBack.requireAwaited();
        return lookBack;
    }

    @Transactional(readOnly = true)
    public List<EvidenceFile> evidenceOf(LookBack lookBack) {
        Set<Long> ids = Set.copyOf(jdbc.sql("select evidence_id from ledger.look_back_evidence where look_back_key = ?").param(lookBack.lookBackKey()).query(Long.class).list());
        return evidence.manifest(lookBack.taskNumber(), EvidenceStore.OUTSIDE_ROUNDS).files().stream().filter(file -> ids.contains(file.id())).toList();
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<LookBack> of(String taskNumber) {
        return records.findByTaskNumberOrderByRound(taskNumber);
    }

    /** Every look-back of the case, the first draw first. */
    @Transactional(readOnly = true)
    public List<LookBack> ofCase(String caseNumber) {
        return records.findByCaseNumberOrderByDrawAscTaskNumberAsc(caseNumber);
    }

    /** Numbers of tasks that rebounded and whose next round was never issued. */
    @Transactional(readOnly = true)
    public List<String> reboundedUnissued(String caseNumber) {
        return jdbc.sql("""
                select l.task_number from ledger.look_back l where l.case_number = ? and l.status = 'REBOUNDED'
                  and not exists (select 1 from ledger.task_launch c where c.task_number = l.task_number and c.round = l.round + 1) order by l.task_number""")
                .param(caseNumber).query(String.class).list();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
