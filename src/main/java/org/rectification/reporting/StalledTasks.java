package org.rectification.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rectification.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 连续两期无新进展: tasks in the lead department's hands on which its last two submitted reports both say that nothing moved.
 * A period without any word on the task, unreported or returned, is no progress and does not break the row. What waits for
 * others, is signed off or blocked has left the department's hands and is not listed. What was reported before a rebound says
 * nothing about it.
 */
@Service
@Transactional(readOnly = true)
public class StalledTasks {

    private static final String STALLED = """
            with said as (
              select w.task_number, w.no_change, w.hindrance, r.period,
                row_number() over (partition by w.task_number order by p.ends_on desc, p.period desc) as back
              from ledger.report_row w
              join ledger.progress_report r on r.report_key = w.report_key and r.status <> 'OPEN'
              join ledger.reporting_period p on p.case_number = r.case_number and p.period = r.period
              join ledger.rectification_task t on t.task_number = w.task_number and t.lead_department = r.department and t.status = 'IN_PROGRESS'
              where %1$s and not exists (select 1 from ledger.look_back l where l.task_number = t.task_number and l.status = 'REBOUNDED' and l.decided_at > r.first_submitted_at))
            select t.task_number, t.title, t.lead_department, t.lead_leader, t.deadline,
              last.period as period, last.hindrance as reason, earlier.period as earlier_period, earlier.hindrance as earlier_reason
            from ledger.rectification_task t
            join said last on last.task_number = t.task_number and last.back = 1 and last.no_change
            join said earlier on earlier.task_number = t.task_number and earlier.back = 2 and earlier.no_change
            order by t.deadline, t.task_number limit %2$d""";

    private final JdbcClient jdbc;

    StalledTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reason why nothing moved in the last reported period; {@code earlierReason} in the one reported before */
    public record Stalled(String taskNumber, String title, String leadDepartment, String leadLeader, LocalDate deadline,
                          String period, String reason, String earlierPeriod, String earlierReason) {

        public String periodName() {
            return Period.labelOf(period);
        }

        public String earlierPeriodName() {
            return Period.labelOf(earlierPeriod);
        }
    }

    /** Those that this person answers for, in every case, the most urgent first. */
    public List<Stalled> ledBy(Person leader, int most) {
        return jdbc.sql(STALLED.formatted("t.lead_leader = ?", most)).param(leader.userId()).query(Stalled.class).list();
    }

    public List<Stalled> of(String caseNumber, int most) {
        return jdbc.sql(STALLED.formatted("t.case_number = ?", most)).param(caseNumber).query(Stalled.class).list();
    }

    public Optional<Stalled> task(String taskNumber) {
        return jdbc.sql(STALLED.formatted("t.task_number = ?", 1)).param(taskNumber).query(Stalled.class).optional();
    }
}
