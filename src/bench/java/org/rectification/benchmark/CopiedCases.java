package org.rectification.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectification.support.Desk;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Launched cases in each of which seven tasks went their way for real, one to every step and one to its end, and then, by SQL, as many more
 * of them as are wanted: every row that engine and ledger wrote for a task, again under other ids.
 */
class CopiedCases {

    /** Of a hundred open tasks: offered, claimed, sent back, waiting to be endorsed, checked, signed off; the seventh is signed off, beside the open ones. */
    private static final List<Integer> SHARES = List.of(60, 14, 6, 8, 7, 5);
    private static final int SIGNED_OFF = SHARES.size() + 1;
    private static final int OPEN_FOR_ONE_SIGNED_OFF = 10;
    private static final int TASKS_A_PROBLEM = 50;

    private static final Set<String> IDS = Set.of("id_", "proc_inst_id_", "root_proc_inst_id_", "execution_id_", "parent_id_", "task_id_", "act_inst_id_", "parent_act_inst_id_",
            "var_scope_", "var_inst_id_", "resource_id_", "operation_id_", "user_operation_id_");
    private static final Set<String> PEOPLE_AND_GROUPS = Set.of("group_id_", "assignee_", "user_id_", "person", "uploaded_by");
    private static final List<String> OF_HUMAN_TASKS = List.of("act_ru_identitylink", "act_hi_identitylink", "act_ru_authorization");
    private static final List<String> OF_THE_LEDGER = List.of("rectification_task", "measure", "task_launch", "task_decision", "evidence");

    private final Desk desk;
    private final JdbcTemplate jdbc;

    CopiedCases(ApplicationContext context, JdbcTemplate jdbc) {
        this.desk = new Desk(context);
        this.jdbc = jdbc;
    }

