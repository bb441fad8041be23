package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Written once, read for ever; the table's keys keep the four people apart even where two requests race. */
@Repository
class Decisions {

    private static final String COLUMNS = "select task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting, recorded_by, scan from ledger.task_decision ";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Decision decision) {
        jdbc.sql("""
                insert into ledger.task_decision (task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(decision.taskNumber(), decision.round(), decision.role().name(), decision.person(), decision.approved(),
                        decision.opinion(), decision.evidenceHash(), decision.decidedAt(), decision.actingFor())
                .update();
    }

    /** In the transaction that wrote the decision; afterwards nothing is added to it. */
    void found(String taskNumber, int round, String person, Footing footing) {
        jdbc.sql("update ledger.task_decision set meeting = ?, recorded_by = ?, scan = ? where task_number = ? and round = ? and person = ?")
                .params(footing.meeting(), footing.recordedBy(), footing.scan(), taskNumber, round, person).update();
    }

    record Objection(int round, String reason, LocalDateTime objectedAt, LocalDateTime withdrawnAt) {}

    /** Those of leaders to what was recorded for them, the first one first. */
    List<Objection> objectionsTo(String taskNumber) {
        return jdbc.sql("select round, reason, objected_at, withdrawn_at from ledger.recording_objection where task_number = ? order by id").param(taskNumber).query(Objection.class).list();
    }

    /** What the round has of decisions so far is still to be read, and counts for nothing. */
    void supersede(String taskNumber, int round) {
        jdbc.sql("""
                insert into ledger.superseded_decision (task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting, recorded_by, scan)
                select task_number, round, role, person, approved, opinion, evidence_hash, decided_at, acting_for, meeting, recorded_by, scan from ledger.task_decision where task_number = ? and round = ?""")
                .params(taskNumber, round).update();
        jdbc.sql("delete from ledger.task_decision where task_number = ? and round = ?").params(taskNumber, round).update();
    }

    List<Decision> supersededOf(String taskNumber) {
        return jdbc.sql(COLUMNS.replace("task_decision", "superseded_decision") + "where task_number = ? order by round, decided_at").param(taskNumber).query(Decision.class).list();
    }

    /** Task number → its latest refusal, of those that were refused. */
    Map<String, Decision> lastRefusals(Collection<String> taskNumbers) {
        return jdbc.sql(COLUMNS + "where task_number in (:tasks) and approved = false order by round, decided_at").param("tasks", taskNumbers).query(Decision.class).list().stream()
                .collect(Collectors.toMap(Decision::taskNumber, Function.identity(), (earlier, later) -> later));
    }

    List<Decision> of(String taskNumber, int round) {
        return jdbc.sql(COLUMNS + "where task_number = ? and round = ? order by decided_at").params(taskNumber, round).query(Decision.class).list();
    }

    List<Decision> of(String taskNumber) {
        return jdbc.sql(COLUMNS + "where task_number = ? order by round, decided_at").param(taskNumber).query(Decision.class).list();
    }
}
