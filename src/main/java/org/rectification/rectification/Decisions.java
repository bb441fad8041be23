package org.rectification.rectification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Written once, read for ever; the table's keys keep the four people apart even where two requests race. */
@Repository
class Decisions {

    private static final String COLUMNS = "select task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting from ledger.task_decision ";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Decision decision) {
        jdbc.sql("""
                insert into ledger.task_decision (task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(decision.taskNumber(), decision.round(), decision.role().name(), decision.person(), decision.approved(),
                        decision.opinion(), decision.evidenceHash(), decision.decidedAt(), decision.actingFor(), decision.meeting())
                .update();
    }

    /** In the transaction that wrote the decision; afterwards nothing is added to it. */
    void cite(String taskNumber, int round, String person, String meeting) {
        jdbc.sql("update ledger.task_decision set meeting = ? where task_number = ? and round = ? and person = ?").params(meeting, taskNumber, round, person).update();
    }

    /** What the round has of decisions so far is still to be read, and counts for nothing. */
    void supersede(String taskNumber, int round) {
        jdbc.sql("""
                insert into ledger.superseded_decision (task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting)
                select task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting from ledger.task_decision where task_number = ? and round = ?""")
                .params(taskNumber, round).update();
        jdbc.sql("delete from ledger.task_decision where task_number = ? and round = ?").params(taskNumber, round).update();
    }

    List<Decision> supersededOf(String taskNumber) {
        return jdbc.sql(COLUMNS.replace("task_decision", "superseded_decision") + "where task_number = ? order by round, decided_at").param(taskNumber).query(Decision.class).list();
    }

    List<Decision> of(String taskNumber, int round) {
        return jdbc.sql(COLUMNS + "where task_number = ? and round = ? order by decided_at").params(taskNumber, round).query(Decision.class).list();
    }

    List<Decision> of(String taskNumber) {
        return jdbc.sql(COLUMNS + "where task_number = ? order by round, decided_at").param(taskNumber).query(Decision.class).list();
    }
}