    /** @return the cases' numbers; each has so many open tasks and six more, and a tenth as many signed off. */
    List<String> launched(int cases, int open) {
        List<String> caseNumbers = IntStream.range(0, cases).mapToObj(each -> withOneTaskAtEveryStep()).toList();
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            copy(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), caseNumbers, open);
            return null;
        });
        return caseNumbers;
    }

    private String withOneTaskAtEveryStep() {
        String caseNumber = desk.launchedCase(SIGNED_OFF);
        desk.claim("sanitation1", task(caseNumber, 2), "Task_Implement");
        desk.submit(task(caseNumber, 3));
        desk.endorse(task(caseNumber, 3), false);
        for (int n = 4; n <= SIGNED_OFF; n++) desk.submit(task(caseNumber, n));
        for (int n = 5; n <= SIGNED_OFF; n++) desk.endorse(task(caseNumber, n), true);
        for (int n = 6; n <= SIGNED_OFF; n++) desk.check(task(caseNumber, n), true);
        desk.signOff(task(caseNumber, SIGNED_OFF), true);
        return caseNumber;
    }

    private static String task(String caseNumber, int ordinal) {
        return Desk.taskNumber(caseNumber, ordinal);
    }

    private static void copy(JdbcTemplate sql, List<String> caseNumbers, int open) {
        int all = open + open / OPEN_FOR_ONE_SIGNED_OFF;
        sql.execute("set session_replication_role = replica");
        sql.execute("set work_mem = '256MB'");
        sql.execute("set maintenance_work_mem = '512MB'");
        sql.execute("""
                create or replace function pg_temp.copied(id text, n int) returns text language sql immutable as $$
                  select case when position(':' in id) > 0 then split_part(id, ':', 1) || ':' || md5(split_part(id, ':', 2) || n)::uuid::text else md5(id || n)::uuid::text end $$""");
        sql.execute("create temp table original (case_number text, ordinal int, task text, instance text)");
        for (String caseNumber : caseNumbers) {
            for (int n = 1; n <= SIGNED_OFF; n++) sql.update("insert into original select ?, ?, business_key_, id_ from act_hi_procinst where business_key_ = ?", caseNumber, n, task(caseNumber, n));
            sql.update("""
                    insert into ledger.problem (version, case_number, number, aspect, title, text, origin, in_plan)
                    select 0, ?, n, '方面' || n % 12, '问题' || n, '表述', 'FEEDBACK', true from generate_series(2, ?) n""", caseNumber, 2 + (all - 1) / TASKS_A_PROBLEM);
            sql.update("update ledger.rectification_case set launched_at = current_timestamp - interval '100 days', open_tasks = open_tasks + ? where case_number = ?", open, caseNumber);
        }
        sql.execute("create temp table step as select t.id_ as human_task, o.instance from act_hi_taskinst t join original o on o.instance = t.proc_inst_id_");
        sql.update("insert into ledger.measure (case_number, task_number, ordinal, text) select case_number, task, 2, '逐项落实' from original");
        copies(sql, open, all);
        List<String> ofProcesses = sql.queryForList("select table_name from information_schema.columns where table_name ~ '^act_(ru|hi)_' and column_name = 'proc_inst_id_'", String.class);
        withoutIndexes(sql, () -> {
            for (String table : ofProcesses) copy(sql, "public", table, "x.proc_inst_id_ = c.instance");
            for (String table : OF_HUMAN_TASKS) copy(sql, "public", table, "s.instance = c.instance join public." + table + " x on x." + (table.endsWith("authorization") ? "resource_id_" : "task_id_") + " = s.human_task");
            for (String table : OF_THE_LEDGER) copy(sql, "ledger", table, "x.task_number = c.original");
        });
        sql.update("""
                insert into ledger.ladder_step (case_number, subject, department, lead_leader, title, round, deadline, rung, level, days_left, missed, recipients, table_version, taken_on)
                select c.case_number, c.task, c.department, c.leader, c.title, 1, c.deadline, rung, (array['提醒', '催办'])[rung], -1, 0, '经办人', 1, c.deadline + rung
                from copies c, generate_series(1, 2) rung where c.n < ? and c.deadline < ?""", open, LocalDate.now());
        sql.execute("drop table original, step, copies");
        for (String setting : List.of("session_replication_role", "work_mem", "maintenance_work_mem")) sql.execute("reset " + setting);
    }

    /** Rows go in several times as fast without the indexes that are no constraint's; they are built anew afterwards. */
    private static void withoutIndexes(JdbcTemplate sql, Runnable copying) {
        List<String> indexes = sql.queryForList("""
                select indexdef from pg_indexes i where (tablename ~ '^act_(ru|hi)_' or schemaname = 'ledger')
                and not exists (select 1 from pg_constraint c where c.conname = i.indexname)""", String.class);
        for (String index : indexes) sql.execute("drop index " + index.replaceAll("(?s).* INDEX (\\S+) ON (\\w+)\\..*", "$2.$1"));
        copying.run();
        indexes.forEach(sql::execute);
    }

    /** Nine departments, three leaders, deadlines over two hundred days of which forty are past; other steps are due within the week. */
    private static void copies(JdbcTemplate sql, int open, int all) {
        String step = "case";
        int share = 0;
        for (int n = 0; n < SHARES.size(); n++) step += " when n * 37 % 100 < " + (share += SHARES.get(n)) + " then " + (n + 1);
        sql.update("""
                create temp table copies as
                select o.case_number, n, o.task as original, o.instance, o.case_number || '-' || to_char(2 + n / ?, 'FM99900') || '-' || to_char(1 + n % ?, 'FM00') as task, 2 + n / ? as problem, 1 + n % ? as ordinal, '任务' || n as title,
                  (array['general', 'appearance', 'sanitation', 'parks', 'utilities', 'enforcement', 'party', 'finance', 'legal'])[1 + n % 9] as department, 'leader' || 1 + n / 9 % 3 as leader,
                  ?::date - 40 + abs(hashint4(n)) % 200 as deadline, ?::date - 2 + abs(hashint4(n)) % 7 as step_due, case when n % 7 = 0 then 'IMMEDIATE' else 'TIME_LIMITED' end as kind
                from (select n, case when n >= ? then ? else %s end end as step from generate_series(0, ? - 1) n) each_task join original o on o.ordinal = step""".replace("%s", step),
                TASKS_A_PROBLEM, TASKS_A_PROBLEM, TASKS_A_PROBLEM, TASKS_A_PROBLEM, LocalDate.now(), LocalDate.now(), open, SIGNED_OFF, all);
        sql.execute("analyze copies");
    }

    private static void copy(JdbcTemplate sql, String schema, String table, String originals) {
        List<Map<String, Object>> columns = sql.queryForList("select column_name, is_identity from information_schema.columns where table_schema = ? and table_name = ? order by ordinal_position", schema, table);
        List<String> names = columns.stream().filter(column -> column.get("is_identity").equals("NO")).map(column -> (String) column.get("column_name")).toList();
        sql.update("insert into " + schema + "." + table + " (" + String.join(", ", names) + ") select " + names.stream().map(name -> copied(table, name)).collect(Collectors.joining(", "))
                + " from " + (schema.equals("ledger") || !OF_HUMAN_TASKS.contains(table) ? schema + "." + table + " x" : "step s") + " join copies c on " + originals);
    }

    private static String copied(String table, String column) {
        String its = "x." + column;
        if (table.equals("rectification_task")) return switch (column) {
            case "task_number" -> "c.task";
            case "problem", "ordinal", "title", "deadline", "kind" -> "c." + column;
            case "original_deadline" -> "c.deadline";
            case "lead_department" -> "c.department";
            case "lead_leader" -> "c.leader";
            case "signed_off_at" -> its + " - c.n % 90 * interval '1 day'";
            default -> its;
        };
        if (IDS.contains(column)) return "pg_temp.copied(" + its + ", c.n)";
        if (PEOPLE_AND_GROUPS.contains(column)) return "replace(" + its + ", 'sanitation', c.department)";
        return switch (column) {
            case "task_number" -> "c.task";
            case "business_key_" -> "c.task";
            case "text_" -> "case x.name_ when 'businessKey' then c.task when 'subject' then c.title when 'notFor' then ',' || c.leader || ',' else " + its + " end";
            case "create_time_" -> its + " - abs(hashint4(c.n + 1)) % 8000000 * interval '1 second'";
            case "due_date_" -> "case when x.task_def_key_ = 'Task_Implement' then c.deadline else c.step_due end + time '23:59:59'";
            default -> its;
        };
    }
}
