package org.rectification.rectification;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.calendar.WorkingDays;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the ledger, each person as far as he may. */
@Service
@Transactional(readOnly = true)
public class LedgerView {

    private static final String FIGURES = """
            select c.case_number, c.title, c.inspection_body, c.inspected_party, c.feedback_date, c.concentrated_deadline, c.stage, c.declared_problems, c.taken_over_on,
              (select count(*) from ledger.problem p where p.case_number = c.case_number) as problems,
              (select count(*) from ledger.problem p where p.case_number = c.case_number
                 and exists (select 1 from ledger.rectification_task t where t.case_number = p.case_number and t.problem = p.number and t.status = 'SIGNED_OFF')
                 and not exists (select 1 from ledger.rectification_task t where t.case_number = p.case_number and t.problem = p.number and t.status not in ('SIGNED_OFF', 'WITHDRAWN'))) as done,
              (select count(*) from ledger.rectification_task t where t.case_number = c.case_number and t.status <> 'WITHDRAWN') as tasks,
              (select count(*) from ledger.rectification_task t where t.case_number = c.case_number and t.status = 'SIGNED_OFF') as signed_off,
              (select count(*) from ledger.rectification_task t where t.case_number = c.case_number and t.historical) as historical,
              (select count(*) from ledger.rectification_task t where t.case_number = c.case_number and t.status = 'BLOCKED') as blocked,
              (select count(*) from ledger.rectification_task t where t.case_number = c.case_number and t.deadline <= :over
                 and t.status not in ('NOT_STARTED', 'SIGNED_OFF', 'BLOCKED', 'WITHDRAWN')) as overdue,
              (select coalesce(sum(t.rebounds), 0) from ledger.rectification_task t where t.case_number = c.case_number) as rebounds,
              (select count(*) from ledger.measure m join ledger.rectification_task t on t.task_number = m.task_number
                 where t.case_number = c.case_number and (t.status <> 'WITHDRAWN' or m.done_on is not null)) as measures,
              (select count(m.done_on) from ledger.measure m join ledger.rectification_task t on t.task_number = m.task_number where t.case_number = c.case_number) as measures_done
            from ledger.rectification_case c
            """;

    /** The same colours as {@link Horizon#light}, where the database has to choose by them. */
    private static final String LIGHT = """
            case when t.status = 'SIGNED_OFF' or t.historical then 'DONE' when t.status in ('BLOCKED', 'WITHDRAWN') then 'PAUSED' when t.deadline is null then 'GREEN'
              when t.deadline <= :over then 'RED'
              when t.deadline <= (case when t.kind = 'IMMEDIATE' then :yellowImmediate else :yellow end) then 'YELLOW'
              when t.deadline <= (case when t.kind = 'IMMEDIATE' then :blueImmediate else :blue end) then 'BLUE' else 'GREEN' end""";

    /** Every figure may be sorted by; what is counted goes by the name it has in {@link #FIGURES}. */
    private static final Map<String, String> CASE_SORT = Map.ofEntries(entry("caseNumber", "c.case_number"), entry("title", "c.title"), entry("inspectionBody", "c.inspection_body"),
            entry("inspectedParty", "c.inspected_party"), entry("feedbackDate", "c.feedback_date"), entry("concentratedDeadline", "c.concentrated_deadline"), entry("stage", "c.stage"),
            entry("declaredProblems", "c.declared_problems"), entry("problems", "problems"), entry("tasks", "tasks"), entry("measures", "measures"), entry("measuresDone", "measures_done"),
            entry("signedOff", "signed_off"), entry("overdue", "overdue"), entry("blocked", "blocked"), entry("rebounds", "rebounds"));

    /** Every column of a row; lights in order of urgency. */
    private static final Map<String, String> TASK_SORT = Map.ofEntries(entry("taskNumber", "t.task_number"), entry("problem", "t.problem"), entry("title", "t.title"),
            entry("kind", "t.kind"), entry("phase", "t.phase"), entry("leadDepartment", "t.lead_department"), entry("leadLeader", "t.lead_leader"), entry("deadline", "t.deadline"),
            entry("originalDeadline", "t.original_deadline"), entry("extensions", "t.extensions"), entry("daysLeft", "t.deadline"), entry("round", "t.round"), entry("rebounds", "t.rebounds"), entry("status", "t.status"),
            entry("light", "case " + LIGHT + " when 'RED' then 1 when 'YELLOW' then 2 when 'BLUE' then 3 when 'GREEN' then 4 when 'PAUSED' then 5 else 6 end"));

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final Measures measures;
    private final SupportingParties supporting;
    private final Rounds rounds;
    private final TaskFiles files;
    private final Organization organization;
    private final WorkingDays workingDays;
    private final Clock clock;

