package org.rectification.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.ledger.ImportReport.Totals;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Measure;
import org.rectification.rectification.PlanRevision.ChangedTask;
import org.rectification.rectification.PlanRevision.Drafts;
import org.rectification.rectification.PlanRevision.Findings;
import org.rectification.rectification.PlanRevision.NewTask;
import org.rectification.rectification.Problem;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskKind;
import org.rectification.refusal.Refusal.Flaw;

/** Rows of an uploaded ledger held against the case, a page of them at a time; gathered is only what differs. */
final class LedgerComparison {

    private static final Pattern TASK_OF_A_CASE = Pattern.compile("(.+)-\\d{2,}-\\d{2,}");

    private final CaseStage stage;
    private final LocalDate feedback;
    private final String sheet;
    private final LedgerHeader header;
    private final TaskCells cells;
    private final String reason;
    private final ProblemCells problems;
    private final List<NewTask> newTasks = new ArrayList<>();
    private final List<ChangedTask> changedTasks = new ArrayList<>();
    private final Map<Integer, RowFindings> findings = new TreeMap<>();
    private final Map<String, Integer> rowOfTask = new HashMap<>();
    /** Cases to which the tasks would belong that this one does not have. */
    private final Set<String> strangers = new HashSet<>();
    private int rows;

    /** @param reason for changes of rows that give none of their own */
    LedgerComparison(CaseStage stage, LocalDate feedback, List<Problem> problems, LedgerNames names, String sheet, LedgerHeader header, String reason) {
        this.stage = stage;
        this.feedback = feedback;
        this.sheet = sheet;
        this.header = header;
        this.reason = reason;
        this.cells = new TaskCells(names);
        this.problems = new ProblemCells(this, problems);
    }

    /** @param lines of the tasks whose numbers stand in these rows, by number; numbers of no task of the case are missing */
    void compare(List<SheetRow> page, Map<String, LedgerLine> lines, Map<String, List<Measure>> measures) {
        for (SheetRow row : page) {
            rows++;
            RowFindings found = new RowFindings(row, sheet, header);
            String number = row.text(LedgerField.TASK_NUMBER);
            LedgerLine line = lines.get(number);
            boolean second = line != null && isSecond(number, row);
            List<LedgerField> faulty = row.faulty();
            if (!faulty.isEmpty()) faulty(found, faulty, line);
            else if (!number.isEmpty() && line == null) unknown(found, number);
            else if (second) found.forbidden(LedgerField.TASK_NUMBER, null, "与第" + rowOfTask.get(number) + "行是同一任务，请只保留一行");
            else compare(found, line, measures.getOrDefault(number, List.of()));
            if (!faulty.isEmpty() || second || !number.isEmpty() && line == null) problems.unknown(row);
            if (!found.isEmpty()) findings.put(row.number(), found);
        }
    }

    private void faulty(RowFindings found, List<LedgerField> faulty, LedgerLine line) {
        faulty.forEach(field -> found.unclear(field, found.row().cells().get(field).fault()));
        found.taskNumber = line == null ? null : line.task().taskNumber();
        readTheRest(found, faulty);
        if (line != null) found.title = line.task().title();
    }

    private void unknown(RowFindings found, String number) {
        Matcher task = TASK_OF_A_CASE.matcher(number);
        strangers.add(task.matches() ? task.group(1) : "");
        found.forbidden(LedgerField.TASK_NUMBER, null, "本案没有编号为“" + number + "”的任务；新增任务请把任务编号留空，由系统编号");
        readTheRest(found, List.of());
    }

    /** Whoever mends what makes the row unfit should not learn afterwards what else in it cannot be understood. */
    private void readTheRest(RowFindings found, List<LedgerField> unfit) {
        found.title = unfit.contains(LedgerField.TASK) || found.row().text(LedgerField.TASK).isEmpty() ? null : found.row().text(LedgerField.TASK);
        Set<LedgerField> rest = written(found.row());
        rest.removeAll(unfit);
        if (isOpen()) cells.draft(null, rest, found, List.of(), null);
    }

    /** The case to which every task that the file names would belong by its number, none where one is of this case. */
    Optional<String> stranger() {
        return rowOfTask.isEmpty() && strangers.size() == 1 ? strangers.stream().findFirst() : Optional.empty();
    }

