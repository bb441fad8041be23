package org.rectification.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rectification.calendar.WorkingDays;
import org.rectification.deadlines.EscalationLevel;
import org.rectification.deadlines.Rung;
import org.rectification.deadlines.Situation;
import org.rectification.deadlines.StepStatus;
import org.rectification.organization.Organization;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.TaskKind;
import org.rectification.rectification.TaskStatus;
import org.rectification.reporting.Period;
import org.rectification.reporting.ReportStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办监控: what is late, by our own tables; the engine is asked only where the few instances shown are to be found. */
@Service
@Transactional(readOnly = true)
public class OverdueWork {

    private static final String LATE_ROW = "t.task_number, t.case_number, t.title, t.lead_department, t.status, t.kind, t.round, t.deadline";
    private static final String LATE = " from ledger.rectification_task t where t.status in ('IN_PROGRESS', 'AWAITING_ENDORSEMENT', 'AWAITING_CHECK', 'AWAITING_SIGN_OFF') and t.deadline <= :over";
    private static final String MISSING = " from ledger.progress_report r where r.first_submitted_at is null and r.due_on <= :over";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int FURTHEST = 60;

    private final LedgerView ledger;
    private final Organization organization;
    private final EscalationLevel levels;
    private final WorkingDays workingDays;
    private final RunningInstances running;
    private final JdbcClient jdbc;

    OverdueWork(LedgerView ledger, Organization organization, EscalationLevel levels, WorkingDays workingDays, RunningInstances running, JdbcClient jdbc) {
        this.ledger = ledger;
        this.organization = organization;
        this.levels = levels;
        this.workingDays = workingDays;
        this.running = running;
        this.jdbc = jdbc;
    }

    /** @param name of a department or stage as users read it */
    public record Count(String code, String name, long count) {}

    /** @param departments those with the most first */
    public record Counts(long total, List<Count> departments, List<Count> stages) {}

    /**
     * @param overdueDays calendar days
     * @param lastStep    the latest step of the ladder with its day, null where none was taken
     * @param nextStep    what it comes to next and in how many working days, or why it comes to nothing
     * @param instance    what Cockpit calls its process, null where it has none
     */
    public record LateTask(String taskNumber, String caseNumber, String title, String departmentName, String stage, LocalDate deadline, int overdueDays, String lastStep, String nextStep, String instance) {}

    /** @param period as its key; {@code periodName} as users say it */
    public record MissingReport(String caseNumber, String period, String periodName, String department, String departmentName, LocalDate dueOn, int overdueDays) {}

    private record LateRow(String taskNumber, String caseNumber, String title, String leadDepartment, TaskStatus status, TaskKind kind, int round, LocalDate deadline) {}

