package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application as a process of its own on a real PostgreSQL, killed in the middle of a watch over ten thousand tasks and started again. */
@Tag("postgres")
class KilledWatchTest {

    private static final int TASKS = 10_000;
    private static final int DEPARTMENTS = 10;

    private EmbeddedPostgres server;
    private JdbcTemplate jdbc;
    private Process application;
    private int starts;

    @BeforeEach
    void tenThousandTasksDueToday() throws IOException {
        server = EmbeddedPostgres.builder().start();
        jdbc = new JdbcTemplate(server.getPostgresDatabase());
        Flyway.configure().dataSource(server.getPostgresDatabase()).schemas("ledger").defaultSchema("ledger").load().migrate();
        jdbc.update("insert into ledger.department (code, name, ordinal) select 'd' || n, '第' || n || '科', n from generate_series(1, ?) n", DEPARTMENTS);
        jdbc.update("insert into ledger.person (user_id, name, department) select 'p' || n, '第' || n || '人', 'd' || (1 + n % ?) from generate_series(1, ?) n", DEPARTMENTS, 3 * DEPARTMENTS);
        jdbc.update("insert into ledger.membership (user_id, group_id) select user_id, 'dept-' || department from ledger.person");
        jdbc.update("insert into ledger.membership (user_id, group_id) values ('p1', 'camunda-admin')");
        jdbc.update("""
                insert into ledger.rectification_case (case_number, version, title, inspection_body, inspected_party, feedback_date, concentrated_deadline, stage, plan_version, open_tasks, generation, opened_by, opened_at)
                values ('K-1', 0, '整改', '巡察组', '局', current_date, current_date, 'RECTIFYING', 1, ?, 0, 'p1', now())""", TASKS);
        jdbc.update("insert into ledger.problem (version, case_number, number, aspect, title, text, origin, in_plan) values (0, 'K-1', 1, '方面', '问题', '问题', 'FEEDBACK', true)");
        jdbc.update("""
                insert into ledger.rectification_task (task_number, version, case_number, problem, ordinal, title, kind, phase, lead_department, deadline, original_deadline, extensions, status, round, sustained, in_plan)
                select 'K-1-01-' || n, 0, 'K-1', 1, n, '任务' || n, 'TIME_LIMITED', 'EXECUTION', 'd' || (1 + n % ?), current_date, current_date, 0, 'IN_PROGRESS', 1, false, true from generate_series(1, ?) n""", DEPARTMENTS, TASKS);
    }

    @AfterEach
    void stop() throws IOException {
        if (application != null) application.destroyForcibly().onExit().join();
        server.close();
    }

    /** Small chunks, so that there is a middle; short locks, so that what a dead process holds is soon free. */
    private void start() throws IOException {
        File log = Files.createDirectories(Path.of("target", "killed-watch")).resolve("start-" + ++starts + ".log").toFile();
        ProcessBuilder command = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Duser.timezone=Asia/Shanghai",
                "-cp", System.getProperty("java.class.path"), "org.rectification.RectificationApplication", "--spring.profiles.active=postgres", "--server.port=0",
                "--rectification.deadlines.chunk=100", "--rectification.deadlines.watch-at=00:00", "--camunda.bpm.job-execution.lock-time-in-millis=15000"));
        command.environment().putAll(Map.of("RECTIFICATION_DB_URL", server.getJdbcUrl("postgres", "postgres"), "RECTIFICATION_DB_USER", "postgres", "RECTIFICATION_DB_PASSWORD", "postgres"));
        application = command.redirectErrorStream(true).redirectOutput(log).start();
    }

    /** The database lets the asker wait a little each time. */
    private void awaitUntil(String condition) {
        while (!jdbc.queryForObject("select " + condition + " from pg_sleep(0.02)", Boolean.class)) {
            assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
            assertThat(application.isAlive()).as("the application runs, see target/killed-watch/start-" + starts + ".log").isTrue();
        }
    }

    private int count(String what) {
        return jdbc.queryForObject("select count(*) from " + what, Integer.class);
    }

    @Test
    @Timeout(180)
    void everyStepIsTakenExactlyOnce() throws IOException {
        start();
        awaitUntil("(select count(*) from ledger.ladder_step) >= 2000");
        application.destroyForcibly().onExit().join();
        assertThat(count("ledger.ladder_step")).as("in the middle").isBetween(2_000, TASKS - 100);
        assertThat(count("ledger.digest")).isZero();

        start();
        awaitUntil("exists (select 1 from ledger.watch_run where finished_at is not null)");
        assertThat(count("ledger.ladder_step")).isEqualTo(TASKS);
        assertThat(count("(select distinct subject, round, deadline, rung from ledger.ladder_step) each")).isEqualTo(TASKS);
        assertThat(count("ledger.watch_run")).isEqualTo(1);
        assertThat(count("ledger.digest")).isEqualTo(3 * DEPARTMENTS);
        assertThat(count("(select distinct person from ledger.digest) each")).isEqualTo(3 * DEPARTMENTS);
        assertThat(count("act_hi_procinst where proc_def_key_ = 'deadline-watch' and end_act_id_ = 'EndEvent_Watched'")).isEqualTo(1);
        assertThat(count("act_ru_incident")).isZero();
    }
}
