package org.rectification.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.calendar.WorkingDays;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Measure;
import org.rectification.rectification.RectificationCase;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.rectification.reporting.ReportRows.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Written reports of every department with open tasks, period by period. They never hold up the tasks themselves. */
@Service
@Transactional
public class Reporting {

    private final Reports reports;
    private final ReportRows rows;
    private final LedgerView ledger;
    private final Organization organization;
    private final WorkingDays workingDays;
    private final ReportingSettings settings;
    private final Cadences cadences;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reporting(Reports reports, ReportRows rows, LedgerView ledger, Organization organization, WorkingDays workingDays, ReportingSettings settings,
              Cadences cadences, JdbcClient jdbc, Clock clock) {
        this.reports = reports;
        this.rows = rows;
        this.ledger = ledger;
        this.organization = organization;
        this.workingDays = workingDays;
        this.settings = settings;
        this.cadences = cadences;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens every period that has ended since the last one opened, or since the launch; none before the launch.
     *
     * @return keys of the reports that are now owed, one for each department with open tasks
     */
    public List<String> openEndedPeriods(String caseNumber) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        if (ofCase.launchedAt() == null) return List.of();
        List<String> owed = new ArrayList<>();
        List<Period> ended = cadences.of(caseNumber).endedBetween(cadences.unreportedSince(ofCase), LocalDate.now(clock));
        if (ended.isEmpty()) return owed;
        List<String> departments = rows.departmentsWithOpenTasks(caseNumber);
        for (Period period : ended) owed.addAll(open(caseNumber, period, departments));
        return owed;
    }

