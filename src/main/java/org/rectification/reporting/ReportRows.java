package org.rectification.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task the department reports on now: its own or one it supports, unless it waits for somebody else. */
    record Due(String taskNumber, String title, LocalDate deadline, boolean lead) {}

    List<Due> due(String caseNumber, String department) {
        return jdbc.sql("""
                select t.task_number, t.title, t.deadline, t.lead_department = :department as lead from ledger.rectification_task t
                where t.case_number = :caseNumber and t.status = 'IN_PROGRESS' and (t.lead_department = :department
                  or exists (select 1 from ledger.supporting_department s where s.task_number = t.task_number and s.department = :department))
                order by t.problem, t.ordinal""").param("caseNumber", caseNumber).param("department", department).query(Due.class).list();
    }

    List<String> departmentsWithOpenTasks(String caseNumber) {
        return jdbc.sql("""
                select distinct t.lead_department from ledger.rectification_task t
                where t.case_number = :caseNumber and t.status not in ('NOT_STARTED', 'SIGNED_OFF', 'WITHDRAWN')
                union
                select distinct s.department from ledger.supporting_department s join ledger.rectification_task t on t.task_number = s.task_number
                where t.case_number = :caseNumber and t.status = 'IN_PROGRESS' order by 1""").param("caseNumber", caseNumber).query(String.class).list();
    }

    Map<String, ReportRow> of(String reportKey) {
        Map<String, ReportRow> rows = new HashMap<>();
        jdbc.sql("select task_number, progress, hindrance, next_step, no_change from ledger.report_row where report_key = ?").param(reportKey)
                .query(ReportRows::row).list().forEach(row -> rows.put(row.taskNumber(), row));
        return rows;
    }

    /** What this department last submitted on each task before this period. */
    Map<String, ReportRow> lastBefore(ProgressReport report) {
        Map<String, ReportRow> rows = new HashMap<>();
        jdbc.sql("""
                select w.task_number, w.progress, w.hindrance, w.next_step, w.no_change from ledger.report_row w
                join ledger.progress_report r on r.report_key = w.report_key
                where r.case_number = ? and r.department = ? and r.submitted_at is not null and r.report_key <> ? and r.due_on <= ? order by r.due_on, r.period""")
                .params(report.caseNumber(), report.department(), report.reportKey(), report.dueOn()).query(ReportRows::row).list().forEach(row -> rows.put(row.taskNumber(), row));
        return rows;
    }

    private static ReportRow row(ResultSet row, int n) throws SQLException {
        return new ReportRow(row.getString("task_number"), row.getString("progress"), row.getString("hindrance"), row.getString("next_step"), row.getBoolean("no_change"));
    }

    void save(String reportKey, ReportRow row) {
        int changed = jdbc.sql("update ledger.report_row set progress = ?, hindrance = ?, next_step = ?, no_change = ? where report_key = ? and task_number = ?")
                .params(row.progress(), row.hindrance(), row.nextStep(), row.noChange(), reportKey, row.taskNumber()).update();
        if (changed == 0) {
            jdbc.sql("insert into ledger.report_row (report_key, task_number, progress, hindrance, next_step, no_change) values (?, ?, ?, ?, ?, ?)")
                    .params(reportKey, row.taskNumber(), row.progress(), row.hindrance(), row.nextStep(), row.noChange()).update();
        }
    }
}