    private boolean isSecond(String number, SheetRow row) {
        return rowOfTask.putIfAbsent(number, row.number()) != null;
    }

    private void compare(RowFindings found, LedgerLine line, List<Measure> measures) {
        found.problem = problems.compare(found, line);
        if (line != null) {
            found.taskNumber = line.task().taskNumber();
            found.title = line.task().title();
            compareTask(found, line, measures);
        } else if (header.columns().keySet().stream().anyMatch(field -> saysOfANewTask(field, found.row()))) {
            found.title = found.row().text(LedgerField.TASK);
            addTask(found);
        }
    }

    private void compareTask(RowFindings found, LedgerLine line, List<Measure> measures) {
        Set<LedgerField> changed = EnumSet.noneOf(LedgerField.class);
        for (LedgerField field : header.columns().keySet()) {
            if (field.of() != LedgerField.Of.TASK && field.of() != LedgerField.Of.RECORD || cells.same(field, found.row(), line, measures)) continue;
            String shown = line.text(field);
            if (field.of() == LedgerField.Of.RECORD) found.forbidden(field, shown, "与台账不符；本列由办理过程产生，不能用文件修改：" + field.instead() + "。若并非有意修改，请重新导出台账");
            else if (!isOpen()) found.forbidden(field, shown, closed(field));
            else if (CellText.isCut(shown)) found.forbidden(field, shown, "原文过长，导出时有删节，请在案件页修改");
            else changed.add(field);
        }
        if (changed.isEmpty()) return;
        changed.forEach(field -> found.changed(field, line.text(field)));
        TaskDraft draft = cells.draft(null, changed, found, measures, reasonOf(found.row()));
        hintAtLateDeadline(found, changed, draft.kind() == null ? line.task().kind().name() : draft.kind(),
                draft.deadline() == null ? line.task().deadline() : day(draft.deadline()));
        changedTasks.add(new ChangedTask(found.row().number(), line.task().taskNumber(), draft));
    }

    private void addTask(RowFindings found) {
        SheetRow row = found.row();
        if (!isOpen()) {
            found.forbidden(LedgerField.TASK, null, stage.isLaunched() ? "任务已下达，不能用文件新增任务；确需拆分的，请在任务页申请任务调整" : closed(LedgerField.TASK));
            return;
        }
        header.columns().keySet().stream().filter(field -> field.of() == LedgerField.Of.RECORD && saysOfANewTask(field, row)).forEach(field -> found.forbidden(field, null, "新增的任务还没有办理过程，不能填写本列，请清空：" + field.instead()));
        Set<LedgerField> written = written(row);
        written.forEach(found::added);
        if (!written.isEmpty()) problems.noteProblem(found, written.contains(LedgerField.TASK) ? LedgerField.TASK : written.iterator().next());
        TaskDraft draft = cells.draft(found.problem, written, found, List.of(), null);
        hintAtLateDeadline(found, written, draft.kind(), day(draft.deadline()));
        newTasks.add(new NewTask(row.number(), draft));
    }

    private Set<LedgerField> written(SheetRow row) {
        return header.columns().keySet().stream().filter(field -> field.of() == LedgerField.Of.TASK && saysOfANewTask(field, row)).collect(Collectors.toCollection(() -> EnumSet.noneOf(LedgerField.class)));
    }

    /** That it has not been issued goes without saying and makes no task of a row. */
    private static boolean saysOfANewTask(LedgerField field, SheetRow row) {
        if (row.text(field).isEmpty()) return false;
        return field.of() == LedgerField.Of.TASK || field.of() == LedgerField.Of.RECORD && !(field == LedgerField.FULFILMENT && row.text(field).equals(Fulfilment.NOT_ISSUED.label()));
    }

    private void hintAtLateDeadline(RowFindings found, Set<LedgerField> written, String kind, LocalDate deadline) {
        if (deadline == null || !TaskKind.IMMEDIATE.name().equals(kind) || !deadline.isAfter(feedback.plusYears(1))) return;
        found.read(written.contains(LedgerField.DEADLINE) ? LedgerField.DEADLINE : LedgerField.KIND, "立行立改的任务，整改时限" + deadline + "在反馈（" + feedback + "）一年以后，请核对，不影响导入");
    }