    private List<String> open(String caseNumber, Period period, List<String> departments) {
        LocalDate dueOn = workingDays.after(period.endsOn(), settings.dueDays());
        jdbc.sql("insert into ledger.reporting_period (case_number, period, starts_on, ends_on, due_on, opened_at) values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, period.key(), period.startsOn(), period.endsOn(), dueOn, now()).update();
        return departments.stream().map(department -> reports.save(new ProgressReport(caseNumber, period.key(), department, dueOn)).reportKey()).toList();
    }

    /** An instance begins for a report that a period has opened, once, and for no other. */
    public void begun(String reportKey) {
        ProgressReport report = reports.get(reportKey);
        report.begun();
        reports.save(report);
    }

    @Transactional(readOnly = true)
    public ProgressReport report(String reportKey) {
        return reports.get(reportKey);
    }

    /** @throws Refusal NOT_YOURS for a report of other departments */
    @Transactional(readOnly = true)
    public ReportSheet sheet(String caseNumber, String period, String department, Person reader) {
        ProgressReport report = readable(caseNumber, period, department, reader);
        Horizon horizon = ledger.horizon();
        LocalDate today = horizon.today();
        Map<String, ReportRow> written = rows.of(report.reportKey());
        Map<String, ReportRow> last = rows.lastBefore(report);
        Map<String, Due> due = rows.due(caseNumber, department).stream().collect(Collectors.toMap(Due::taskNumber, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
        Map<String, List<Measure>> measures = ledger.measuresOf(report.status() == ReportStatus.OPEN ? due.keySet() : written.keySet());
        List<ReportSheet.Line> lines = new ArrayList<>();
        if (report.status() == ReportStatus.OPEN) {
            due.values().forEach(task -> lines.add(line(task, written.getOrDefault(task.taskNumber(), prefilled(task, last)), last, measures, horizon)));
        } else {
            written.values().stream().sorted(java.util.Comparator.comparing(ReportRow::taskNumber)).forEach(row -> lines.add(line(known(row, due, department), row, last, measures, horizon)));
        }
        LocalDate[] days = jdbc.sql("select starts_on, ends_on from ledger.reporting_period where case_number = ? and period = ?").params(caseNumber, period)
                .query((row, n) -> new LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)}).single();
        return new ReportSheet(today, caseNumber, period, days[0], days[1], department, organization.departmentNames().get(department), report.dueOn(), report.status(),
                report.standing(today), report.returns(), report.opinion(), report.submittedBy(), report.submittedAt(), report.reviewedBy(), report.reviewedAt(), lines);
    }

    /** What the department meant to do next is where this report begins. */
    private static ReportRow prefilled(Due task, Map<String, ReportRow> last) {
        ReportRow before = last.get(task.taskNumber());
        return before == null ? new ReportRow(task.taskNumber(), null, null, null, false) : new ReportRow(task.taskNumber(), null, before.noChange() ? null : before.hindrance(), before.nextStep(), false);
    }

    private Due known(ReportRow row, Map<String, Due> due, String department) {
        if (due.containsKey(row.taskNumber())) return due.get(row.taskNumber());
        return jdbc.sql("select task_number, title, deadline, lead_department = ? as lead from ledger.rectification_task where task_number = ?")
                .params(department, row.taskNumber()).query(Due.class).single();
    }

    private static ReportSheet.Line line(Due task, ReportRow row, Map<String, ReportRow> last, Map<String, List<Measure>> measures, Horizon horizon) {
        ReportRow before = last.get(task.taskNumber());
        return new ReportSheet.Line(task.taskNumber(), task.title(), task.deadline(), horizon.daysLeft(task.deadline()), task.lead(), row.progress(), row.hindrance(), row.nextStep(),
                row.noChange(), before == null ? null : before.noChange() ? "本期无新进展" : before.progress(),
                row.noChange() && before != null && before.noChange(), measures.getOrDefault(task.taskNumber(), List.of()).stream()
                        .map(measure -> new ReportSheet.MeasureTick(measure.ordinal(), measure.text(), measure.doneOn())).toList());
    }

    private ProgressReport readable(String caseNumber, String period, String department, Person reader) {
        ProgressReport report = reports.get(ProgressReport.key(caseNumber, period, department));
        if (!mayRead(department, reader)) throw Refusal.notYours("这份报告由其他科室填报，您无权查看");
        return report;
    }

    /** Keeps what is typed; rows that are not sent stay as they are. */
    public void saveDraft(String caseNumber, String period, String department, List<ReportRow> sent, Person by) {
        ProgressReport report = reports.get(ProgressReport.key(caseNumber, period, department));
        if (!by.handlesFor(department)) throw Refusal.notYours("这份报告由其他科室填报，您不能修改");
        report.requireOpen();
        if (sent == null) throw Refusal.ofInput("rows", "请提交报告的各行");
        Map<String, Due> due = rows.due(caseNumber, department).stream().collect(Collectors.toMap(Due::taskNumber, Function.identity(), (a, b) -> a));
        Flaws flaws = new Flaws();
        List<ReportRow> checked = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            ReportRow row = sent.get(i);
            flaws.inRow(i + 1);
            if (row == null || row.taskNumber() == null || !due.containsKey(row.taskNumber())) flaws.add("taskNumber", "任务“" + (row == null ? "" : row.taskNumber()) + "”不在本科室本期应报的任务中");
            else checked.add(row.checked(flaws));
        }
        flaws.refuseInput();
        checked.forEach(row -> rows.save(report.reportKey(), row));
    }

    public void submitted(String reportKey, String by) {
        ProgressReport report = reports.get(reportKey);
        Map<String, ReportRow> written = rows.of(reportKey);
        Flaws flaws = new Flaws();
        int line = 0;
        for (Due task : rows.due(report.caseNumber(), report.department())) {
            String missing = written.getOrDefault(task.taskNumber(), new ReportRow(task.taskNumber(), null, null, null, false)).missing();
            flaws.inRow(++line);
            if (missing != null) flaws.add("progress", task.title() + "：" + missing);
        }
        if (!flaws.isEmpty()) throw Refusal.ofRule(flaws.found());
        report.submitted(by, now());
        reports.save(report);
    }

