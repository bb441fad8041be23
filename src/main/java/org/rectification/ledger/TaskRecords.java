package org.rectification.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.lookback.LookBackStatus;
import org.rectification.rectification.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record beside a page of tasks: one statement a kind of record, however many tasks the page has. */
@Repository
class TaskRecords {

    private final JdbcClient jdbc;

    TaskRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 配合科室 and outside bodies by name. */
    Map<String, List<String>> supportingParties(Collection<String> tasks) {
        record Party(String taskNumber, int kind, int ordinal, String name) {}
        return by(Party::taskNumber, Party::name, jdbc.sql("""
                select s.task_number, 1 as kind, d.ordinal, d.name from ledger.supporting_department s join ledger.department d on d.code = s.department where s.task_number in (:tasks)
                union all select t.task_number, 0, 0, '全局各科室' from ledger.rectification_task t where t.task_number in (:tasks) and t.supported_by_all
                  and not exists (select 1 from ledger.supporting_department s where s.task_number = t.task_number)
                union all select b.task_number, 2, b.ordinal, b.name from ledger.supporting_body b where b.task_number in (:tasks)
                order by 1, 2, 3, 4""").param("tasks", tasks).query(Party.class).list());
    }

    /** Measures done of all that a task has, as 2/3; tasks without any are left out. */
    Map<String, String> measuresDone(Collection<String> tasks) {
        record Share(String taskNumber, int done, int total) {}
        return jdbc.sql("select task_number, count(done_on) as done, count(*) as total from ledger.measure where task_number in (:tasks) group by task_number").param("tasks", tasks)
                .query(Share.class).list().stream().collect(Collectors.toMap(Share::taskNumber, share -> share.done() + "/" + share.total()));
    }

    /**
     * @param actingFor  user id of the one in whose place the person decided, null for himself
     * @param meeting    as people cite it, null for none
     * @param recordedBy user id of who typed what was decided on paper, null for the person himself
     */
    record Said(String taskNumber, int round, Role role, String person, String actingFor, boolean approved, String opinion, LocalDateTime decidedAt, String meeting, String recordedBy) {}

    /** What was said in each round, earlier rounds first. */
    Map<String, List<Said>> decisions(Collection<String> tasks) {
        return by(Said::taskNumber, jdbc.sql("""
                select task_number, round, role, person, acting_for, approved, opinion, decided_at, meeting, recorded_by from ledger.task_decision
                where task_number in (:tasks) order by task_number, round, decided_at""").param("tasks", tasks).query(Said.class).list());
    }

    record Reported(String taskNumber, String period, String progress, String hindrance, String nextStep) {}

    /** What the lead department last submitted. */
    Map<String, Reported> lastReports(Collection<String> tasks) {
        return jdbc.sql("""
                select task_number, period, progress, hindrance, next_step from (
                  select w.task_number, r.period, w.progress, w.hindrance, w.next_step, row_number() over (partition by w.task_number order by p.ends_on desc, p.period desc) as back
                  from ledger.report_row w
                  join ledger.progress_report r on r.report_key = w.report_key and r.status <> 'OPEN'
                  join ledger.reporting_period p on p.case_number = r.case_number and p.period = r.period
                  join ledger.rectification_task t on t.task_number = w.task_number and t.lead_department = r.department
                  where w.task_number in (:tasks)) reported
                where back = 1""").param("tasks", tasks).query(Reported.class).list().stream().collect(Collectors.toMap(Reported::taskNumber, reported -> reported));
    }

    /** Names of the files that were filed in rounds, oldest first. */
    Map<String, List<String>> evidence(Collection<String> tasks) {
        record Filed(String taskNumber, String fileName) {}
        return by(Filed::taskNumber, Filed::fileName, jdbc.sql("select task_number, file_name from ledger.evidence where task_number in (:tasks) and round > 0 order by id")
                .param("tasks", tasks).query(Filed.class).list());
    }

    record Extended(String taskNumber, LocalDate presentDeadline, LocalDate newDeadline, String reason, LocalDateTime decidedAt) {}

    /** Approved extensions, the first one first. */
    Map<String, List<Extended>> extensions(Collection<String> tasks) {
        return by(Extended::taskNumber, jdbc.sql("""
                select task_number, present_deadline, new_deadline, reason, decided_at from ledger.deadline_extension
                where task_number in (:tasks) and status = 'APPROVED' order by task_number, ordinal""").param("tasks", tasks).query(Extended.class).list());
    }

    record LookedBack(String taskNumber, LookBackStatus status, LocalDateTime decidedAt, String opinion) {}

    /** What looking back has found, the first time first. */
    Map<String, List<LookedBack>> lookBacks(Collection<String> tasks) {
        return by(LookedBack::taskNumber, jdbc.sql("""
                select task_number, status, decided_at, opinion from ledger.look_back
                where task_number in (:tasks) and decided_at is not null order by task_number, round""").param("tasks", tasks).query(LookedBack.class).list());
    }

    /** Why those that are blocked now are. */
    Map<String, String> blocks(Collection<String> tasks) {
        record Block(String taskNumber, String reason, String outsideBody) {}
        return jdbc.sql("select task_number, reason, outside_body from ledger.task_block where task_number in (:tasks) and status = 'BLOCKED'").param("tasks", tasks)
                .query(Block.class).list().stream().collect(Collectors.toMap(Block::taskNumber, block -> "客观受阻（" + block.outsideBody() + "）：" + block.reason()));
    }

    /** Department code → tasks that are past their deadline. */
    Map<String, Integer> overdueByDepartment(String caseNumber, LocalDate over) {
        record Overdue(String department, int tasks) {}
        return jdbc.sql("""
                select lead_department as department, count(*) as tasks from ledger.rectification_task
                where case_number = ? and deadline <= ? and status not in ('NOT_STARTED', 'SIGNED_OFF', 'BLOCKED', 'WITHDRAWN') group by lead_department""")
                .params(caseNumber, over).query(Overdue.class).list().stream().collect(Collectors.toMap(Overdue::department, Overdue::tasks));
    }

    /**
     * What was signed off before the case was taken over.
     *
     * @param recordedBy user id
     */
    record Historical(String taskNumber, LocalDate signedOffOn, String decidedBy, String recordedBy, LocalDateTime recordedAt) {}

    Map<String, Historical> historical(Collection<String> tasks) {
        return jdbc.sql("select task_number, signed_off_on, decided_by, recorded_by, recorded_at from ledger.historical_sign_off where task_number in (:tasks)").param("tasks", tasks)
                .query(Historical.class).list().stream().collect(Collectors.toMap(Historical::taskNumber, historical -> historical));
    }

    /** Names of the minutes on which they were, oldest first. */
    Map<String, List<String>> minutes(Collection<String> tasks) {
        record Filed(String taskNumber, String fileName) {}
        return by(Filed::taskNumber, Filed::fileName, jdbc.sql("""
                select e.task_number, e.file_name from ledger.historical_minutes m join ledger.evidence e on e.id = m.evidence_id where m.task_number in (:tasks) order by e.id""")
                .param("tasks", tasks).query(Filed.class).list());
    }

    private static <R> Map<String, List<R>> by(Function<R, String> task, List<R> records) {
        return by(task, each -> each, records);
    }

    private static <R, V> Map<String, List<V>> by(Function<R, String> task, Function<R, V> value, List<R> records) {
        return records.stream().collect(Collectors.groupingBy(task, Collectors.mapping(value, Collectors.toList())));
    }
}
