package org.rectification.support;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the tasks and reports of other tests out of a watch over deadlines years ahead, and puts them back as they were. */
public final class SetAside implements AutoCloseable {

    private final JdbcTemplate jdbc;
    private final List<Map<String, Object>> tasks;
    private final List<Map<String, Object>> reports;

    private SetAside(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        tasks = jdbc.queryForList("select task_number, status from ledger.rectification_task where status in ('IN_PROGRESS', 'AWAITING_ENDORSEMENT')");
        reports = jdbc.queryForList("select report_key, due_on from ledger.progress_report where first_submitted_at is null");
    }

    public static SetAside everything(JdbcTemplate jdbc) {
        SetAside aside = new SetAside(jdbc);
        jdbc.update("update ledger.rectification_task set status = 'BLOCKED' where status in ('IN_PROGRESS', 'AWAITING_ENDORSEMENT')");
        jdbc.update("update ledger.progress_report set due_on = date '2999-01-01' where first_submitted_at is null");
        return aside;
    }

    @Override
    public void close() {
        jdbc.batchUpdate("update ledger.rectification_task set status = ? where task_number = ?", tasks.stream().map(row -> new Object[] {row.get("status"), row.get("task_number")}).toList());
        jdbc.batchUpdate("update ledger.progress_report set due_on = ? where report_key = ?", reports.stream().map(row -> new Object[] {row.get("due_on"), row.get("report_key")}).toList());
    }
}