    private static LateRow row(ResultSet row, int n) throws SQLException {
        return new LateRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4), TaskStatus.valueOf(row.getString(5)), TaskKind.valueOf(row.getString(6)), row.getInt(7), row.getObject(8, LocalDate.class));
    }

    private record Late(String department, TaskStatus status, long tasks) {}

    public Counts lateTasks() {
        Map<String, String> departments = organization.departmentNames();
        List<Late> late = jdbc.sql("select t.lead_department, t.status, count(*)" + LATE + " group by t.lead_department, t.status").param("over", ledger.horizon().over())
                .query((row, n) -> new Late(row.getString(1), TaskStatus.valueOf(row.getString(2)), row.getLong(3))).list();
        return new Counts(late.stream().mapToLong(Late::tasks).sum(), counts(late, Late::department, departments::get), counts(late, each -> each.status().name(), code -> TaskStatus.valueOf(code).label()));
    }

    private static List<Count> counts(List<Late> late, Function<Late, String> by, UnaryOperator<String> names) {
        return late.stream().collect(Collectors.groupingBy(by, Collectors.summingLong(Late::tasks))).entrySet().stream().map(each -> new Count(each.getKey(), names.apply(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(Count::count).reversed().thenComparing(Count::code)).toList();
    }

    /** The longest overdue first. @param department code or null; {@code stage} a {@link TaskStatus} or null */
    public Listing<LateTask> lateTasks(String department, String stage, Listing.Wanted wanted) {
        Horizon horizon = ledger.horizon();
        String where = LATE + (department == null ? "" : " and t.lead_department = :department") + (stage == null ? "" : " and t.status = :stage");
        long total = jdbc.sql("select count(*)" + where).param("over", horizon.over()).param("department", department).param("stage", stage).query(Long.class).single();
        List<LateRow> rows = jdbc.sql("select " + LATE_ROW + where + " order by t.deadline, t.task_number limit :size offset :from")
                .param("over", horizon.over()).param("department", department).param("stage", stage).param("size", wanted.size()).param("from", wanted.offset())
                .query(OverdueWork::row).list();
        List<String> numbers = rows.stream().map(LateRow::taskNumber).toList();
        Map<String, String> departments = organization.departmentNames();
        Map<String, String> lastSteps = lastSteps(numbers);
        Map<String, Integer> taken = heightsTaken(numbers);
        Map<String, String> instances = running.ofTasks(numbers);
        EscalationLevel.Table table = levels.inForce();
        return new Listing<>(rows.stream().map(row -> new LateTask(row.taskNumber(), row.caseNumber(), row.title(), departments.get(row.leadDepartment()), row.status().label(), row.deadline(),
                -horizon.daysLeft(row.deadline()), lastSteps.get(row.taskNumber()), nextStep(row, taken.getOrDefault(row.taskNumber(), 0), table, horizon.today()), instances.get(row.taskNumber()))).toList(), wanted.page(), wanted.size(), total);
    }

    private Map<String, String> lastSteps(List<String> numbers) {
        Map<String, String> steps = new HashMap<>();
        if (numbers.isEmpty()) return steps;
        jdbc.sql("select subject, level, taken_on, status from ledger.ladder_step where id in (select max(id) from ledger.ladder_step where subject in (:numbers) group by subject)").param("numbers", numbers)
                .query(row -> {
                    StepStatus status = StepStatus.valueOf(row.getString(4));
                    steps.put(row.getString(1), row.getString(2) + (status.isInEffect() ? "，" : "（" + status.label() + "），") + DAY.format(row.getObject(3, LocalDate.class)));
                });
        return steps;
    }

    /** How high the ladder has been climbed for the deadline that stands now. */
    private Map<String, Integer> heightsTaken(List<String> numbers) {
        Map<String, Integer> heights = new HashMap<>();
        if (numbers.isEmpty()) return heights;
        jdbc.sql("""
                select s.subject, max(s.rung) from ledger.ladder_step s join ledger.rectification_task t on t.task_number = s.subject and t.round = s.round and t.deadline = s.deadline
                where s.subject in (:numbers) group by s.subject""").param("numbers", numbers).query(row -> {
            heights.put(row.getString(1), row.getInt(2));
        });
        return heights;
    }

    /** The ladder looks only at what is in the department's hands. */
    private String nextStep(LateRow row, int taken, EscalationLevel.Table table, LocalDate today) {
        if (row.status() != TaskStatus.IN_PROGRESS && row.status() != TaskStatus.AWAITING_ENDORSEMENT) return row.status().label() + "，不升级";
        int left = workingDays.left(today, row.deadline());
        for (int days = 0; days <= FURTHEST; days++) {
            Rung next = table.of(situation(row, left - days)).filter(rung -> rung.height() > taken).orElse(null);
            if (next != null) return next.level() + (days == 0 ? "，下一次巡查" : "，" + days + "个工作日后");
        }
        return "近期没有下一级";
    }

    private static Situation situation(LateRow row, int left) {
        return new Situation(row.kind().name(), left, 0, row.round(), 0);
    }

    public List<Count> missingReports() {
        Map<String, String> departments = organization.departmentNames();
        return jdbc.sql("select r.department, count(*)" + MISSING + " group by r.department order by 2 desc, 1").param("over", ledger.horizon().over())
                .query((row, n) -> new Count(row.getString(1), departments.get(row.getString(1)), row.getLong(2))).list();
    }

    /** The longest overdue first. */
    public Listing<MissingReport> missingReports(Listing.Wanted wanted) {
        Horizon horizon = ledger.horizon();
        Map<String, String> departments = organization.departmentNames();
        long total = jdbc.sql("select count(*)" + MISSING).param("over", horizon.over()).query(Long.class).single();
        return new Listing<>(jdbc.sql("select r.case_number, r.period, r.department, r.due_on" + MISSING + " order by r.due_on, r.report_key limit :size offset :from")
                .param("over", horizon.over()).param("size", wanted.size()).param("from", wanted.offset())
                .query((row, n) -> new MissingReport(row.getString(1), row.getString(2), Period.labelOf(row.getString(2)), row.getString(3), departments.get(row.getString(3)), row.getObject(4, LocalDate.class),
                        -horizon.daysLeft(row.getObject(4, LocalDate.class)))).list(), wanted.page(), wanted.size(), total);
    }

    /**
     * @param stage    the task's, as users read it
     * @param daysLeft calendar days, negative once it is late; null where the task is done or its time does not run
     * @param putOffTo as {@link Horizon#putOffTo}
     * @param lastStep the latest step of the ladder with its day, null where none was taken
     */
    public record TaskInstance(String taskNumber, String title, String departmentName, String stage, String light, LocalDate deadline, Integer daysLeft, LocalDate putOffTo, String lastStep, String instance) {}

    /**
     * What an instance is about.
     *
     * @param address      of its page in this application
     * @param caseInstance the case's process, null where that has ended or this is it
     * @param task         of a process of one task, null for a case's
     * @param tasks        of a case's process, what is due first on top; null for any other
     * @param reports      of a case that departments or the office still have to do something about, by what they wait for as users say it
     */
    public record Matter(String key, String title, String address, String stage, String caseNumber, String caseInstance, TaskInstance task, Listing<TaskInstance> tasks, Map<String, Long> reports) {}

    /** Null where the instance is none of a case or of a task's. */
    public Matter matter(String instance, Listing.Wanted wanted) {
        RunningInstances.Found found = running.find(instance).orElse(null);
        if (found == null || found.key() == null) return null;
        if (found.isCase()) {
            var figures = ledger.figures(found.key());
            return new Matter(found.key(), figures.title(), "/cases/" + found.key(), figures.stage().label(), found.key(), null, null, tasksOf(found.key(), wanted), openReports(found.key()));
        }
        String number = found.key().split(":")[0];
        List<LateRow> rows = jdbc.sql("select " + LATE_ROW + " from ledger.rectification_task t where t.task_number = ?").param(number).query(OverdueWork::row).list();
        if (rows.isEmpty()) return null;
        LateRow task = rows.get(0);
        return new Matter(found.key(), task.title(), "/tasks/" + number, task.status().label(), task.caseNumber(), running.ofCase(task.caseNumber()).orElse(null), instances(rows).get(0), null, Map.of());
    }

    private Map<String, Long> openReports(String caseNumber) {
        Map<String, Long> open = new LinkedHashMap<>();
        jdbc.sql("select status, count(*) from ledger.progress_report where case_number = ? and status <> 'ACCEPTED' group by status order by status").param(caseNumber)
                .query(row -> {
                    open.put(ReportStatus.valueOf(row.getString(1)).label(), row.getLong(2));
                });
        return open;
    }

    private Listing<TaskInstance> tasksOf(String caseNumber, Listing.Wanted wanted) {
        long total = jdbc.sql("select count(*) from ledger.rectification_task where case_number = ?").param(caseNumber).query(Long.class).single();
        List<LateRow> rows = jdbc.sql("select " + LATE_ROW + """
                 from ledger.rectification_task t where t.case_number = :case
                order by case when t.status in ('SIGNED_OFF', 'WITHDRAWN') then 1 else 0 end, t.deadline, t.task_number limit :size offset :from""")
                .param("case", caseNumber).param("size", wanted.size()).param("from", wanted.offset()).query(OverdueWork::row).list();
        return new Listing<>(instances(rows), wanted.page(), wanted.size(), total);
    }

    private List<TaskInstance> instances(List<LateRow> rows) {
        Horizon horizon = ledger.horizon();
        Map<String, String> departments = organization.departmentNames();
        List<String> numbers = rows.stream().map(LateRow::taskNumber).toList();
        Map<String, String> instances = running.ofTasks(numbers);
        Map<String, String> lastSteps = lastSteps(numbers);
        return rows.stream().map(row -> new TaskInstance(row.taskNumber(), row.title(), departments.get(row.leadDepartment()), row.status().label(), horizon.light(row.status(), row.kind(), row.deadline()).name(),
                row.deadline(), row.status().isTimed() ? horizon.daysLeft(row.deadline()) : null, row.status().isTimed() ? horizon.putOffTo(row.deadline()) : null, lastSteps.get(row.taskNumber()), instances.get(row.taskNumber()))).toList();
    }
}