    private static LocalDate day(String iso) {
        return iso == null || iso.isEmpty() ? null : LocalDate.parse(iso);
    }

    boolean isOpen() {
        return stage.allowsDrafting();
    }

    /** Why this is not changed by a file at this stage. */
    String closed(LedgerField field) {
        return stage.isLaunched() ? "任务已下达，" + field.instead() : "整改方案正在“" + stage.label() + "”，退回或通过之前不能修改";
    }

    /** Null where the row gives none and none was given for all. */
    String reasonOf(SheetRow row) {
        return row.text(LedgerField.REASON).isEmpty() ? reason : row.text(LedgerField.REASON);
    }

    Drafts drafts() {
        return new Drafts(problems.added(), problems.changed(), newTasks, changedTasks);
    }

    /** What the rules say of the drafts goes to the cells that it is about. */
    void add(Findings examined) {
        examined.problemsForm().forEach(flaw -> add(flaw, ProblemCells.field(flaw.field()), false));
        examined.problemsRules().forEach(flaw -> add(flaw, ProblemCells.field(flaw.field()), true));
        examined.tasksForm().forEach(flaw -> add(flaw, taskField(flaw.field()), false));
        examined.tasksRules().forEach(flaw -> add(flaw, taskField(flaw.field()), true));
    }

    private void add(Flaw flaw, LedgerField field, boolean rule) {
        RowFindings found = findings.get(flaw.row());
        // Said when the row was read, and better.
        if (field == LedgerField.NUMBER && found.isRefused(field)) return;
        // Judged against the lead of before, in place of the one that could not be read.
        if ("supportingDepartments".equals(flaw.field()) && found.isRefused(LedgerField.LEAD_DEPARTMENT)) return;
        if (rule) found.forbidden(field, null, flaw.reason());
        else found.unclear(field, flaw.reason());
    }

    private static LedgerField taskField(String field) {
        return field == null ? null : switch (field) {
            case "problem" -> LedgerField.NUMBER;
            case "kind" -> LedgerField.KIND;
            case "phase" -> LedgerField.PHASE;
            case "leadDepartment" -> LedgerField.LEAD_DEPARTMENT;
            case "supportingDepartments", "supportingBodies" -> LedgerField.SUPPORTING;
            case "leadLeader" -> LedgerField.LEAD_LEADER;
            case "deadline" -> LedgerField.DEADLINE;
            case "signOffStandard" -> LedgerField.STANDARD;
            case "measures" -> LedgerField.MEASURES;
            case "goal" -> LedgerField.GOAL;
            case "measureType" -> LedgerField.MEASURE_TYPE;
            case "headLeader" -> LedgerField.HEAD_LEADER;
            case "reason" -> LedgerField.REASON;
            default -> LedgerField.TASK;
        };
    }

    /** Of these, those that no row of the file is about. */
    List<String> absent(Collection<String> tasks) {
        return tasks.stream().filter(number -> !rowOfTask.containsKey(number)).toList();
    }

    List<String> outsideBodies() {
        return cells.outsideBodies();
    }

    List<RowOutcome> outcomes() {
        return findings.values().stream().map(RowFindings::outcome).sorted(Comparator.comparingInt(RowOutcome::row)).toList();
    }

    Totals totals(List<RowOutcome> outcomes, int tasks) {
        Map<RowOutcome.Kind, Long> kinds = outcomes.stream().collect(Collectors.groupingBy(RowOutcome::kind, Collectors.counting()));
        return new Totals(rows, rows - outcomes.size(), kinds.getOrDefault(RowOutcome.Kind.ADDED, 0L).intValue(), kinds.getOrDefault(RowOutcome.Kind.CHANGED, 0L).intValue(),
                kinds.getOrDefault(RowOutcome.Kind.REFUSED, 0L).intValue(), problems.added().size(), (int) newTasks.stream().filter(task -> !findings.get(task.row()).isRefused()).count(), problems.changed().size(),
                (int) changedTasks.stream().filter(task -> !findings.get(task.row()).isRefused()).count(), tasks - rowOfTask.size());
    }
}
