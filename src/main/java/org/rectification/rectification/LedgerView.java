package org.rectification.rectification;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.calendar.WorkingDays;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the ledger, each person as far as he may. */
@Service
@Transactional(readOnly = true)
public class LedgerView {

    /** Each table is gone through once, however many figures are drawn from it. */
    private static final String FIGURES = """
            select c.case_number, c.title, c.inspection_body, c.inspected_party, c.feedback_date, c.concentrated_deadline, c.stage, c.declared_problems, c.taken_over_on,
              coalesce(p.problems, 0) as problems, coalesce(p.handed_over, 0) as handed_over, coalesce(t.done, 0) as done, coalesce(t.tasks, 0) as tasks, coalesce(t.signed_off, 0) as signed_off, coalesce(t.historical, 0) as historical,
              coalesce(t.blocked, 0) as blocked, coalesce(t.overdue, 0) as overdue, coalesce(t.rebounds, 0) as rebounds, coalesce(m.measures, 0) - coalesce(w.measures, 0) as measures, coalesce(m.measures_done, 0) as measures_done
            from ledger.rectification_case c
            left join (select case_number, count(*) as problems, count(case when origin = 'DURING_INSPECTION' then 1 end) as handed_over from ledger.problem where case_number in (:cases) group by case_number) p on p.case_number = c.case_number
            left join (
              select case_number, count(case when signed_off > 0 and signed_off = tasks then 1 end) as done, sum(tasks) as tasks, sum(signed_off) as signed_off, sum(historical) as historical,
                sum(blocked) as blocked, sum(overdue) as overdue, sum(rebounds) as rebounds from (
                  select case_number, problem, count(case when status <> 'WITHDRAWN' then 1 end) as tasks, count(case when status = 'SIGNED_OFF' then 1 end) as signed_off,
                    count(case when historical then 1 end) as historical, count(case when status = 'BLOCKED' then 1 end) as blocked,
                    count(case when deadline <= :over and status not in ('NOT_STARTED', 'SIGNED_OFF', 'BLOCKED', 'WITHDRAWN') then 1 end) as overdue, sum(rebounds) as rebounds
                  from ledger.rectification_task where case_number in (:cases) group by case_number, problem) of_problem
              group by case_number) t on t.case_number = c.case_number
            left join (
              select case_number, count(*) as measures, count(done_on) as measures_done from ledger.measure where case_number in (:cases) group by case_number) m on m.case_number = c.case_number
            left join (
              select t.case_number, count(*) as measures from ledger.rectification_task t join ledger.measure m on m.task_number = t.task_number and m.done_on is null
              where t.case_number in (:cases) and t.status = 'WITHDRAWN' group by t.case_number) w on w.case_number = c.case_number
            where c.case_number in (:cases)
            """;

    /** Every figure may be sorted by; what is counted goes by the name it has in {@link #FIGURES}. */
    private static final Map<String, String> CASE_SORT = Map.ofEntries(entry("caseNumber", "c.case_number"), entry("title", "c.title"), entry("inspectionBody", "c.inspection_body"),
            entry("inspectedParty", "c.inspected_party"), entry("feedbackDate", "c.feedback_date"), entry("concentratedDeadline", "c.concentrated_deadline"), entry("stage", "c.stage"),
            entry("declaredProblems", "c.declared_problems"), entry("problems", "problems"), entry("tasks", "tasks"), entry("measures", "measures"), entry("measuresDone", "measures_done"),
            entry("signedOff", "signed_off"), entry("overdue", "overdue"), entry("blocked", "blocked"), entry("rebounds", "rebounds"));

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final Measures measures;
    private final SupportingParties supporting;
    private final Rounds rounds;
    private final TaskFiles files;
    private final WorkingDays workingDays;
    private final Clock clock;

