package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.calendar.WorkingDays;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.rectification.supervision.SupervisionFile.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is found in a department, what it does about it, and whether that was enough. Everything is saved as typed and checked when it is handed on. */
@Service
@Transactional
public class DepartmentChecks {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_DRAFT = 64;
    private static final int MOST_FINDINGS = 50;

    private final CheckRows checks;
    private final FindingRows findings;
    private final Campaigns campaigns;
    private final SupervisionFiles files;
    private final LedgerView ledger;
    private final NamedTasks tasks;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    DepartmentChecks(CheckRows checks, FindingRows findings, Campaigns campaigns, SupervisionFiles files, LedgerView ledger, NamedTasks tasks, WorkingDays workingDays,
                     JdbcClient jdbc, Clock clock) {
        this.checks = checks;
        this.findings = findings;
        this.campaigns = campaigns;
        this.files = files;
        this.ledger = ledger;
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A check begins with the campaign it belongs to. */
    public void begun(String checkKey) {
        DepartmentCheck check = checks.get(checkKey);
        check.begun();
        checks.save(check);
    }

    // 现场检查

    /**
     * @param taskNumber null or blank where the finding is about no task
     * @param draft      what its sender calls it, so that what is sent twice, as when a page is left while it saves, is one finding; null for no name
     */
    public Finding recorded(String checkKey, String text, String taskNumber, String draft, Person by) {
        recordable(checkKey, by);
        if (draft != null && draft.length() > LONGEST_DRAFT) throw Refusal.ofInput("draft", "draft最多" + LONGEST_DRAFT + "字");
        Optional<Finding> sentBefore = draft == null ? Optional.empty() : findings.findByCheckKeyAndDraft(checkKey, draft);
        if (sentBefore.isPresent()) return rewritten(checkKey, sentBefore.get().id(), text, taskNumber, by);
        if (findings.countByCheckKey(checkKey) >= MOST_FINDINGS) throw Refusal.ofRule("一个科室一次最多记录" + MOST_FINDINGS + "个问题，请合并同类问题");
        return findings.save(new Finding(checkKey, requireText("text", "检查发现的问题", text), namedTask(checkKey, taskNumber), draft, by.userId()));
    }

    public Finding rewritten(String checkKey, long id, String text, String taskNumber, Person by) {
        recordable(checkKey, by);
        Finding finding = findings.get(checkKey, id);
        finding.recorded(requireText("text", "检查发现的问题", text), namedTask(checkKey, taskNumber), by.userId());
        return findings.save(finding);
    }

    public void struck(String checkKey, long id, Person by) {
        recordable(checkKey, by);
        Finding finding = findings.get(checkKey, id);
        files.ofFindings(List.of(id)).forEach(files::takeBack);
        findings.delete(finding);
    }

    private DepartmentCheck recordable(String checkKey, Person by) {
        DepartmentCheck check = checks.getLocked(checkKey);
        if (!by.isIn(Groups.SUPERVISION_TEAM)) throw Refusal.notYours("检查发现的问题由督导检查组记录，您不能填写");
        check.requireRecording();
        return check;
    }

    private String namedTask(String checkKey, String taskNumber) {
        DepartmentCheck check = checks.get(checkKey);
        return tasks.named("taskNumber", taskNumber, campaigns.campaign(check.campaignNumber()).caseNumber(), check.department());
    }

    private static String requireText(String field, String label, String text) {
        Flaws flaws = new Flaws();
        String checked = flaws.optionalText(field, label, text, LONGEST_TEXT);
        flaws.refuseInput();
        return checked;
    }

    /** 现场检查 is over. Empty findings are struck, since a touch of the screen makes one. */
    public void checked(String checkKey, String by, boolean found, int correctionDays) {
        DepartmentCheck check = checks.getLocked(checkKey);
        check.requireRecording();
        List<Finding> all = findings.findByCheckKeyOrderById(checkKey);
        Map<Long, List<SupervisionFile>> shown = files.byFinding(ids(all));
        for (Finding empty : all.stream().filter(finding -> finding.text().isBlank() && !shown.containsKey(finding.id())).toList()) findings.delete(empty);
        List<Finding> recorded = all.stream().filter(finding -> !finding.text().isBlank() || shown.containsKey(finding.id())).toList();
        if (recorded.stream().anyMatch(finding -> finding.text().isBlank())) throw Refusal.ofRule("有照片还没有写明是什么问题，请补上文字或删去");
        if (found && recorded.isEmpty()) throw Refusal.ofRule("还没有记录检查发现的问题，请至少记录一个；确无问题的请选“未发现问题”");
        if (!found && !recorded.isEmpty()) throw Refusal.ofRule("已记录" + recorded.size() + "个问题，不能按“未发现问题”提交；记错的请先删去");
        if (found && (correctionDays < 1 || correctionDays > DepartmentCheck.MOST_CORRECTION_DAYS)) throw Refusal.ofRule("整改期限应为1至" + DepartmentCheck.MOST_CORRECTION_DAYS + "个工作日");
        if (found) check.found(by, correctionDays, workingDays.after(today(), correctionDays), now());
        else check.nothingFound(by, now());
        checks.save(check);
    }

    // 整改检查问题

    public Finding correctionWritten(String checkKey, long id, String correction, Person by) {
        correctable(checkKey, by);
        Finding finding = findings.get(checkKey, id);
        finding.corrected(requireText("correction", "整改情况", correction), by.userId());
        return findings.save(finding);
    }

    private DepartmentCheck correctable(String checkKey, Person by) {
        DepartmentCheck check = checks.getLocked(checkKey);
        if (!by.handlesFor(check.department())) throw Refusal.notYours("这些问题由其他科室整改，您不能填写整改情况");
        check.requireCorrecting();
        return check;
    }

    /** Handed on for 复查: every finding says what was done and shows it. */
    public void corrected(String checkKey, String by) {
        DepartmentCheck check = checks.getLocked(checkKey);
        check.requireCorrecting();
        List<Finding> all = findings.findByCheckKeyOrderById(checkKey);
        Map<Long, List<SupervisionFile>> shown = files.byFinding(ids(all));
        Flaws flaws = new Flaws();
        int number = 0;
        for (Finding finding : all) {
            number++;
            if (finding.correction() == null || finding.correction().isBlank()) flaws.add("correction", "问题" + number + "还没有填写整改情况");
            if (shown.getOrDefault(finding.id(), List.of()).stream().noneMatch(filed -> filed.part() == Part.CORRECTION)) flaws.add("file", "问题" + number + "还没有上传整改佐证材料");
        }
        if (!flaws.isEmpty()) throw Refusal.ofRule(flaws.found());
        check.corrected(by, now());
        checks.save(check);
    }

    // 复查

    public void rechecked(String checkKey, String by, boolean passed, String opinion) {
        DepartmentCheck check = checks.getLocked(checkKey);
        Set<String> correctors = correctors(checkKey);
        if (passed) check.passed(by, correctors, opinion);
        else check.returned(by, correctors, opinion, workingDays.after(today(), check.correctionDays()));
        jdbc.sql("""
                insert into ledger.recheck (check_key, ordinal, corrected_by, corrected_at, passed, opinion, person, rechecked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(checkKey, passed ? check.returns() + 1 : check.returns(), check.correctedBy(), check.correctedAt(), passed, opinion == null || opinion.isBlank() ? null : opinion.strip(), by, now()).update();
        checks.save(check);
    }

    private Set<String> correctors(String checkKey) {
        List<Finding> all = findings.findByCheckKeyOrderById(checkKey);
        Set<String> correctors = all.stream().map(Finding::correctedBy).filter(java.util.Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        files.ofFindings(ids(all)).stream().filter(filed -> filed.part() == Part.CORRECTION).forEach(filed -> correctors.add(filed.file().uploadedBy()));
        return correctors;
    }

    // files

    /** Photographs of what was found while it is recorded, evidence of what was done while it is put right. */
    public List<EvidenceFile> filed(String checkKey, long id, Person by, List<Upload> uploads) {
        Finding finding = findings.get(checkKey, id);
        DepartmentCheck check = writable(checkKey, by);
        return files.fileWithFinding(finding.id(), partOf(check), check.returns(), by.userId(), uploads);
    }

    public void takenBack(String checkKey, long id, long fileId, Person by) {
        Finding finding = findings.get(checkKey, id);
        DepartmentCheck check = writable(checkKey, by);
        SupervisionFile filed = files.ofFindings(List.of(finding.id())).stream().filter(each -> each.file().id() == fileId).findFirst().orElseThrow(() -> Refusal.unknown("没有编号为" + fileId + "的材料"));
        if (filed.part() != partOf(check) || filed.turn() != check.returns()) throw Refusal.ofRule("“" + filed.file().fileName() + "”已随此前的办理提交，不能撤回");
        files.takeBack(filed);
    }

    private DepartmentCheck writable(String checkKey, Person by) {
        return checks.getLocked(checkKey).status() == CheckStatus.CORRECTING ? correctable(checkKey, by) : recordable(checkKey, by);
    }

    private static Part partOf(DepartmentCheck check) {
        return check.status() == CheckStatus.CORRECTING ? Part.CORRECTION : Part.FINDING;
    }

    // reading

    @Transactional(readOnly = true)
    public DepartmentCheck check(String checkKey) {
        return checks.get(checkKey);
    }

    /** @throws Refusal UNKNOWN, or NOT_YOURS for another department's */
    @Transactional(readOnly = true)
    public DepartmentCheck readable(String checkKey, Person reader) {
        DepartmentCheck check = checks.get(checkKey);
        if (!isReadableBy(check, reader)) throw Refusal.notYours("这是对其他科室的检查，您无权查看");
        return check;
    }

    public static boolean isReadableBy(DepartmentCheck check, Person reader) {
        return reader.readsEverything() || reader.departments().contains(check.department());
    }

    /** A finding stands on its task's file too, for whoever reads that. */
    @Transactional(readOnly = true)
    public EvidenceFile file(String checkKey, long id, long fileId, Person reader) {
        Finding finding = findings.get(checkKey, id);
        if (finding.taskNumber() == null) readable(checkKey, reader);
        else if (!isReadableBy(checks.get(checkKey), reader)) ledger.readable(finding.taskNumber(), reader);
        return files.ofFindings(List.of(id)).stream().map(SupervisionFile::file).filter(file -> file.id() == fileId).findFirst()
                .orElseThrow(() -> Refusal.unknown("没有编号为" + fileId + "的材料"));
    }

    @Transactional(readOnly = true)
    public List<Finding> findingsOf(Collection<String> checkKeys) {
        return checkKeys.isEmpty() ? List.of() : findings.findByCheckKeyInOrderById(checkKeys);
    }

    /** What was found about this task, without what is still being recorded. */
    @Transactional(readOnly = true)
    public List<Finding> ofTask(String taskNumber) {
        return findings.findByTaskNumberOrderById(taskNumber).stream().filter(finding -> checks.get(finding.checkKey()).status() != CheckStatus.RECORDING).toList();
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<Recheck> rechecksOf(Collection<String> checkKeys) {
        return checkKeys.isEmpty() ? List.of() : jdbc.sql("""
                select check_key, ordinal, corrected_by, corrected_at, passed, opinion, person, rechecked_at from ledger.recheck
                where check_key in (:keys) order by check_key, ordinal""").param("keys", checkKeys).query(Recheck.class).list();
    }

    @Transactional(readOnly = true)
    public Map<Long, List<SupervisionFile>> filesOf(Collection<Finding> of) {
        return files.byFinding(ids(of));
    }

    private static List<Long> ids(Collection<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
