package org.rectification.reporting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 未报: how many reports in a row a department has not handed in although they were due. One that came late ends the row. */
@Service
@Transactional(readOnly = true)
public class MissedReports {

    private final JdbcClient jdbc;

    MissedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lastDueOn when the last missing one was due */
    public record Missed(String caseNumber, String department, String departmentName, int inARow, LocalDate lastDueOn) {}

    /** Of every case that is not closed. */
    public List<Missed> dueBefore(LocalDate today) {
        return jdbc.sql("""
                select r.case_number, r.department, d.name as department_name, count(*) as in_a_row, max(r.due_on) as last_due_on
                from ledger.progress_report r join ledger.department d on d.code = r.department
                join ledger.rectification_case c on c.case_number = r.case_number and c.closed_at is null
                where r.due_on < :today and r.first_submitted_at is null and not exists (
                  select 1 from ledger.progress_report later where later.case_number = r.case_number and later.department = r.department
                    and later.due_on > r.due_on and later.first_submitted_at is not null)
                group by r.case_number, r.department, d.name order by r.case_number, r.department""").param("today", today)
                .query((row, n) -> new Missed(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getObject(5, LocalDate.class))).list();
    }
}
