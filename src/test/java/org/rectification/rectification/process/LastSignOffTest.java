package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Desk.taskNumber;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.support.AtOnce;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's last item leaves it while something else happens in the same instant: told once, lost never. */
@OnPostgres
class LastSignOffTest {

    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired LedgerView ledger;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    @RepeatedTest(50)
    void theLastTwoSignOffsInTheSameInstantTellTheCaseOnce() {
        String caseNumber = desk.launchedCase(2);
        desk.readyForSignOff(taskNumber(caseNumber, 1));
        desk.readyForSignOff(taskNumber(caseNumber, 2));

        assertThat(AtOnce.run(() -> signOff("leader1", taskNumber(caseNumber, 1)), () -> signOff("leader3", taskNumber(caseNumber, 2)))).isEmpty();
        assertThat(ledger.caseOf(caseNumber).openTasks()).isZero();
        desk.runJobs(caseNumber);

        assertAnnouncedOnce(caseNumber);
        assertThat(timesPassedByTasks(caseNumber, "Task_AnnounceCompletion")).isEqualTo(1);
        assertThat(timesPassedByTasks(caseNumber, "EndEvent_SignedOff")).isEqualTo(2);
        assertThat(desk.timesPassed(caseNumber, "Event_AllTasksSignedOff")).isEqualTo(1);
        assertThat(context.getBean(TaskService.class).createTaskQuery().processInstanceBusinessKey(caseNumber).list()).singleElement()
                .matches(task -> task.getTaskDefinitionKey().equals("Task_SummariseCase"));
    }

    @Test
    void theLastSignOffWhileTheBulletinWaitsForApprovalIsNotLost() {
        String caseNumber = caseWithBulletinToApprove();

        signOff("leader1", taskNumber(caseNumber, 1));
        desk.runJobs(caseNumber);
        assertAnnouncedOnce(caseNumber);
        desk.approveBulletin(caseNumber, true);

        assertCloses(caseNumber);
    }

    @RepeatedTest(20)
    void theLastSignOffInTheInstantOfTheBulletinsApprovalIsNotLost() {
        String caseNumber = caseWithBulletinToApprove();

        assertThat(AtOnce.run(() -> signOff("leader3", taskNumber(caseNumber, 1)), () -> desk.approveBulletin(caseNumber, true))).isEmpty();

        assertCloses(caseNumber);
    }

    @RepeatedTest(10)
    void theAnnouncementInTheInstantOfTheBulletinsApprovalIsNotLost() {
        String caseNumber = caseWithBulletinToApprove();
        signOff("leader3", taskNumber(caseNumber, 1));
        Job announcement = desk.job(taskNumber(caseNumber, 1), "Task_AnnounceCompletion");

        assertThat(AtOnce.run(() -> management.executeJob(announcement.getId()), () -> desk.approveBulletin(caseNumber, true))).isEmpty();

        assertCloses(caseNumber);
    }

    @RepeatedTest(10)
    void theAnnouncementInTheInstantOfTheConcentratedDeadlineBeginsOneSummary() {
        String caseNumber = desk.launchedCase(1);
        desk.readyForSignOff(taskNumber(caseNumber, 1));
        signOff("leader3", taskNumber(caseNumber, 1));
        Job announcement = desk.job(taskNumber(caseNumber, 1), "Task_AnnounceCompletion");
        Job deadline = desk.job(caseNumber, "Event_ConcentratedDeadlineReached");

        assertThat(AtOnce.run(() -> management.executeJob(announcement.getId()), () -> management.executeJob(deadline.getId()))).as("one may lose and is tried again").hasSizeLessThan(2);
        desk.runJobs(caseNumber);

        assertThat(context.getBean(TaskService.class).createTaskQuery().processInstanceBusinessKey(caseNumber).count()).isEqualTo(1);
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        assertCloses(caseNumber);
    }

    @Test
    void aFileThatArrivesInTheInstantOfTheSubmissionIsFrozenWithItOrRefused() {
        String caseNumber = desk.launchedCase(1);
        String taskNumber = taskNumber(caseNumber, 1);
        desk.fileEvidence("sanitation1", taskNumber);

        CompletableFuture<Void> submission = new TransactionTemplate(transactions).execute(upload -> {
            desk.fileEvidence("sanitation2", taskNumber);
            CompletableFuture<Void> submitting = CompletableFuture.runAsync(() ->
                    desk.complete("sanitation1", taskNumber, "Task_Implement", Map.of("completionStatement", "已完成")));
            awaitSomebodyWaitingForALock(submitting);
            return submitting;
        });
        submission.join();

        desk.endorse(taskNumber, true);
        desk.check(taskNumber, true);
        signOff("leader3", taskNumber);
        assertThat(ledger.currentRound(ledger.tasks(caseNumber).get(0)).isVerifiedByFour()).isTrue();
    }

    private void awaitSomebodyWaitingForALock(CompletableFuture<?> work) {
        while (!work.isDone() && jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'").query(Long.class).single() == 0) Thread.onSpinWait();
    }

    private String caseWithBulletinToApprove() {
        String caseNumber = desk.launchedCase(1);
        desk.readyForSignOff(taskNumber(caseNumber, 1));
        desk.runJob(caseNumber, "Event_ConcentratedDeadlineReached");
        desk.summarise(caseNumber);
        return caseNumber;
    }

    private void signOff(String leader, String taskNumber) {
        desk.complete(leader, taskNumber, "Task_SignOff", Map.of("signOffApproved", true, "sustained", true));
    }

    private void assertCloses(String caseNumber) {
        desk.runJobs(caseNumber);
        desk.lookedBack(caseNumber);
        assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(desk.instance(caseNumber)).isNull();
        assertAnnouncedOnce(caseNumber);
        assertThat(desk.timesPassed(caseNumber, "Task_CloseCase")).isEqualTo(1);
    }

    private void assertAnnouncedOnce(String caseNumber) {
        assertThat(jdbc.sql("select announced_at is not null from ledger.ledger_completion where case_number = ?").param(caseNumber).query(Boolean.class).list()).isEqualTo(List.of(true));
    }

    private long timesPassedByTasks(String caseNumber, String element) {
        return desk.timesPassed(taskNumber(caseNumber, 1), element) + desk.timesPassed(taskNumber(caseNumber, 2), element);
    }
}
