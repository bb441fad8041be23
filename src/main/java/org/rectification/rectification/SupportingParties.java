package org.rectification.rectification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rectification.organization.Person;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 配合科室 of the tasks, as department codes, and outside bodies by name. {@link #ALL} stands alone until the task is issued, then for the departments it meant. */
@Repository
class SupportingParties {

    /** 全局各科室: every department but the one that leads. */
    static final String ALL = "ALL";

    private final JdbcClient jdbc;

    SupportingParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> departmentsOf(String taskNumber) {
        return jdbc.sql("""
                select department from ledger.supporting_department where task_number = :task
                union all select 'ALL' from ledger.rectification_task where task_number = :task and supported_by_all
                  and not exists (select 1 from ledger.supporting_department where task_number = :task) order by 1""").param("task", taskNumber).query(String.class).list();
    }

    /** Those of these tasks that any department supports. */
    Set<String> supportedAmong(Collection<String> taskNumbers) {
        return new HashSet<>(jdbc.sql("""
                select task_number from ledger.supporting_department where task_number in (:tasks)
                union select task_number from ledger.rectification_task where task_number in (:tasks) and supported_by_all""")
                .param("tasks", taskNumbers).query(String.class).list());
    }

    /** In the order in which they were written down. */
    List<String> bodiesOf(String taskNumber) {
        return jdbc.sql("select name from ledger.supporting_body where task_number = ? order by ordinal").param(taskNumber).query(String.class).list();
    }

    Map<String, List<String>> departmentsOfCase(String caseNumber) {
        Map<String, List<String>> departments = new HashMap<>();
        jdbc.sql("""
                select s.task_number, s.department from ledger.supporting_department s
                join ledger.rectification_task t on t.task_number = s.task_number where t.case_number = :case
                union all select t.task_number, 'ALL' from ledger.rectification_task t where t.case_number = :case and t.supported_by_all
                  and not exists (select 1 from ledger.supporting_department s where s.task_number = t.task_number) order by 1, 2""").param("case", caseNumber).query(gather(departments));
        return departments;
    }

    Map<String, List<String>> bodiesOfCase(String caseNumber) {
        Map<String, List<String>> bodies = new HashMap<>();
        jdbc.sql("""
                select b.task_number, b.name from ledger.supporting_body b
                join ledger.rectification_task t on t.task_number = b.task_number where t.case_number = ? order by b.task_number, b.ordinal""").param(caseNumber).query(gather(bodies));
        return bodies;
    }

    private static RowCallbackHandler gather(Map<String, List<String>> byTask) {
        return row -> byTask.computeIfAbsent(row.getString(1), number -> new ArrayList<>()).add(row.getString(2));
    }

    boolean isSupportedBy(String taskNumber, Person handler) {
        return departmentsOf(taskNumber).stream().anyMatch(handler::handlesFor);
    }

    void assign(String taskNumber, Collection<String> departments, Collection<String> bodies) {
        boolean all = departments.contains(ALL);
        jdbc.sql("update ledger.rectification_task set supported_by_all = ? where task_number = ?").params(all, taskNumber).update();
        if (!all) departments.forEach(department -> assign(taskNumber, department));
        int ordinal = 0;
        for (String body : bodies) assign(taskNumber, ++ordinal, body);
    }

    /** By whoever does not support it yet and does not lead it; {@link #ALL} is already everybody. */
    void widen(RectificationTask task, Collection<String> departments, Collection<String> bodies) {
        List<String> present = departmentsOf(task.taskNumber());
        if (!present.contains(ALL)) departments.stream().filter(department -> !present.contains(department) && !department.equals(task.leadDepartment())).forEach(department -> assign(task.taskNumber(), department));
        List<String> outside = bodiesOf(task.taskNumber());
        int ordinal = outside.size();
        for (String body : bodies) if (!outside.contains(body)) assign(task.taskNumber(), ++ordinal, body);
    }

    private void assign(String taskNumber, int ordinal, String body) {
        jdbc.sql("insert into ledger.supporting_body (task_number, ordinal, name) values (?, ?, ?)").params(taskNumber, ordinal, body).update();
    }

    private void assign(String taskNumber, String department) {
        jdbc.sql("insert into ledger.supporting_department (task_number, department) values (?, ?)").params(taskNumber, department).update();
    }

    void release(String taskNumber) {
        jdbc.sql("delete from ledger.supporting_department where task_number = ?").param(taskNumber).update();
        jdbc.sql("delete from ledger.supporting_body where task_number = ?").param(taskNumber).update();
    }

    /** From here on {@link #ALL} is what it means on this day. */
    void spellOutAll(RectificationTask task, Collection<String> everyDepartment) {
        if (!departmentsOf(task.taskNumber()).equals(List.of(ALL))) return;
        everyDepartment.stream().filter(department -> !department.equals(task.leadDepartment())).forEach(department -> assign(task.taskNumber(), department));
    }
}
