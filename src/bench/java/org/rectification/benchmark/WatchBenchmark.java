package org.rectification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectification.deadlines.DeadlineSettings;
import org.rectification.engine.EngineClock;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.rectification.support.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A day's watch over a hundred thousand open tasks, of which ten thousand come to a new rung, beside an engine timer for each of those. */
@Tag("benchmark")
@OnPostgres
class WatchBenchmark {

    private static final int TASKS = Integer.getInteger("benchmark.tasks", 100_000);
    private static final int DUE = Integer.getInteger("benchmark.due", 10_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int INSTANCES_A_TRANSACTION = 100;

    /** A Tuesday in a year without known holidays. */
    private static final LocalDate TUESDAY = LocalDate.of(2039, 3, 1);
    private static final VariableMap NEEDED = Variables.putValue("subject", "整改任务").putValue("department", "sanitation").putValue("deadline", "2099-01-01T00:00:00");
    private static final LocalDateTime TIMERS_ARE_DUE = LocalDateTime.of(2099, 1, 2, 0, 0);

    @Autowired ApplicationContext context;
    @Autowired EngineClock clock;
    @Autowired DeadlineSettings settings;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired HistoryService history;
    @Autowired RepositoryService repository;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcTemplate jdbc;
    SetAside others;

    @AfterEach
    void backToNow() {
        clock.backToNow();
        if (others != null) others.close();
    }

    @Test
    void watchingAHundredThousandTasks() throws Exception {
        others = SetAside.everything(jdbc);
        String caseNumber = new Desk(context).caseInDecomposition(1);
        jdbc.update("""
                insert into ledger.rectification_task (task_number, version, case_number, problem, ordinal, title, kind, phase, lead_department, lead_leader, deadline, original_deadline, extensions, status, round, sustained, in_plan)
                select ? || '-01-' || lpad(n::text, 6, '0'), 0, ?, 1, n, '任务' || n, 'TIME_LIMITED', 'EXECUTION', 'sanitation', 'leader2', date '2039-12-01', date '2039-12-01', 0, 'IN_PROGRESS', 1, false, true
                from generate_series(1, ?) n""", caseNumber, caseNumber, TASKS);
        jdbc.execute("vacuum analyze");

        Sample ours = new Sample();
        int jobs = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = TUESDAY.plusWeeks(round);
            jdbc.update("update ledger.rectification_task set deadline = date '2039-12-01' where case_number = ?", caseNumber);
            jdbc.update("update ledger.rectification_task set deadline = ? where case_number = ? and ordinal % ? = 0", day.plusDays(1), caseNumber, TASKS / DUE);
            jdbc.execute("vacuum analyze");
            clock.travelTo(day.atTime(8, 30));
            ours.time(this::watch);
            assertThat(jdbc.queryForObject("select count(*) from ledger.ladder_step where taken_on = ?", Integer.class, day)).isEqualTo(DUE);
            jobs = jobsOfTheLastWatch();
            assertThat(jobs).as("a job for each chunk of new steps, none for a task").isLessThanOrEqualTo(DUE / settings.chunk() + 4);
        }

        repository.createDeployment().addClasspathResource("naive-task.bpmn").deploy();
        Sample naive = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            clock.backToNow();
            for (int started = 0; started < DUE; started += INSTANCES_A_TRANSACTION) startNaiveTasks(Math.min(INSTANCES_A_TRANSACTION, DUE - started));
            jdbc.execute("vacuum analyze");
            clock.travelTo(TIMERS_ARE_DUE);
            List<String> timers = management.createJobQuery().processDefinitionKey("naive-task").timers().executable().list().stream().map(Job::getId).toList();
            assertThat(timers).hasSize(DUE);
            naive.time(() -> timers.forEach(management::executeJob));
        }
        Figures.write("watch", """
                | %,d open tasks, %,d at a new rung | milliseconds, median (fastest–slowest of %d) | engine jobs |
                |---|---|---|
                | ours: steps recorded, digests written, one thread | %s | %,d, one at a time |
                | an engine timer for each task that is due, which records its step | %s | %,d |

                An engine timer each takes **%.1f times** as long.
                """.formatted(TASKS, DUE, ROUNDS, ours.inMillis(), jobs, naive.inMillis(), DUE, naive.medianMillis() / ours.medianMillis()));
    }

    private void watch() {
        ProcessInstance watching = runtime.startProcessInstanceByMessage("Message_WatchMissed");
        for (Job job = next(watching); job != null; job = next(watching)) management.executeJob(job.getId());
    }

    /** There is never more than one. */
    private Job next(ProcessInstance watching) {
        return management.createJobQuery().processInstanceId(watching.getId()).singleResult();
    }

    private int jobsOfTheLastWatch() {
        String last = history.createHistoricProcessInstanceQuery().processDefinitionKey("deadline-watch").orderByProcessInstanceStartTime().desc().listPage(0, 1).get(0).getId();
        return (int) history.createHistoricJobLogQuery().processInstanceId(last).creationLog().count();
    }

    private void startNaiveTasks(int instances) {
        new TransactionTemplate(transactions).executeWithoutResult(all -> {
            for (int i = 0; i < instances; i++) runtime.startProcessInstanceByKey("naive-task", "naive-" + UUID.randomUUID(), NEEDED);
        });
    }
}
