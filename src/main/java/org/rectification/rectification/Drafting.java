package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final PlanChanges changes;
    private final Organization organization;
    private final Clock clock;

    Drafting(Cases cases, Problems problems, Tasks tasks, Measures measures, SupportingParties supporting,
             PlanChanges changes, Organization organization, Clock clock) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.measures = measures;
        this.supporting = supporting;
        this.changes = changes;
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
        String change = "改为：" + entry.aspect() + "／" + entry.title() + "；原为：" + problem.aspect() + "／" + problem.title();
        changes.record(caseNumber, problem.isInPlan(), "问题" + number, change, draft.reason(), by.userId(), now());
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
        List<RectificationTask> added = new ArrayList<>();
        for (TaskEntry entry : entries) {
            int ordinal = last.merge(entry.problem(), 1, (before, one) -> before + one);
            if (ordinal == 1) last.put(entry.problem(), ordinal = tasks.lastOrdinal(caseNumber, entry.problem()) + 1);
            RectificationTask task = tasks.save(new RectificationTask(caseNumber, ordinal, entry));
            writeParts(task.taskNumber(), entry);
            added.add(task);
        }
        return added;
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
        TaskEntry entry = TaskEntry.read(over(draft, task), known, flaws);
        flaws.refuseInput();
        changes.record(task.caseNumber(), task.isInPlan(), taskNumber, difference(task, entry, known), draft.reason(), by.userId(), now());
        task.reword(entry);
        RectificationTask saved = tasks.save(task);
        supporting.release(taskNumber);
        measures.deleteOfTask(taskNumber);
        writeParts(taskNumber, entry);
        return saved;
    }

    public void removeTask(String taskNumber, String reason, Person by) {
        RectificationTask task = tasks.get(taskNumber);
        openForDrafting(task.caseNumber(), by);
        changes.record(task.caseNumber(), task.isInPlan(), taskNumber, "删除：" + task.title(), reason, by.userId(), now());
        supporting.release(taskNumber);
        measures.deleteOfTask(taskNumber);
        tasks.delete(task);
    }

    private void writeParts(String taskNumber, TaskEntry entry) {
        supporting.assign(taskNumber, entry.supportingDepartments(), entry.supportingBodies());
        int ordinal = 0;
        for (TaskEntry.MeasureEntry measure : entry.measures()) measures.save(new Measure(taskNumber, ++ordinal, measure));
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
                organization.departmentNames(), organization.personNames());
    }

    private TaskDraft over(TaskDraft draft, RectificationTask task) {
        return new TaskDraft(String.valueOf(task.problem()), or(draft.title(), task.title()), or(draft.kind(), task.kind().name()),
                or(draft.phase(), task.phase().name()), or(draft.leadDepartment(), task.leadDepartment()),
                draft.supportingDepartments() != null ? draft.supportingDepartments() : supporting.departmentsOf(task.taskNumber()),
                draft.supportingBodies() != null ? draft.supportingBodies() : supporting.bodiesOf(task.taskNumber()),
                or(draft.leadLeader(), task.leadLeader()), or(draft.deadline(), task.deadline() == null ? null : task.deadline().toString()),
                or(draft.signOffStandard(), task.signOffStandard()),
                draft.measures() != null ? draft.measures() : measures.findByTaskNumberOrderByOrdinal(task.taskNumber()).stream()
                        .map(m -> new TaskDraft.MeasureDraft(m.text(), m.responsible(), m.deadline() == null ? null : m.deadline().toString())).toList(),
                draft.reason(), or(draft.goal(), task.goal()), or(draft.measureType(), task.measureType()), or(draft.headLeader(), task.headLeader()));
    }

    private static String difference(RectificationTask task, TaskEntry entry, TaskEntry.Known known) {
        String found = Stream.of(
                turned("所属问题", task.problem(), entry.problem()),
                turned("任务名称", task.title(), entry.title()),
                turned("整改类型", task.kind().label(), entry.kind().label()),
                turned("阶段", task.phase().label(), entry.phase().label()),
                turned("责任科室", known.departments().get(task.leadDepartment()), known.departments().get(entry.leadDepartment())),
                turned("责任领导", known.people().get(task.leadLeader()), known.people().get(entry.leadLeader())),
                turned("整改时限", task.deadline(), entry.deadline()),
                turned("销号标准", task.signOffStandard(), entry.signOffStandard()),
                turned("整改目标", task.goal(), entry.notes().goal()),
                turned("措施类型", task.measureType(), entry.notes().measureType()),
                turned("牵头领导", task.headLeader(), entry.notes().headLeader())).flatMap(Optional::stream).collect(Collectors.joining("。"));
        return found.isEmpty() ? "配合科室或整改措施有改动" : found;
    }

    private static Optional<String> turned(String label, Object from, Object to) {
        return Objects.equals(from, to) ? Optional.empty() : Optional.of(label + "改为：" + Objects.requireNonNullElse(to, "未填") + "；原为：" + Objects.requireNonNullElse(from, "未填"));
    }

    private static String equalProblem(ProblemEntry entry) {
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

    private static String or(String sent, String present) {
        return sent == null ? present : sent;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