    LedgerView(JdbcClient jdbc, Cases cases, Problems problems, Tasks tasks, Measures measures, SupportingParties supporting, Rounds rounds, TaskFiles files,
               Organization organization, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.measures = measures;
        this.supporting = supporting;
        this.rounds = rounds;
        this.files = files;
        this.organization = organization;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public RectificationCase caseOf(String caseNumber) {
        return cases.get(caseNumber);
    }

    public Listing<CaseFigures> cases(String page, String size, String sort) {
        Listing.Wanted wanted = Listing.Wanted.read(page, size, sort, CASE_SORT, "c.feedback_date desc, c.case_number");
        List<CaseFigures> content = jdbc.sql(FIGURES + " order by " + wanted.orderBy() + " limit :size offset :offset")
                .param("over", horizon().over()).param("size", wanted.size()).param("offset", wanted.offset())
                .query((row, n) -> figures(row)).list();
        return new Listing<>(content, wanted.page(), wanted.size(), cases.count());
    }

    public CaseFigures figures(String caseNumber) {
        return jdbc.sql(FIGURES + " where c.case_number = :caseNumber").param("over", horizon().over()).param("caseNumber", caseNumber)
                .query((row, n) -> figures(row)).optional().orElseThrow(() -> Refusal.unknown("没有编号为“" + caseNumber + "”的巡察整改"));
    }

    private static CaseFigures figures(java.sql.ResultSet row) throws java.sql.SQLException {
        return new CaseFigures(row.getString("case_number"), row.getString("title"), row.getString("inspection_body"), row.getString("inspected_party"),
                row.getObject("feedback_date", LocalDate.class), row.getObject("concentrated_deadline", LocalDate.class), CaseStage.valueOf(row.getString("stage")),
                row.getObject("declared_problems", Integer.class), row.getLong("problems"), row.getLong("tasks"), row.getLong("measures"), row.getLong("measures_done"),
                row.getLong("signed_off"), row.getLong("overdue"), row.getLong("blocked"), row.getLong("rebounds"), Completion.of(row.getLong("done"), row.getLong("problems")), row.getObject("taken_over_on", LocalDate.class), row.getLong("historical"));
    }

    public List<Problem> problems(String caseNumber) {
        return problems.findByCaseNumberOrderByNumber(cases.get(caseNumber).caseNumber());
    }

    public Problem problem(String caseNumber, int number) {
        return problems.get(caseNumber, number);
    }

    /** What to leave out of the rows is null or blank. */
    public record RowFilter(String department, String light, String status, String q, boolean onlyHistorical) {
        public RowFilter(String department, String light, String status, String q) { this(department, light, status, q, false); }
    }

    /** The ledger's rows that this person may see. */
    public Listing<LedgerRow> rows(String caseNumber, RowFilter filter, String page, String size, String sort, Person reader) {
        cases.get(caseNumber);
        Listing.Wanted wanted = Listing.Wanted.read(page, size, sort, TASK_SORT, "t.problem, t.ordinal");
        Flaws flaws = new Flaws();
        Light light = flaws.choice("light", "灯色", filter.light(), Light.class);
        TaskStatus status = flaws.choice("status", "状态", filter.status(), TaskStatus.class);
        String department = flaws.optionalText("department", "科室", filter.department(), 32);
        if (department != null && !organization.departmentNames().containsKey(department)) flaws.add("department", "科室“" + department + "”不存在");
        String q = flaws.optionalText("q", "查询内容", filter.q(), 100);
        flaws.refuseInput();

        Horizon horizon = horizon();
        Map<String, Object> params = new HashMap<>(Map.of("caseNumber", caseNumber, "over", horizon.over(), "yellow", horizon.yellow(), "blue", horizon.blue(),
                "yellowImmediate", horizon.yellowImmediate(), "blueImmediate", horizon.blueImmediate()));
        List<String> where = new ArrayList<>(List.of("t.case_number = :caseNumber"));
        if (department != null) add(where, params, "t.lead_department = :department", "department", department);
        if (status != null) add(where, params, "t.status = :status", "status", status.name());
        if (light != null) add(where, params, LIGHT + " = :light", "light", light.name());
        if (filter.onlyHistorical()) where.add("t.historical");
        if (q != null) {
            String pattern = "%" + q.toLowerCase().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            add(where, params, "(lower(t.title) like :q escape '!' or lower(t.task_number) like :q escape '!')", "q", pattern);
        }
        if (!reader.readsEverything()) addConcerning(reader, where, params);
        String from = " from ledger.rectification_task t where " + String.join(" and ", where);
        long total = jdbc.sql("select count(*)" + from).params(params).query(Long.class).single();
        List<LedgerRow> content = jdbc.sql("select t.*" + from + " order by " + wanted.orderBy() + " limit " + wanted.size() + " offset " + wanted.offset()).params(params)
                .query(LedgerView::row).list().stream().map(row -> coloured(row, horizon)).toList();
        return new Listing<>(content, wanted.page(), wanted.size(), total);
    }

    private static void addConcerning(Person reader, List<String> where, Map<String, Object> params) {
        params.put("readers", Stream.concat(Stream.of(reader.userId()), reader.standsInFor().stream()).toList());
        params.put("inDepartment", !reader.departments().isEmpty());
        add(where, params, """
                (t.lead_department in (:mine) or t.lead_leader in (:readers) or t.supported_by_all and :inDepartment
                 or exists (select 1 from ledger.supporting_department s where s.task_number = t.task_number and s.department in (:mine)))""",
                "mine", reader.departments().isEmpty() ? List.of("") : List.copyOf(reader.departments()));
    }

    /** Problem number → numbers of its tasks that this person may see, both in the order of the ledger; problems without any are left out. */
    public Map<Integer, List<String>> taskNumbers(String caseNumber, Person reader) {
        cases.get(caseNumber);
        Map<String, Object> params = new HashMap<>(Map.of("caseNumber", caseNumber));
        List<String> where = new ArrayList<>(List.of("t.case_number = :caseNumber"));
        if (!reader.readsEverything()) addConcerning(reader, where, params);
        Map<Integer, List<String>> numbers = new LinkedHashMap<>();
        jdbc.sql("select t.problem, t.task_number from ledger.rectification_task t where " + String.join(" and ", where) + " order by t.problem, t.ordinal").params(params).query(row -> {
            numbers.computeIfAbsent(row.getInt(1), problem -> new ArrayList<>()).add(row.getString(2));
        });
        return numbers;
    }

    /** Those tasks, by their numbers; whether somebody may see them is the caller's to know. */
    public Map<String, RectificationTask> tasksBy(Collection<String> taskNumbers) {
        return tasks.findByTaskNumberIn(taskNumbers).stream().collect(Collectors.toMap(RectificationTask::taskNumber, task -> task));
    }

    /** Open tasks of every case that this person's departments lead or support or that he leads, the most urgent first. */
    public List<LedgerRow> openTasksConcerning(Person reader, int most) {
        Horizon horizon = horizon();
        Map<String, Object> params = new HashMap<>();
        List<String> where = new ArrayList<>(List.of("t.status not in ('NOT_STARTED', 'SIGNED_OFF', 'WITHDRAWN')"));
        addConcerning(reader, where, params);
        return jdbc.sql("select t.* from ledger.rectification_task t where " + String.join(" and ", where) + " order by t.deadline, t.task_number limit " + most)
                .params(params).query(LedgerView::row).list().stream().map(row -> coloured(row, horizon)).toList();
    }

    private static void add(List<String> where, Map<String, Object> params, String condition, String name, Object value) {
        where.add(condition);
        params.put(name, value);
    }

    private static LedgerRow row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new LedgerRow(row.getString("task_number"), row.getInt("problem"), row.getString("title"), TaskKind.valueOf(row.getString("kind")),
                Phase.valueOf(row.getString("phase")), row.getString("lead_department"), row.getString("lead_leader"), row.getObject("deadline", LocalDate.class),
                row.getObject("original_deadline", LocalDate.class), row.getInt("extensions"), null, row.getInt("round"), row.getInt("rebounds"), TaskStatus.valueOf(row.getString("status")), null, row.getBoolean("historical"));
    }

    private static LedgerRow coloured(LedgerRow row, Horizon horizon) {
        return new LedgerRow(row.taskNumber(), row.problem(), row.title(), row.kind(), row.phase(), row.leadDepartment(), row.leadLeader(), row.deadline(),
                row.originalDeadline(), row.extensions(), horizon.daysLeft(row.deadline()), row.round(), row.rebounds(), row.status(),
                row.historical() ? Light.DONE : horizon.light(row.status(), row.kind(), row.deadline()), row.historical());
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
        if (taskNumbers.isEmpty()) return Map.of();
        return measures.findByTaskNumberInOrderByTaskNumberAscOrdinalAsc(taskNumbers).stream().collect(Collectors.groupingBy(Measure::taskNumber));
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
