package org.rectification.rectification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Written once, read for ever; the table's keys keep the four people apart even where two requests race. */
@Repository
class Decisions {

    private static final String COLUMNS = "select task_number, round, role, person, approved, opinion, evidence_hash, decided_at from ledger.task_decision ";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Decision decision) {
        jdbc.sql("""
                insert into ledger.task_decision (task_number, round, role, person, approved, opinion, evidence_hash, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(decision.taskNumber(), decision.round(), decision.role().name(), decision.person(), decision.approved(),
                        decision.opinion(), decision.evidenceHash(), decision.decidedAt())
                .update();
    }

    List<Decision> of(String taskNumber, int round) {
        return jdbc.sql(COLUMNS + "where task_number = ? and round = ? order by decided_at").params(taskNumber, round).query(Decision.class).list();
    }

    List<Decision> of(String taskNumber) {
        return jdbc.sql(COLUMNS + "where task_number = ? order by round, decided_at").param(taskNumber).query(Decision.class).list();
    }
}
