package org.rectification.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rectification.rectification.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why tasks are with their departments once more. */
@Repository
public class SentBack {

    private final JdbcClient jdbc;

    SentBack(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Task number → 核查退回：…, of those whose last round was refused. */
    public Map<String, String> reasons(Collection<String> taskNumbers) {
        Map<String, String> reasons = new HashMap<>();
        if (taskNumbers.isEmpty()) return reasons;
        jdbc.sql("""
                select d.task_number, d.role, d.opinion from ledger.task_decision d join ledger.rectification_task t on t.task_number = d.task_number and t.round = d.round + 1
                where d.task_number in (:tasks) and d.approved = false""").param("tasks", taskNumbers).query(row -> {
                    reasons.put(row.getString(1), Role.valueOf(row.getString(2)).label() + "退回：" + row.getString(3));
                });
        return reasons;
    }
}
