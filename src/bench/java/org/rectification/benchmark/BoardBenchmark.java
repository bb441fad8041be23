package org.rectification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectification.board.Board;
import org.rectification.board.BoardFilter;
import org.rectification.board.Boards;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people see of a case with a hundred thousand open tasks, beside one with a thousand. */
@Tag("benchmark")
@OnPostgres
class BoardBenchmark {

    private static final int MANY = Integer.getInteger("benchmark.tasks", 100_000);
    private static final int FEW = Integer.getInteger("benchmark.few", 1_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 100);
    private static final int TASKS_A_PROBLEM = 50;
    private static final int PAGE = 50;

    @Autowired ApplicationContext context;
    @Autowired Boards boards;
    @Autowired LedgerRows rows;
    @Autowired Organization organization;
    @Autowired JdbcTemplate jdbc;
    Person office;

    @Test
    void boardAndLedger() throws Exception {
        office = organization.person("office1");
        Figured few = figured(FEW);
        Figured many = figured(MANY);
        StringBuilder table = new StringBuilder("| milliseconds, p50 / p99 of %d | %,d open tasks | %,d open tasks |\n|---|---|---|\n".formatted(ROUNDS, FEW, MANY));
        for (int line = 0; line < few.names().length; line++) {
            table.append("| %s | %s | %s |\n".formatted(few.names()[line], few.samples()[line].percentiles(), many.samples()[line].percentiles()));
        }
        Figures.write("board", table.toString());
    }

    private record Figured(String[] names, Sample[] samples) {}

    private Figured figured(int tasks) throws Exception {
        String caseNumber = opened(tasks);
        LedgerFilter none = LedgerFilter.NONE;
        LedgerFilter ofDepartment = LedgerFilter.by("sanitation", null, "RED");
        LedgerFilter searched = new LedgerFilter(null, null, null, null, null, null, null, null, null, null, null, null, "任务99", null);
        String deep = String.valueOf((tasks - 1) / PAGE);
        String[] names = {"the board: figures, lights, time axis, trend, ladder", "the board of one department", "ledger, first page", "ledger, last page", "sorted by deadline, latest first", "sorted by light",
            "one department's overdue tasks", "searched as it is typed", "how many rows show which light"};
        Sample[] samples = {
            timed(() -> boards.of(caseNumber, new BoardFilter(null, null, null), office)), timed(() -> boards.of(caseNumber, new BoardFilter("sanitation", null, null), office)),
            timed(() -> rows.rows(caseNumber, none, "0", null, null, office)), timed(() -> rows.rows(caseNumber, none, deep, null, null, office)),
            timed(() -> rows.rows(caseNumber, none, "0", null, "deadline,desc", office)), timed(() -> rows.rows(caseNumber, none, "0", null, "light,asc", office)),
            timed(() -> rows.rows(caseNumber, ofDepartment, "0", null, null, office)), timed(() -> rows.rows(caseNumber, searched, "0", null, null, office)),
            timed(() -> rows.lights(caseNumber, none, office))};
        Board board = boards.of(caseNumber, new BoardFilter(null, null, null), office);
        assertThat(board.lights().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(tasks);
        return new Figured(names, samples);
    }

    /** Nine departments, three leaders, deadlines over two hundred days around today, two measures a task. */
    private String opened(int tasks) {
        String caseNumber = new Desk(context).caseInDecomposition(1);
        int problems = (tasks + TASKS_A_PROBLEM - 1) / TASKS_A_PROBLEM;
        jdbc.update("""
                insert into ledger.problem (version, case_number, number, aspect, title, text, origin, in_plan)
                select 0, ?, n, '方面' || n % 12, '问题' || n, '表述', 'FEEDBACK', true from generate_series(2, ?) n""", caseNumber, problems);
        jdbc.update("""
                insert into ledger.rectification_task (task_number, version, case_number, problem, ordinal, title, kind, phase, lead_department, lead_leader, deadline, original_deadline, extensions, status, round, sustained, in_plan)
                select ? || '-' || n, 0, ?, 1 + n / ?, 1 + n %% ?, '任务' || n, case when n %% 5 = 0 then 'IMMEDIATE' else 'TIME_LIMITED' end, 'EXECUTION',
                  (array['general', 'appearance', 'sanitation', 'parks', 'utilities', 'enforcement', 'party', 'finance', 'legal'])[1 + n %% 9], 'leader' || 1 + n %% 3,
                  current_date - 100 + n * 7 %% 200, current_date, 0, case when n %% 4 = 0 then 'AWAITING_CHECK' else 'IN_PROGRESS' end, 1, false, true
                from generate_series(0, ? - 1) n""".replace("%%", "%"), caseNumber, caseNumber, TASKS_A_PROBLEM, TASKS_A_PROBLEM, tasks);
        jdbc.update("insert into ledger.measure (task_number, ordinal, text) select task_number, n, '措施' || n from ledger.rectification_task, generate_series(1, 2) n where case_number = ?", caseNumber);
        jdbc.update("update ledger.rectification_case set stage = 'RECTIFYING', launched_at = current_timestamp - interval '100 days', open_tasks = ? where case_number = ?", tasks, caseNumber);
        jdbc.execute("vacuum analyze");
        return caseNumber;
    }

    private static Sample timed(Sample.Work work) throws Exception {
        for (int warm = 0; warm < 5; warm++) work.run();
        Sample sample = new Sample();
        for (int round = 0; round < ROUNDS; round++) sample.time(work);
        return sample;
    }
}
