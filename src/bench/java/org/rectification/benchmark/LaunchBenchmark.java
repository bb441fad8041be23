package org.rectification.benchmark;

import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Launching ten thousand tasks beside the same rows written by plain JDBC, and beside the model one would draw at first: each task called with
 * what its step needs (number, subject, department, deadline), and a timer to watch the deadline. Ten thousand others are there
 * already: on empty tables PostgreSQL plans its foreign key checks for tables that stay small.
 */
@Tag("benchmark")
@OnPostgres
class LaunchBenchmark {

    private static final int TASKS = 10_000;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    @Autowired ApplicationContext context;
    @Autowired DataSource database;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;

    @Test
    void launchingTenThousandTasks() throws Exception {
        LargeCase cases = new LargeCase(context);
        cases.launched(TASKS);
        Sample ours = new Sample();
        Sample plain = new Sample();
        String rows = "";
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = cases.decomposed(TASKS);
            ours.time(() -> cases.runJobs(caseNumber));
            Rows written = Rows.takenOut(database, caseNumber);
            plain.time(() -> written.putBack(database, 100));
            rows = written.perInstance();
            Rows.takenOut(database, caseNumber);
        }
        Sample naive = new Sample();
        repository.createDeployment().addClasspathResource("naive-case.bpmn").addClasspathResource("naive-task.bpmn").deploy();
        for (int round = 0; round < ROUNDS; round++) {
            naive.time(() -> runtime.startProcessInstanceByKey("naive-case", Variables.putValue("tasks", TASKS)));
        }
        Figures.write("launch", """
                | launching %,d tasks | tasks a second, median (slowest–fastest of %d) |
                |---|---|
                | ours, in chunks of 100, one thread | %s |
                | plain batched JDBC inserts of the same rows, chunks of 100 | %s |
                | parallel multi-instance call activity, a timer a task | %s |

                Ours beside plain inserts: **%.2f**; beside multi-instance: **%.1f times**. Rows an instance: %s.
                """.formatted(TASKS, ROUNDS, ours.perSecond(TASKS), plain.perSecond(TASKS), naive.perSecond(TASKS),
                plain.medianMillis() / ours.medianMillis(), naive.medianMillis() / ours.medianMillis(), rows));
    }
}
