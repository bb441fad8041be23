package org.rectification.benchmark;

import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.rectification.LedgerView;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A period ends for two hundred departments with ten thousand open tasks; and what the case's figures cost then. */
@Tag("benchmark")
@OnPostgres
class PeriodBenchmark {

    private static final int TASKS = 10_000;
    private static final int DEPARTMENTS = 200;
    private static final int ROUNDS = 5;

    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    @Autowired LedgerView ledger;
    @Autowired JdbcTemplate jdbc;

    @AfterEach
    void backToNow() {
        clock.backToNow();
    }

    @Test
    void openingAPeriod() throws Exception {
        LargeCase cases = new LargeCase(context);
        String caseNumber = cases.drafted(TASKS);
        for (int n = 1; n <= DEPARTMENTS; n++) jdbc.update("insert into ledger.department (code, name, ordinal) values (?, ?, ?)", "bench" + n, "第" + n + "科", 1000 + n);
        jdbc.update("update ledger.rectification_task set lead_department = 'bench' || (1 + ordinal % ?) where case_number = ?", DEPARTMENTS, caseNumber);
        cases.decompose(caseNumber);
        cases.runJobs(caseNumber);
        jdbc.execute("vacuum analyze");

        String timer = new Desk(context).instance(caseNumber).getId();
        Sample opened = new Sample();
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        for (int round = 1; round <= ROUNDS; round++) {
            clock.travelTo(month.plusMonths(round).withDayOfMonth(1).atTime(9, 0));
            String job = management.createJobQuery().processInstanceId(timer).timers().activityId("StartEvent_PeriodEnded").singleResult().getId();
            opened.time(() -> {
                management.executeJob(job);
                cases.runJobs(caseNumber);
            });
        }
        int reports = jdbc.queryForObject("select count(*) from ledger.progress_report where case_number = ?", Integer.class, caseNumber);
        Sample figures = new Sample();
        for (int i = 0; i < 100; i++) figures.time(() -> ledger.figures(caseNumber));
        Figures.write("period", """
                | with %,d open tasks of %d departments | milliseconds, median (fastest–slowest) |
                |---|---|
                | the month's two periods end, %d reports each time | %s |
                | the case's figures | %s |
                """.formatted(TASKS, DEPARTMENTS, reports / ROUNDS, opened.inMillis(), figures.inMillis()));
    }
}
