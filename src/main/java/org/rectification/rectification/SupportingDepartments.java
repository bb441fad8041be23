package org.rectification.rectification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 配合科室 of the tasks, as department codes. */
@Repository
class SupportingDepartments {

    private final JdbcClient jdbc;

    SupportingDepartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(String taskNumber) {
        return jdbc.sql("select department from ledger.supporting_department where task_number = ? order by department").param(taskNumber).query(String.class).list();
    }

    Map<String, TreeSet<String>> ofCase(String caseNumber) {
        Map<String, TreeSet<String>> departments = new HashMap<>();
        jdbc.sql("""
                select s.task_number, s.department from ledger.supporting_department s
                join ledger.rectification_task t on t.task_number = s.task_number where t.case_number = ?""").param(caseNumber).query(row -> {
            departments.computeIfAbsent(row.getString(1), number -> new TreeSet<>()).add(row.getString(2));
        });
        return departments;
    }

    void assign(String taskNumber, Collection<String> departments) {
        for (String department : departments) {
            jdbc.sql("insert into ledger.supporting_department (task_number, department) values (?, ?)").params(taskNumber, department).update();
        }
    }

    void release(String taskNumber) {
        jdbc.sql("delete from ledger.supporting_department where task_number = ?").param(taskNumber).update();
    }
}
