package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The instalments that issued tasks ask for. */
@Repository
class Instalments {

    private final JdbcClient jdbc;

    Instalments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Departments first. */
    List<Instalment> of(String taskNumber) {
        return of(List.of(taskNumber)).getOrDefault(taskNumber, List.of());
    }

    /** Those of many tasks, by their numbers; a task that asks for none is left out. */
    Map<String, List<Instalment>> of(Collection<String> taskNumbers) {
        Map<String, List<Instalment>> found = new HashMap<>();
        jdbc.sql("""
                select task_number, department as party, false as outside, instalment as text, confirmed_by, confirmed_at, 0 as place from ledger.supporting_department
                where task_number in (:tasks) and started is not null
                union all select b.task_number, b.name, true, b.instalment, b.confirmed_by, b.confirmed_at, b.ordinal from ledger.supporting_body b
                join ledger.rectification_task t on t.task_number = b.task_number where b.task_number in (:tasks) and t.round > 0
                order by place, party""").param("tasks", taskNumbers).query(row -> {
                    found.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                            .add(new Instalment(row.getString(2), row.getBoolean(3), row.getString(4), row.getString(5), row.getObject(6, LocalDateTime.class)));
                });
        return found;
    }

    Optional<Instalment> ofDepartment(String taskNumber, String department) {
        return of(taskNumber).stream().filter(instalment -> !instalment.outside() && instalment.party().equals(department)).findFirst();
    }

    Optional<Instalment> ofBody(String taskNumber, String body) {
        return of(taskNumber).stream().filter(instalment -> instalment.outside() && instalment.party().equals(body)).findFirst();
    }

    /** Who has spoken for a party, and therefore judges nothing of the task. */
    Set<String> spokesmen(String taskNumber) {
        return of(taskNumber).stream().filter(instalment -> !instalment.isAwaited()).map(Instalment::confirmedBy).collect(Collectors.toSet());
    }

    /** Every department that was not asked before. */
    void ask(String taskNumber) {
        jdbc.sql("update ledger.supporting_department set started = false where task_number = ? and started is null").param(taskNumber).update();
    }

    /** @return whether this department was asked and its process had not begun */
    boolean begin(String taskNumber, String department) {
        return jdbc.sql("update ledger.supporting_department set started = true where task_number = ? and department = ? and started = false")
                .params(taskNumber, department).update() == 1;
    }

    /** A department that has not spoken yet is asked no longer. @return whether it was asked */
    boolean release(String taskNumber, String department) {
        return jdbc.sql("delete from ledger.supporting_department where task_number = ? and department = ? and confirmed_at is null").params(taskNumber, department).update() == 1;
    }

    void write(String taskNumber, Instalment confirmed) {
        String party = confirmed.outside() ? "supporting_body set instalment = ?, confirmed_by = ?, confirmed_at = ? where task_number = ? and name = ?"
                : "supporting_department set instalment = ?, confirmed_by = ?, confirmed_at = ? where task_number = ? and department = ?";
        jdbc.sql("update ledger." + party).params(confirmed.text(), confirmed.confirmedBy(), confirmed.confirmedAt(), taskNumber, confirmed.party()).update();
    }

    /** Departments of the case's open tasks that were asked and have not spoken yet. */
    List<SupportKey> awaitedDepartments(String caseNumber) {
        return jdbc.sql("""
                select s.task_number, s.department from ledger.supporting_department s join ledger.rectification_task t on t.task_number = s.task_number
                where t.case_number = ? and t.status not in ('NOT_STARTED', 'SIGNED_OFF', 'WITHDRAWN') and s.started is not null and s.confirmed_at is null
                order by s.task_number, s.department""").param(caseNumber).query(SupportKey.class).list();
    }
}