    public void reviewed(String reportKey, String by, boolean accepted, String opinion) {
        ProgressReport report = reports.get(reportKey);
        report.reviewed(by, accepted, opinion, now());
        reports.save(report);
    }

    /** Departments × periods, newest period first. Who does not read everything gets his own departments' rows. */
    @Transactional(readOnly = true)
    public Overview overview(String caseNumber, Person reader) {
        ledger.caseOf(caseNumber);
        LocalDate today = LocalDate.now(clock);
        List<String> periods = periods(caseNumber).stream().map(Period::key).toList();
        Map<String, String> names = organization.departmentNames();
        // Read as cells, not as reports: a case of 200 departments has 4,800 of them a year.
        Map<String, Map<String, Overview.Cell>> cells = new HashMap<>();
        jdbc.sql("select department, period, status, first_submitted_at, due_on, returns from ledger.progress_report where case_number = ?").param(caseNumber).query(row -> {
            String department = row.getString("department");
            if (mayRead(department, reader)) cells.computeIfAbsent(department, none -> new HashMap<>()).put(row.getString("period"), cell(row, today));
        });
        List<Overview.Row> lines = names.keySet().stream().filter(cells::containsKey)
                .map(department -> new Overview.Row(department, names.get(department), periods.stream().map(cells.get(department)::get).toList())).toList();
        return new Overview(periods, lines);
    }

    /** Those for which anybody owed a report, newest first: while all tasks are signed off, periods pass that nobody reports on. */
    @Transactional(readOnly = true)
    public List<Period> periods(String caseNumber) {
        return jdbc.sql("""
                select p.period, p.starts_on, p.ends_on from ledger.reporting_period p where p.case_number = ?
                  and exists (select 1 from ledger.progress_report r where r.case_number = p.case_number and r.period = p.period) order by p.ends_on desc""").param(caseNumber)
                .query((row, n) -> new Period(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))).list();
    }

    private static boolean mayRead(String department, Person reader) {
        return reader.readsEverything() || reader.departments().contains(department);
    }

    private static Overview.Cell cell(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Overview.Cell(row.getString("period"), ReportStatus.valueOf(row.getString("status")),
                Standing.of(row.getObject("first_submitted_at", LocalDateTime.class), dueOn, today), dueOn, row.getInt("returns"));
    }

    /** What was submitted on one task, newest first: part of the task's file. */
    @Transactional(readOnly = true)
    public List<Submitted> submittedOn(String taskNumber) {
        return jdbc.sql("""
                select r.period, r.department, r.submitted_by, r.submitted_at, w.progress, w.hindrance, w.next_step, w.no_change
                from ledger.report_row w join ledger.progress_report r on r.report_key = w.report_key
                where w.task_number = ? and r.submitted_at is not null and r.status <> 'OPEN' order by r.submitted_at desc""").param(taskNumber).query(Submitted.class).list();
    }

    /** @param opinion why the office returned it, null where it did not */
    public record Owed(String reportKey, String caseNumber, String period, String department, LocalDate startsOn, LocalDate endsOn, LocalDate dueOn, String opinion) {

        public String periodName() {
            return new Period(period, startsOn, endsOn).label();
        }
    }

    /** Reports that this person's departments have still to hand in, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Owed> owedBy(Person handler) {
        List<String> own = handler.departments().stream().filter(handler::handlesFor).toList();
        if (own.isEmpty()) return List.of();
        return jdbc.sql("""
                select r.report_key, r.case_number, r.period, r.department, p.starts_on, p.ends_on, r.due_on, r.opinion from ledger.progress_report r
                join ledger.reporting_period p on p.case_number = r.case_number and p.period = r.period
                where r.status = 'OPEN' and r.department in (:own) order by r.due_on, r.report_key""").param("own", own).query(Owed.class).list();
    }

    public record Submitted(String period, String department, String submittedBy, LocalDateTime submittedAt, String progress, String hindrance, String nextStep, boolean noChange) {

        public String periodName() {
            return Period.labelOf(period);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
