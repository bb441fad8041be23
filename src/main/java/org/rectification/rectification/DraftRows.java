package org.rectification.rectification;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** Drafts on their way into the ledger, in batches: a thousand of them cost as many statements as one. */
@Repository
class DraftRows {

    private static final int BATCH = 1_000;
    private static final int[] TASK = {Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.DATE, Types.DATE, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR,
            Types.VARCHAR, Types.BOOLEAN};

    private final JdbcOperations jdbc;

    DraftRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A task with what was written of it, its parts included. */
    record Drafted(RectificationTask task, TaskEntry entry) {

        Object[] wording(Object... more) {
            List<Object> values = new ArrayList<>(Arrays.asList(task.title(), task.kind().name(), task.phase().name(), task.leadDepartment(), task.leadLeader(), task.deadline(),
                    task.originalDeadline(), task.signOffStandard(), task.goal(), task.measureType(), task.headLeader(), entry.supportingDepartments().contains(SupportingParties.ALL)));
            values.addAll(Arrays.asList(more));
            return values.toArray();
        }
    }

    void add(List<Drafted> drafted) {
        write("""
                insert into ledger.rectification_task (title, kind, phase, lead_department, lead_leader, deadline, original_deadline, sign_off_standard, goal, measure_type, head_leader,
                  supported_by_all, task_number, case_number, problem, ordinal, status, version, extensions, round, sustained, in_plan)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, false, false)""",
                types(TASK, Types.VARCHAR, Types.VARCHAR, Types.INTEGER, Types.INTEGER, Types.VARCHAR), drafted.stream().map(each -> {
                    RectificationTask task = each.task();
                    return each.wording(task.taskNumber(), task.caseNumber(), task.problem(), task.ordinal(), task.status().name());
                }).toList());
        addParts(drafted);
    }

    /** @throws OptimisticLockingFailureException where somebody else has changed one of them since it was read */
    void change(List<Drafted> drafted) {
        write("""
                update ledger.rectification_task set title = ?, kind = ?, phase = ?, lead_department = ?, lead_leader = ?, deadline = ?, original_deadline = ?, sign_off_standard = ?,
                  goal = ?, measure_type = ?, head_leader = ?, supported_by_all = ?, version = version + 1 where task_number = ? and version = ?""",
                types(TASK, Types.VARCHAR, Types.BIGINT), drafted.stream().map(each -> each.wording(each.task().taskNumber(), each.task().version())).toList());
        List<Object[]> numbers = drafted.stream().map(each -> new Object[] {each.task().taskNumber()}).toList();
        for (String parts : List.of("supporting_department", "supporting_body", "measure")) {
            for (List<Object[]> some : batches(numbers)) jdbc.batchUpdate("delete from ledger." + parts + " where task_number = ?", some);
        }
        addParts(drafted);
    }

    private void addParts(List<Drafted> drafted) {
        List<Object[]> departments = new ArrayList<>();
        List<Object[]> bodies = new ArrayList<>();
        List<Object[]> measures = new ArrayList<>();
        for (Drafted each : drafted) {
            String number = each.task().taskNumber();
            TaskEntry entry = each.entry();
            entry.supportingDepartments().stream().filter(department -> !department.equals(SupportingParties.ALL)).forEach(department -> departments.add(new Object[] {number, department}));
            for (int at = 0; at < entry.supportingBodies().size(); at++) bodies.add(new Object[] {number, at + 1, entry.supportingBodies().get(at)});
            for (int at = 0; at < entry.measures().size(); at++) {
                TaskEntry.MeasureEntry measure = entry.measures().get(at);
                measures.add(new Object[] {each.task().caseNumber(), number, at + 1, measure.text(), measure.responsible(), measure.deadline()});
            }
        }
        write("insert into ledger.supporting_department (task_number, department) values (?, ?)", types(new int[0], Types.VARCHAR, Types.VARCHAR), departments);
        write("insert into ledger.supporting_body (task_number, ordinal, name) values (?, ?, ?)", types(new int[0], Types.VARCHAR, Types.INTEGER, Types.VARCHAR), bodies);
        write("insert into ledger.measure (case_number, task_number, ordinal, text, responsible, deadline) values (?, ?, ?, ?, ?, ?)",
                types(new int[0], Types.VARCHAR, Types.VARCHAR, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.DATE), measures);
    }

    void addProblems(List<Problem> problems) {
        write("insert into ledger.problem (aspect, title, text, origin, progress, case_number, number, version, in_plan) values (?, ?, ?, ?, ?, ?, ?, 0, false)",
                types(new int[0], Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.INTEGER), problems.stream()
                        .map(each -> new Object[] {each.aspect(), each.title(), each.text(), each.origin().name(), each.progress(), each.caseNumber(), each.number()}).toList());
    }

    /** @throws OptimisticLockingFailureException where somebody else has changed one of them since it was read */
    void changeProblems(List<Problem> problems) {
        write("update ledger.problem set aspect = ?, title = ?, text = ?, origin = ?, progress = ?, version = version + 1 where id = ? and version = ?",
                types(new int[0], Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.BIGINT, Types.BIGINT), problems.stream()
                        .map(each -> new Object[] {each.aspect(), each.title(), each.text(), each.origin().name(), each.progress(), each.id(), each.version()}).toList());
    }

    private void write(String statement, int[] types, List<Object[]> rows) {
        for (List<Object[]> some : batches(rows)) {
            if (Arrays.stream(jdbc.batchUpdate(statement, some, types)).anyMatch(written -> written == 0)) throw new OptimisticLockingFailureException("a draft was changed by somebody else");
        }
    }

    private static List<List<Object[]>> batches(List<Object[]> rows) {
        List<List<Object[]>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) batches.add(rows.subList(from, Math.min(from + BATCH, rows.size())));
        return batches;
    }

    private static int[] types(int[] first, int... more) {
        int[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
