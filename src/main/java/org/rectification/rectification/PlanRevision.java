package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Flaw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many drafts at once, as a table brings them: by the rules of {@link Drafting}, all or nothing, with as many statements for a thousand rows as for one. */
@Service
@Transactional
public class PlanRevision {

    private static final int PAGE = 1_000;

    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final Measures measures;
    private final SupportingParties supporting;
    private final DraftRows rows;
    private final PlanChanges changes;
    private final Organization organization;
    private final Clock clock;

    PlanRevision(Cases cases, Problems problems, Tasks tasks, Measures measures, SupportingParties supporting, DraftRows rows, PlanChanges changes, Organization organization, Clock clock) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.measures = measures;
        this.supporting = supporting;
        this.rows = rows;
        this.changes = changes;
        this.organization = organization;
        this.clock = clock;
    }

    /** @param number the one it will get; {@code row} is where it stands in the table, for what is said about it */
    public record NewProblem(int row, int number, ProblemDraft draft) {}

    public record ChangedProblem(int row, int number, ProblemDraft draft) {}

    public record NewTask(int row, TaskDraft draft) {}

    public record ChangedTask(int row, String taskNumber, TaskDraft draft) {}

    public record Drafts(List<NewProblem> newProblems, List<ChangedProblem> problems, List<NewTask> newTasks, List<ChangedTask> tasks) {

        public boolean isEmpty() {
            return newProblems.isEmpty() && problems.isEmpty() && newTasks.isEmpty() && tasks.isEmpty();
        }
    }

    /** What is wrong with drafts: their form, and what the rules forbid of those well formed. Fields are those of {@link ProblemDraft} and {@link TaskDraft}. */
    public record Findings(List<Flaw> problemsForm, List<Flaw> problemsRules, List<Flaw> tasksForm, List<Flaw> tasksRules) {

        void refuse() {
            List<Flaw> form = Stream.concat(problemsForm.stream(), tasksForm.stream()).toList();
            if (!form.isEmpty()) throw Refusal.ofInput(form);
            List<Flaw> rules = Stream.concat(problemsRules.stream(), tasksRules.stream()).toList();
            if (!rules.isEmpty()) throw Refusal.ofRule(rules);
        }
    }

    /** Would these be written? Changes nothing. */
    @Transactional(readOnly = true)
    public Findings examine(String caseNumber, Drafts drafts, Person by) {
        return new Reading(open(cases.get(caseNumber), by), drafts).findings();
    }

    /** @throws Refusal INPUT or RULE naming every row at fault; nothing is written then */
    public void write(String caseNumber, Drafts drafts, Person by) {
        Reading reading = new Reading(open(cases.getLocked(caseNumber), by), drafts);
        reading.findings().refuse();
        reading.write(by);
    }

    private static RectificationCase open(RectificationCase ofCase, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("问题和任务由整改办登记，您不在整改办");
        ofCase.requireDrafting();
        return ofCase;
    }

    /** Drafts held against a case as it is in this transaction. */
    private class Reading {

        private final String caseNumber;
        private final Flaws problemsForm = new Flaws();
        private final Flaws problemsRules = new Flaws();
        private final Flaws tasksForm = new Flaws();
        private final Flaws tasksRules = new Flaws();
        private final Map<Integer, Problem> present;
        private final List<Problem> newProblems = new ArrayList<>();
        private final List<Problem> changedProblems = new ArrayList<>();
        private final List<DraftRows.Drafted> newTasks = new ArrayList<>();
        private final List<DraftRows.Drafted> changedTasks = new ArrayList<>();
        private final List<PlanChanges.Pending> recorded = new ArrayList<>();

        Reading(RectificationCase ofCase, Drafts drafts) {
            caseNumber = ofCase.caseNumber();
            present = problems.findByCaseNumberOrderByNumber(caseNumber).stream().collect(Collectors.toMap(Problem::number, problem -> problem, (one, other) -> one, LinkedHashMap::new));
            readProblems(drafts);
            Map<Integer, Origin> origins = new HashMap<>();
            present.values().forEach(problem -> origins.put(problem.number(), problem.origin()));
            newProblems.forEach(problem -> origins.put(problem.number(), problem.origin()));
            TaskEntry.Known known = new TaskEntry.Known(ofCase.feedbackDate(), origins, organization.departmentNames(), organization.personNames(), organization.leaders());
            readNewTasks(drafts.newTasks(), known);
            readTasks(drafts.tasks(), known);
        }

        Findings findings() {
            return new Findings(problemsForm.found(), problemsRules.found(), tasksForm.found(), tasksRules.found());
        }

        private void readProblems(Drafts drafts) {
            Set<List<String>> taken = new HashSet<>();
            present.values().forEach(problem -> taken.add(List.of(problem.aspect(), problem.title())));
            for (ChangedProblem changed : drafts.problems()) {
                Problem problem = present.get(changed.number());
                ProblemEntry entry = ProblemEntry.read(changed.draft().over(problem), problemsForm.inRow(changed.row()));
                if (!problem.sameAs(entry) && !taken.add(List.of(entry.aspect(), entry.title()))) problemsRules.inRow(changed.row()).add("title", Drafting.equalProblem(entry));
                record(changed.row(), problem.isInPlan(), "问题" + problem.number(), entry.differenceFrom(problem), changed.draft().reason(), problemsForm, problemsRules);
                problem.reword(entry);
                changedProblems.add(problem);
            }
            int last = present.keySet().stream().reduce(0, Integer::max);
            for (NewProblem added : drafts.newProblems()) {
                ProblemEntry entry = ProblemEntry.read(added.draft(), problemsForm.inRow(added.row()));
                if (!taken.add(List.of(entry.aspect(), entry.title()))) problemsRules.inRow(added.row()).add("title", Drafting.equalProblem(entry));
                if (added.number() != ++last) problemsRules.inRow(added.row()).add(null, "台账刚刚有人改动，请重新预览后再导入");
                newProblems.add(new Problem(caseNumber, added.number(), entry));
            }
        }

        private void readNewTasks(List<NewTask> added, TaskEntry.Known known) {
            if (added.isEmpty()) return;
            Map<Integer, Integer> last = new HashMap<>(tasks.lastOrdinals(caseNumber).stream().collect(Collectors.toMap(Tasks.LastOrdinal::problem, Tasks.LastOrdinal::ordinal)));
            Map<List<Object>, String> titles = new HashMap<>();
            tasks.titles(caseNumber).forEach(task -> titles.put(List.of(task.problem(), task.title()), task.taskNumber()));
            for (NewTask each : added) {
                TaskEntry entry = TaskEntry.read(each.draft(), known, tasksForm.inRow(each.row()));
                RectificationTask task = new RectificationTask(caseNumber, last.merge(entry.problem(), 1, Integer::sum), entry);
                // A row beneath a problem that there is not has been named already, and has no neighbours.
                String equal = entry.problem() == 0 ? null : titles.putIfAbsent(List.of(entry.problem(), entry.title()), task.taskNumber());
                if (equal != null) tasksRules.inRow(each.row()).add("title", "问题" + entry.problem() + "下已有同名任务（" + equal + "）；要修改它请填写任务编号，确是另一项任务请改个名称");
                newTasks.add(new DraftRows.Drafted(task, entry));
            }
        }

        private void readTasks(List<ChangedTask> changed, TaskEntry.Known known) {
            if (changed.isEmpty()) return;
            Map<String, List<String>> departments = supporting.departmentsOfCase(caseNumber);
            Map<String, List<String>> bodies = supporting.bodiesOfCase(caseNumber);
            for (int from = 0; from < changed.size(); from += PAGE) {
                List<ChangedTask> page = changed.subList(from, Math.min(from + PAGE, changed.size()));
                List<String> numbers = page.stream().map(ChangedTask::taskNumber).toList();
                Map<String, RectificationTask> found = tasks.findByTaskNumberIn(numbers).stream().collect(Collectors.toMap(RectificationTask::taskNumber, task -> task));
                Map<String, List<Measure>> own = measures.findByTaskNumberIn(numbers).stream().collect(Collectors.groupingBy(Measure::taskNumber));
                for (ChangedTask each : page) {
                    RectificationTask task = found.get(each.taskNumber());
                    if (task == null || !task.caseNumber().equals(caseNumber)) {
                        tasksRules.inRow(each.row()).add(null, "任务" + each.taskNumber() + "刚刚被删除，请重新导出台账");
                        continue;
                    }
                    TaskDraft complete = each.draft().over(task, departments.getOrDefault(each.taskNumber(), List.of()), bodies.getOrDefault(each.taskNumber(), List.of()),
                            own.getOrDefault(each.taskNumber(), List.of()));
                    TaskEntry entry = TaskEntry.read(complete, known, tasksForm.inRow(each.row()));
                    record(each.row(), task.isInPlan(), each.taskNumber(), entry.differenceFrom(task, known), each.draft().reason(), tasksForm, tasksRules);
                    task.reword(entry);
                    changedTasks.add(new DraftRows.Drafted(task, entry));
                }
            }
        }

        private void record(int row, boolean inPlan, String subject, String change, String reason, Flaws form, Flaws rules) {
            if (!inPlan) return;
            if (reason == null || reason.isBlank()) rules.inRow(row).add("reason", PlanChanges.withoutReason(subject));
            else recorded.add(new PlanChanges.Pending(subject, change, form.inRow(row).text("reason", "理由", reason, PlanChanges.LONGEST_REASON)));
        }

        void write(Person by) {
            rows.changeProblems(changedProblems);
            rows.addProblems(newProblems);
            rows.add(newTasks);
            rows.change(changedTasks);
            changes.record(caseNumber, recorded, by.userId(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS));
        }
    }
}
