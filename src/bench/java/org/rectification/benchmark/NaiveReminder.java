package org.rectification.benchmark;

import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a timer on each task would do when it fires: record the step that the watch records. */
@Component("naiveReminder")
public class NaiveReminder {

    private final JdbcTemplate jdbc;

    NaiveReminder(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void remind(String subject) {
        LocalDate day = LocalDate.of(2099, 1, 2);
        jdbc.update("""
                insert into ledger.ladder_step (case_number, subject, department, title, round, deadline, rung, level, days_left, missed, recipients, table_version, taken_on, status, rebounds)
                select min(case_number), ?, 'sanitation', '整改任务', 1, ?, 20, '提醒', 1, 0, '经办人', 1, ?, 'TAKEN', 0 from ledger.rectification_case""", subject, day.minusDays(1), day);
    }
}