    LedgerView(JdbcClient jdbc, Cases cases, Problems problems, Tasks tasks, Measures measures, SupportingParties supporting, Rounds rounds, TaskFiles files,
               WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.measures = measures;
        this.supporting = supporting;
        this.rounds = rounds;
        this.files = files;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public RectificationCase caseOf(String caseNumber) {
        return cases.get(caseNumber);
    }

    public boolean has(String caseNumber) {
        return cases.existsById(caseNumber);
    }

    public Listing<CaseFigures> cases(String page, String size, String sort) {
        Listing.Wanted wanted = Listing.Wanted.read(page, size, sort, CASE_SORT, "c.feedback_date desc, c.case_number");
        String asWanted = " order by " + wanted.orderBy() + " limit " + wanted.size() + " offset " + wanted.offset();
        boolean byFigures = !wanted.orderBy().startsWith("c.");
        List<String> listed = jdbc.sql("select c.case_number from ledger.rectification_case c" + (byFigures ? "" : asWanted)).query(String.class).list();
        List<CaseFigures> content = listed.isEmpty() ? List.of() : figures(listed, byFigures ? asWanted : " order by " + wanted.orderBy());
        return new Listing<>(content, wanted.page(), wanted.size(), cases.count());
    }

    public long caseCount() {
        return cases.count();
    }

    /** Cases that are not closed yet, without their figures, the latest feedback first. */
    public List<RectificationCase> openCases(int most) {
        return cases.findByStageNotOrderByFeedbackDateDescCaseNumber(CaseStage.CLOSED, Limit.of(most));
    }

    public CaseFigures figures(String caseNumber) {
        return figures(List.of(caseNumber), "").stream().findFirst().orElseThrow(() -> Refusal.unknown("没有编号为“" + caseNumber + "”的巡察整改"));
    }

    private List<CaseFigures> figures(List<String> caseNumbers, String order) {
        return jdbc.sql(FIGURES + order).param("cases", caseNumbers).param("over", horizon().over()).query((row, n) -> figures(row)).list();
    }

    private static CaseFigures figures(java.sql.ResultSet row) throws java.sql.SQLException {
        return new CaseFigures(row.getString("case_number"), row.getString("title"), row.getString("inspection_body"), row.getString("inspected_party"),
                row.getObject("feedback_date", LocalDate.class), row.getObject("concentrated_deadline", LocalDate.class), CaseStage.valueOf(row.getString("stage")),
                row.getObject("declared_problems", Integer.class), row.getLong("problems"), row.getLong("tasks"), row.getLong("measures"), row.getLong("measures_done"),
                row.getLong("signed_off"), row.getLong("overdue"), row.getLong("blocked"), row.getLong("rebounds"), Completion.of(row.getLong("done"), row.getLong("problems")), row.getObject("taken_over_on", LocalDate.class), row.getLong("historical"), row.getLong("handed_over"));
    }

    public List<Problem> problems(String caseNumber) {
        return problems.findByCaseNumberOrderByNumber(cases.get(caseNumber).caseNumber());
    }

    /** Problem number → problem, of those numbers. */
    public Map<Integer, Problem> problems(String caseNumber, Collection<Integer> numbers) {
        if (numbers.isEmpty()) return Map.of();
        return problems.findByCaseNumberAndNumberIn(caseNumber, numbers).stream().collect(Collectors.toMap(Problem::number, problem -> problem));
    }

    public Problem problem(String caseNumber, int number) {
        return problems.get(caseNumber, number);
    }

    /** Those tasks, by their numbers; whether somebody may see them is the caller's to know. */
    public Map<String, RectificationTask> tasksBy(Collection<String> taskNumbers) {
        return tasks.findByTaskNumberIn(taskNumbers).stream().collect(Collectors.toMap(RectificationTask::taskNumber, task -> task));
    }

    /** A draft as the office works on it, with its parts. */
    public record DraftedTask(RectificationTask task, List<Measure> measures, List<String> supportingDepartments, List<String> supportingBodies) {}

    /** Those that this person may see, with their parts. */
    public List<DraftedTask> draftedTasks(String caseNumber, Person reader) {
        Map<String, List<Measure>> measuresOf = measures.findByCase(caseNumber).stream().collect(Collectors.groupingBy(Measure::taskNumber));
        Map<String, List<String>> departmentsOf = supporting.departmentsOfCase(caseNumber);
        Map<String, List<String>> bodiesOf = supporting.bodiesOfCase(caseNumber);
        return tasks.findByCaseNumberOrderByProblemAscOrdinalAsc(caseNumber).stream()
                .map(task -> new DraftedTask(task, measuresOf.getOrDefault(task.taskNumber(), List.of()),
                        departmentsOf.getOrDefault(task.taskNumber(), List.of()), bodiesOf.getOrDefault(task.taskNumber(), List.of())))
                .filter(drafted -> concerns(drafted.task(), drafted.supportingDepartments(), reader))
                .toList();
    }

    /** As {@link #draftedTasks(String, Person)}, beneath one problem. */
    public List<DraftedTask> draftedTasks(String caseNumber, int problem, Person reader) {
        List<RectificationTask> beneath = tasks.findByCaseNumberAndProblemOrderByOrdinal(caseNumber, problem);
        Map<String, List<Measure>> measuresOf = measuresOf(beneath.stream().map(RectificationTask::taskNumber).toList());
        return beneath.stream()
                .map(task -> drafted(task, measuresOf.getOrDefault(task.taskNumber(), List.of())))
                .filter(drafted -> concerns(drafted.task(), drafted.supportingDepartments(), reader))
                .toList();
    }

    /** The measures of these tasks, for a page of the ledger. */
    public Map<String, List<Measure>> measuresOf(Collection<String> taskNumbers) {
        return measures.findByTaskNumberIn(taskNumbers).stream().collect(Collectors.groupingBy(Measure::taskNumber));
    }

    /** Problem number → tasks signed off out of all of it; problems without tasks are left out. */
    public Map<Integer, Completion> progress(String caseNumber) {
        Map<Integer, Completion> progress = new HashMap<>();
        jdbc.sql("""
                select problem, count(case when status = 'SIGNED_OFF' then 1 end), count(*) from ledger.rectification_task
                where case_number = ? and status <> 'WITHDRAWN' group by problem""").param(caseNumber).query(row -> {
                    progress.put(row.getInt(1), Completion.of(row.getLong(2), row.getLong(3)));
                });
        return progress;
    }

    public DraftedTask draftedTask(String taskNumber) {
        return drafted(tasks.get(taskNumber), measures.findByTaskNumberOrderByOrdinal(taskNumber));
    }

    private DraftedTask drafted(RectificationTask task, List<Measure> measures) {
        return new DraftedTask(task, measures, supporting.departmentsOf(task.taskNumber()), supporting.bodiesOf(task.taskNumber()));
    }

    /** @throws Refusal UNKNOWN, or NOT_YOURS for a task of other departments */
    public RectificationTask readable(String taskNumber, Person reader) {
        RectificationTask task = tasks.get(taskNumber);
        if (!concerns(task, supporting.departmentsOf(taskNumber), reader)) throw Refusal.notYours("任务" + taskNumber + "由其他科室承办，您无权查看");
        return task;
    }

    private static boolean concerns(RectificationTask task, Collection<String> supporting, Person reader) {
        return reader.readsEverything() || reader.departments().contains(task.leadDepartment()) || reader.answersFor(task.leadLeader())
                || supporting.stream().anyMatch(reader.departments()::contains) || supporting.contains(SupportingParties.ALL) && !reader.departments().isEmpty();
    }

    public TaskFile file(String taskNumber, Person reader) {
        return files.of(readable(taskNumber, reader), horizon());
    }

    /** Those into which another task may go. */
    public List<RectificationTask> openTasksBeside(RectificationTask task) {
        return tasks(task.caseNumber()).stream().filter(other -> other.isOpen() && !other.taskNumber().equals(task.taskNumber())).toList();
    }

    /** Every task of a case with the round it is in, for holding the ledger against other records. */
    public List<RectificationTask> tasks(String caseNumber) {
        return tasks.findByCaseNumberOrderByProblemAscOrdinalAsc(caseNumber);
    }

    public Round currentRound(RectificationTask task) {
        return rounds.current(task);
    }

    public Horizon horizon() {
        return Horizon.of(LocalDate.now(clock), workingDays);
    }
}
