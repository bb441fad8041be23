package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office writes down problems, tasks and measures, until the launch. All or nothing, every bad row named. */
@Service
@Transactional
public class Drafting {

    private static final int MOST_ROWS = 1000;

    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final Measures measures;
    private final SupportingParties supporting;
    private final DraftRows rows;
    private final PlanChanges changes;
    private final Takeover takeover;
    private final Organization organization;
    private final Clock clock;

    Drafting(Cases cases, Problems problems, Tasks tasks, Measures measures, SupportingParties supporting, DraftRows rows,
             PlanChanges changes, Takeover takeover, Organization organization, Clock clock) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.measures = measures;
        this.supporting = supporting;
        this.rows = rows;
        this.changes = changes;
        this.takeover = takeover;
        this.organization = organization;
        this.clock = clock;
    }

    /** Appends problems, numbered on from the last one. */
    public List<Problem> addProblems(String caseNumber, List<ProblemDraft> drafts, Person by) {
        openForDrafting(caseNumber, by);
        requireRows(drafts, "problems", "问题");
        Flaws flaws = new Flaws();
        List<ProblemEntry> entries = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) entries.add(ProblemEntry.read(orEmpty(drafts.get(i)), flaws.inRow(i + 1)));
        flaws.refuseInput();
        List<Problem> present = problems.findByCaseNumberOrderByNumber(caseNumber);
        Flaws equal = new Flaws();
        for (int i = 0; i < entries.size(); i++) {
            ProblemEntry entry = entries.get(i);
            boolean before = present.stream().anyMatch(problem -> problem.sameAs(entry))
                    || entries.subList(0, i).stream().anyMatch(other -> other.aspect().equals(entry.aspect()) && other.title().equals(entry.title()));
            if (before) equal.inRow(i + 1).add("title", equalProblem(entry));
        }
        if (!equal.isEmpty()) throw Refusal.ofRule(equal.found());
        int last = present.isEmpty() ? 0 : present.get(present.size() - 1).number();
        List<Problem> added = new ArrayList<>();
        for (ProblemEntry entry : entries) added.add(problems.save(new Problem(caseNumber, ++last, entry)));
        return added;
    }

    public Problem changeProblem(String caseNumber, int number, ProblemDraft draft, Person by) {
        openForDrafting(caseNumber, by);
        Problem problem = problems.get(caseNumber, number);
        Flaws flaws = new Flaws();
        ProblemEntry entry = ProblemEntry.read(draft.over(problem), flaws);
        flaws.refuseInput();
        boolean taken = problems.findByCaseNumberOrderByNumber(caseNumber).stream().anyMatch(other -> other.number() != number && other.sameAs(entry));
        if (taken) throw Refusal.ofRule(equalProblem(entry));
        changes.record(caseNumber, problem.isInPlan(), "问题" + number, entry.differenceFrom(problem), draft.reason(), by.userId(), now());
        problem.reword(entry);
        return problems.save(problem);
    }

    public void removeProblem(String caseNumber, int number, String reason, Person by) {
        openForDrafting(caseNumber, by);
        Problem problem = problems.get(caseNumber, number);
        int ofProblem = tasks.countOfProblem(caseNumber, number);
        if (ofProblem > 0) throw Refusal.ofRule("问题" + number + "下还有" + ofProblem + "项任务，请先删除或改挂这些任务");
        changes.record(caseNumber, problem.isInPlan(), "问题" + number, "删除：" + problem.aspect() + "／" + problem.title(), reason, by.userId(), now());
        problems.delete(problem);
    }

    /** Appends tasks, numbered on within their problem. */
    public List<RectificationTask> addTasks(String caseNumber, List<TaskDraft> drafts, Person by) {
        RectificationCase ofCase = openForDrafting(caseNumber, by);
        requireRows(drafts, "tasks", "任务");
        TaskEntry.Known known = known(ofCase);
        Flaws flaws = new Flaws();
        List<TaskEntry> entries = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) entries.add(TaskEntry.read(orEmpty(drafts.get(i)), known, flaws.inRow(i + 1)));
        flaws.refuseInput();
        Map<Integer, Integer> last = new HashMap<>();
        List<DraftRows.Drafted> added = new ArrayList<>();
        for (TaskEntry entry : entries) {
            int ordinal = last.merge(entry.problem(), 1, (before, one) -> before + one);
            if (ordinal == 1) last.put(entry.problem(), ordinal = tasks.lastOrdinal(caseNumber, entry.problem()) + 1);
            added.add(new DraftRows.Drafted(new RectificationTask(caseNumber, ordinal, entry), entry));
        }
        rows.add(added);
        return added.stream().map(DraftRows.Drafted::task).toList();
    }

    /** What is left out stays as it was; the problem a task belongs to is part of its number and stays. */
    public RectificationTask changeTask(String taskNumber, TaskDraft draft, Person by) {
        RectificationTask task = tasks.get(taskNumber);
        RectificationCase ofCase = openForDrafting(task.caseNumber(), by);
        if (draft.problem() != null && !draft.problem().equals(String.valueOf(task.problem()))) {
            throw Refusal.ofRule("任务编号" + taskNumber + "含有问题序号，不能改挂到别的问题；请删除后在问题" + draft.problem() + "下新增");
        }
        Flaws flaws = new Flaws();
        TaskEntry.Known known = known(ofCase);
        TaskEntry entry = TaskEntry.read(draft.over(task, supporting.departmentsOf(taskNumber), supporting.bodiesOf(taskNumber), measures.findByTaskNumberOrderByOrdinal(taskNumber)), known, flaws);
        flaws.refuseInput();
        changes.record(task.caseNumber(), task.isInPlan(), taskNumber, entry.differenceFrom(task, known), draft.reason(), by.userId(), now());
        task.reword(entry);
        rows.change(List.of(new DraftRows.Drafted(task, entry)));
        return task;
    }

    public void removeTask(String taskNumber, String reason, Person by) {
        RectificationTask task = tasks.get(taskNumber);
        openForDrafting(task.caseNumber(), by);
        changes.record(task.caseNumber(), task.isInPlan(), taskNumber, "删除：" + task.title(), reason, by.userId(), now());
        supporting.release(taskNumber);
        measures.deleteOfTask(taskNumber);
        takeover.forget(taskNumber);
        tasks.delete(task);
    }

    private RectificationCase openForDrafting(String caseNumber, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("问题和任务由整改办登记，您不在整改办");
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.requireDrafting();
        return ofCase;
    }

    private TaskEntry.Known known(RectificationCase ofCase) {
        return new TaskEntry.Known(ofCase.feedbackDate(),
                problems.findByCaseNumberOrderByNumber(ofCase.caseNumber()).stream().collect(Collectors.toMap(Problem::number, Problem::origin)),
                organization.departmentNames(), organization.personNames(), organization.leaders());
    }

    static String equalProblem(ProblemEntry entry) {
        return "“" + entry.aspect() + "”方面已有相同的问题“" + entry.title() + "”，请勿重复登记";
    }

    private static void requireRows(List<?> rows, String field, String label) {
        if (rows == null || rows.isEmpty()) throw Refusal.ofInput(field, "请至少填写一条" + label);
        if (rows.size() > MOST_ROWS) throw Refusal.ofInput(field, "一次最多提交" + MOST_ROWS + "条" + label + "，现有" + rows.size() + "条");
    }

    private static ProblemDraft orEmpty(ProblemDraft draft) {
        return draft != null ? draft : new ProblemDraft(null, null, null, null, null, null);
    }

    private static TaskDraft orEmpty(TaskDraft draft) {
        return draft != null ? draft : new TaskDraft(null, null, null, null, null, null, null, null, null, null, null);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
