package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.rectification.LedgerView;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a step costs does not grow with the ledger around it. */
class StatementCountTest {

    @Nested
    @OnH2
    class H2 extends StatementCounts {
    }

    @Nested
    @OnPostgres
    class Postgres extends StatementCounts {
    }
}

abstract class StatementCounts {

    /** The engine asks whether the new task has variables, and its candidates an authorization, already. */
    private static final int LOOKUPS_A_TASK = 2;
    /** Rows of one kind travel in batches; the engine breaks one off where a null column changes the statement. */
    private static final int MORE_BATCHES = 40;

    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired LedgerView ledger;
    Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    @Test
    void aTaskMoreInAChunkCostsTwoLookupsAndNoStatementOfOurs() {
        List<String> few = launching(10);
        List<String> many = launching(100);

        assertThat(ours(many)).hasSameSizeAs(ours(few));
        assertThat(many.size() - few.size()).isBetween(0, 90 * LOOKUPS_A_TASK + MORE_BATCHES);
    }

    private List<String> launching(int tasks) {
        String caseNumber = desk.decomposedCaseOf(tasks);
        String job = desk.job(caseNumber, "Task_LaunchTasks").getId();
        return Statements.of(() -> management.executeJob(job));
    }

    @Test
    void everyStepOfATaskCostsTheSameBesideTwoTasksAndBesideTwoHundred() {
        assertThat(stepsOfATask(200)).isEqualTo(stepsOfATask(2));
    }

    private Map<String, Integer> stepsOfATask(int siblings) {
        String task = Desk.taskNumber(desk.launchedCase(siblings), 1);
        desk.fileEvidence("sanitation1", task);
        int submitted = Statements.of(() -> desk.complete("sanitation1", task, "Task_Implement", Map.of("completionStatement", "已按措施完成整改。"))).size();
        int endorsed = Statements.of(() -> desk.endorse(task, true)).size();
        int checked = Statements.of(() -> desk.check(task, true)).size();
        int signedOff = Statements.of(() -> desk.signOff(task, true)).size();
        return Map.of("submitted", submitted, "endorsed", endorsed, "checked", checked, "signed off", signedOff);
    }

    @Test
    void theFiguresOfACaseAreOneStatement() {
        String caseNumber = desk.launchedCase(20);
        ledger.figures(caseNumber); // reads the calendar, once a minute

        assertThat(Statements.of(() -> ledger.figures(caseNumber))).hasSize(1);
    }

    private static List<String> ours(List<String> sent) {
        return sent.stream().filter(statement -> statement.contains("ledger.")).toList();
    }
}
