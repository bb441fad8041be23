package org.rectification.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The rows that launching a case wrote: taken out of their tables and put back by nothing but batched JDBC inserts. */
class Rows {

    /** Engine tables in the order in which foreign keys let them in, then ours. */
    private static final List<String> TABLES = List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_identitylink", "act_hi_procinst",
            "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_detail", "act_hi_identitylink", "act_hi_op_log", "act_ru_authorization", "ledger.task_launch");

    private final Map<String, Map<String, List<Object[]>>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> instances;

    private Rows(List<String> instances) {
        this.instances = instances;
    }

    static Rows takenOut(DataSource database, String caseNumber) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("create temp table launched as select id_ as instance, business_key_ as task from act_ru_execution where business_key_ like '" + caseNumber + "-%'");
            sql.execute("create temp table opened as select t.id_ as human_task, l.instance from act_ru_task t join launched l on l.instance = t.proc_inst_id_");
            Rows taken = new Rows(strings(sql, "select instance from launched"));
            for (String table : TABLES) taken.read(sql, table);
            sql.execute("set session_replication_role = replica");
            for (String table : TABLES) sql.execute("delete from " + table + " x using " + owners(table));
            sql.execute("set session_replication_role = default");
            sql.execute("drop table launched, opened");
            sql.execute("vacuum analyze");
            return taken;
        }
    }

    private void read(Statement sql, String table) throws SQLException {
        Map<String, List<Object[]>> ofInstance = new LinkedHashMap<>();
        try (var found = sql.executeQuery("select o.instance, x.* from " + table + " x, " + owners(table))) {
            int width = found.getMetaData().getColumnCount() - 1;
            columns.put(table, width);
            while (found.next()) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) row[i] = found.getObject(i + 2);
                ofInstance.computeIfAbsent(found.getString(1), instance -> new ArrayList<>()).add(row);
            }
        }
        rows.put(table, ofInstance);
    }

    private static String owners(String table) {
        return switch (table) {
            case "act_ru_identitylink", "act_hi_identitylink" -> "opened o where x.task_id_ = o.human_task";
            case "act_ru_authorization" -> "opened o where x.resource_id_ = o.human_task";
            case "ledger.task_launch" -> "launched o where x.task_number = o.task";
            default -> "launched o where x.proc_inst_id_ = o.instance";
        };
    }

    private static List<String> strings(Statement sql, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var found = sql.executeQuery(query)) {
            while (found.next()) strings.add(found.getString(1));
        }
        return strings;
    }

    String perInstance() {
        return rows.entrySet().stream().filter(table -> !table.getValue().isEmpty())
                .map(table -> table.getKey() + " " + table.getValue().values().stream().mapToInt(List::size).sum() / instances.size()).collect(Collectors.joining(", "));
    }

    /** In chunks of so many instances a transaction, one prepared batch a table. */
    void putBack(DataSource database, int chunk) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < instances.size(); from += chunk) {
                List<String> some = instances.subList(from, Math.min(from + chunk, instances.size()));
                for (String table : rows.keySet()) insert(connection, table, some);
                connection.commit();
            }
        }
    }

    private void insert(Connection connection, String table, List<String> some) throws SQLException {
        String marks = IntStream.range(0, columns.get(table)).mapToObj(i -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            boolean any = false;
            for (String instance : some) {
                for (Object[] row : rows.get(table).getOrDefault(instance, List.of())) {
                    for (int i = 0; i < row.length; i++) insert.setObject(i + 1, row[i]);
                    insert.addBatch();
                    any = true;
                }
            }
            if (any) insert.executeBatch();
        }
    }
}
