package org.rectification.bulletin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments have said of their tasks, one statement for a whole case. */
@Repository
class TaskTexts {

    private final JdbcClient jdbc;

    TaskTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Said(String taskNumber, String text) {}

    /** Completion statements of the rounds that tasks are in. */
    Map<String, String> completionStatements(String caseNumber) {
        return byTask(jdbc.sql("""
                select d.task_number, d.opinion as text from ledger.task_decision d join ledger.rectification_task t on t.task_number = d.task_number and t.round = d.round
                where t.case_number = ? and d.role = 'SUBMITTER' and d.opinion is not null""").param(caseNumber).query(Said.class).list());
    }

    /** What the lead department last reported with news in it and the office accepted. */
    Map<String, String> acceptedReports(String caseNumber) {
        return byTask(jdbc.sql("""
                select task_number, progress as text from (
                  select w.task_number, w.progress, row_number() over (partition by w.task_number order by p.ends_on desc, p.period desc) as back
                  from ledger.report_row w
                  join ledger.progress_report r on r.report_key = w.report_key and r.status = 'ACCEPTED'
                  join ledger.reporting_period p on p.case_number = r.case_number and p.period = r.period
                  join ledger.rectification_task t on t.task_number = w.task_number and t.lead_department = r.department
                  where r.case_number = ? and not w.no_change and w.progress is not null) reported
                where back = 1""").param(caseNumber).query(Said.class).list());
    }

    /** Measures that are done, of tasks that are not. */
    Map<String, List<String>> measuresDone(String caseNumber) {
        return jdbc.sql("""
                select m.task_number, m.text from ledger.measure m join ledger.rectification_task t on t.task_number = m.task_number
                where t.case_number = ? and m.done_on is not null and t.status not in ('SIGNED_OFF', 'WITHDRAWN') order by m.task_number, m.ordinal""").param(caseNumber).query(Said.class).list()
                .stream().collect(Collectors.groupingBy(Said::taskNumber, Collectors.mapping(Said::text, Collectors.toList())));
    }

    private static Map<String, String> byTask(List<Said> said) {
        return said.stream().collect(Collectors.toMap(Said::taskNumber, Said::text, (one, other) -> one));
    }
}
