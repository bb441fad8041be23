package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.support.Desk.taskNumber;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.support.AtOnce;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks are launched in chunks of a hundred, each once, whatever happens in between. */
class LaunchTest {

    @Nested
    @OnH2
    class H2 extends Launch {
    }

    @Nested
    @OnPostgres
    class Postgres extends Launch {

        @Test
        void twoWorkersAtTheSameChunkLaunchItOnce() {
            String caseNumber = desk.decomposedCase(40);
            String job = desk.job(caseNumber, "Task_LaunchTasks").getId();

            List<Throwable> lost = AtOnce.run(() -> management.executeJob(job), () -> management.executeJob(job));

            assertThat(lost).as("one of the two").hasSize(1);
            assertLaunched(caseNumber, 40);
            assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.RECTIFYING);
        }
    }
}

abstract class Launch {

    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired HistoryService history;
    @Autowired LedgerView ledger;
    @Autowired JdbcClient jdbc;
    Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    @Test
    void tasksAreLaunchedInChunksOfAHundredEachInItsOwnTransaction() {
        String caseNumber = desk.decomposedCase(250);

        desk.runJob(caseNumber, "Task_LaunchTasks");
        assertLaunched(caseNumber, 100);
        desk.runJob(caseNumber, "Task_LaunchTasks");
        assertLaunched(caseNumber, 200);
        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.LAUNCHING);
        desk.runJob(caseNumber, "Task_LaunchTasks");
        assertLaunched(caseNumber, 250);

        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.RECTIFYING);
        assertThat(ledger.caseOf(caseNumber).openTasks()).isEqualTo(250);
        assertThat(desk.timesPassed(caseNumber, "Task_LaunchTasks")).isEqualTo(3);
        assertThat(desk.timesPassed(caseNumber, "Gateway_TasksRemaining")).isEqualTo(3);
    }

    @Test
    void aLaunchThatBreaksInsideAChunkKeepsTheChunksBeforeAndGoesOnWhereItStopped() {
        String caseNumber = desk.decomposedCase(250);
        desk.runJob(caseNumber, "Task_LaunchTasks");
        String last = taskNumber(caseNumber, 200);
        jdbc.sql("update ledger.rectification_task set deadline = null where task_number = ?").param(last).update();

        assertThatThrownBy(() -> desk.runJob(caseNumber, "Task_LaunchTasks")).as("99 instances of this chunk were already started").isInstanceOf(RuntimeException.class);

        assertLaunched(caseNumber, 100);
        assertThat(desk.job(caseNumber, "Task_LaunchTasks").getRetries()).isEqualTo(4);
        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.LAUNCHING);

        jdbc.sql("update ledger.rectification_task set deadline = original_deadline where task_number = ?").param(last).update();
        desk.runJobs(caseNumber);
        assertLaunched(caseNumber, 250);
        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.RECTIFYING);
    }

    @Test
    void aTaskThatSomebodyElseClaimedIsNotStartedTwice() {
        String caseNumber = desk.decomposedCase(3);
        jdbc.sql("insert into ledger.task_launch (task_number, round) values (?, 1)").param(taskNumber(caseNumber, 3)).update();

        assertThatThrownBy(() -> desk.runJob(caseNumber, "Task_LaunchTasks")).isInstanceOf(RuntimeException.class);

        assertThat(instancesOf(caseNumber)).isEmpty();
        jdbc.sql("delete from ledger.task_launch where task_number = ?").param(taskNumber(caseNumber, 3)).update();
        desk.runJobs(caseNumber);
        assertLaunched(caseNumber, 3);
    }

    /** Exactly the first {@code tasks} of the case have a claim, an instance and a place in the ledger; none has two. */
    void assertLaunched(String caseNumber, int tasks) {
        List<String> inProgress = jdbc.sql("select task_number from ledger.rectification_task where case_number = ? and status = 'IN_PROGRESS' and round = 1 order by ordinal")
                .param(caseNumber).query(String.class).list();
        assertThat(inProgress).hasSize(tasks).startsWith(taskNumber(caseNumber, 1)).endsWith(taskNumber(caseNumber, tasks));
        assertThat(jdbc.sql("select task_number from ledger.task_launch where task_number like ? and round = 1").param(caseNumber + "-%").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(inProgress);
        assertThat(instancesOf(caseNumber)).containsExactlyInAnyOrderElementsOf(inProgress);
    }

    /** Business keys of every instance there ever was. */
    private List<String> instancesOf(String caseNumber) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey("rectification-task").processInstanceBusinessKeyLike(caseNumber + "-%").list().stream()
                .map(HistoricProcessInstance::getBusinessKey).toList();
    }
}
