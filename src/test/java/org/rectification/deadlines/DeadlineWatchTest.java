package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.notification.Digest;
import org.rectification.notification.Digests;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every working day is watched once, each rung is taken once, and everybody is told in one message. */
class DeadlineWatchTest {

    @Nested
    @OnH2
    class H2 extends Watch {
    }

    @Nested
    @OnPostgres
    class Postgres extends Watch {
    }
}

abstract class Watch {

    /** Far enough ahead that no other test has been there; a Tuesday in a year without known holidays. */
    private static final LocalDate TUESDAY = LocalDate.of(2033, 3, 1);

    @Autowired ApplicationContext context;
    @Autowired EngineClock clock;
    @Autowired DeadlineWatch watch;
    @Autowired Digests digests;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired HistoryService history;
    @Autowired JdbcClient jdbc;
    @Autowired JdbcTemplate template;
    SetAside others;
    Desk desk;
    String caseNumber;
    String task;

    @BeforeEach
    void aTaskDueOnFriday() {
        jdbc.sql("delete from ledger.watch_run").update();
        jdbc.sql("delete from ledger.digest_line").update();
        jdbc.sql("delete from ledger.digest").update();
        others = SetAside.everything(template);
        desk = new Desk(context);
        caseNumber = desk.launchedCase(1);
        task = taskNumber(caseNumber, 1);
        due(TUESDAY.plusDays(3));
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
        others.close();
        jdbc.sql("delete from ledger.watch_run").update();
    }

    private void due(LocalDate deadline) {
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(deadline, task).update();
    }

    /** @return the elements the instance passed */
    private List<String> watchOn(LocalDate day) {
        clock.travelTo(day.atTime(8, 30));
        ProcessInstance instance = runtime.startProcessInstanceByMessage("Message_WatchMissed");
        for (List<Job> jobs = jobs(instance); !jobs.isEmpty(); jobs = jobs(instance)) jobs.forEach(job -> management.executeJob(job.getId()));
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream().map(each -> each.getActivityId()).toList();
    }

    private List<Job> jobs(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).list();
    }

    private List<String> taken() {
        return watch.stepsOfTask(task).stream().map(step -> step.takenOn() + " " + step.rung().level()).toList();
    }

    private List<Digest.Line> linesOn(LocalDate day, String person) {
        Set<String> links = history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(task).list().stream().map(each -> "/todos/" + each.getId()).collect(Collectors.toSet());
        return digests.of(person, 5).stream().filter(digest -> digest.writtenOn().equals(day)).flatMap(digest -> digest.lines().stream())
                .filter(line -> line.text().contains(task) || links.contains(line.link())).toList();
    }

    private String toldOn(LocalDate day, String person) {
        return linesOn(day, person).stream().map(line -> line.heading() + line.text()).collect(Collectors.joining(" "));
    }

    @Test
    void aLeaderIsToldOnceWhatWasRecordedForHim() {
        watchOn(TUESDAY);
        desk.fileEvidence("sanitation1", task);
        jdbc.sql("""
                insert into ledger.task_decision (task_number, round, role, person, approved, evidence_hash, decided_at, recorded_by, scan)
                select task_number, 1, 'SIGNER', 'leader1', true, '', ?, 'office1', max(id) from ledger.evidence where task_number = ? group by task_number""").params(TUESDAY.atTime(10, 0), task).update();
        watchOn(TUESDAY.plusDays(1));
        assertThat(toldOn(TUESDAY.plusDays(1), "leader1")).contains("周敏代录了您对", "的销号审定：同意销号", "有异议的在" + TUESDAY.plusDays(3) + "以前提出");
        watchOn(TUESDAY.plusDays(2));
        assertThat(toldOn(TUESDAY.plusDays(2), "leader1")).doesNotContain("代录");
        assertThat(toldOn(TUESDAY.plusDays(1), "leader3")).doesNotContain("代录");
        jdbc.sql("delete from ledger.task_decision where task_number = ?").param(task).update();
    }

    @Test
    void leadersAreToldOfASupplementThatWaitsForThem() {
        watchOn(TUESDAY);
        jdbc.sql("""
                insert into ledger.bulletin (bulletin_key, version, case_number, ordinal, status, facts, frozen_at, issuer, submitted_by, submitted_at)
                values (?, 0, ?, 2, 'SUBMITTED', '{}', ?, '某局', 'leader2', ?)""").params(caseNumber + ":2", caseNumber, TUESDAY.atTime(9, 0), TUESDAY.atTime(9, 0)).update();
        String told = "审定通报：补充通报（第1号）（" + caseNumber + "，期限";
        watchOn(TUESDAY.plusDays(1));
        assertThat(bulletinLineOn(TUESDAY.plusDays(1), "leader1")).startsWith("待您办理" + told);
        assertThat(bulletinLineOn(TUESDAY.plusDays(1), "leader2")).as("who drafted it").isEmpty();
        assertThat(bulletinLineOn(TUESDAY.plusDays(1), "office1")).isEmpty();
        watchOn(TUESDAY.plusDays(9));
        assertThat(bulletinLineOn(TUESDAY.plusDays(9), "leader1")).startsWith("已超期" + told);
        jdbc.sql("delete from ledger.bulletin where case_number = ?").param(caseNumber).update();
    }

    private String bulletinLineOn(LocalDate day, String person) {
        return digests.of(person, 5).stream().filter(digest -> digest.writtenOn().equals(day)).flatMap(digest -> digest.lines().stream())
                .filter(line -> line.text().contains(caseNumber + "，")).map(line -> line.heading() + line.text()).collect(Collectors.joining(" "));
    }

    @Test
    void aTaskClimbsRungByRungEachOnce() {
        assertThat(watchOn(TUESDAY)).contains("Task_BeginWatch", "Task_ClimbLadder", "Task_WriteDigests", "EndEvent_Watched");
        assertThat(taken()).as("three working days left").containsExactly(TUESDAY + " 催办");
        watchOn(TUESDAY.plusDays(1));
        assertThat(taken()).hasSize(1);
        LocalDate monday = TUESDAY.plusDays(6);
        watchOn(monday);
        assertThat(taken()).containsExactly(monday + " 督办单", TUESDAY + " 催办");
        assertThat(watch.stepsOfTask(task).get(0).situation()).isEqualTo("已超期1个工作日");
    }

    @Test
    void aDeadlineThatWasOverAtTheTakeoverCountsFromThatDay() {
        jdbc.sql("update ledger.rectification_case set taken_over_on = ?, launched_at = ? where case_number = ?").params(TUESDAY, TUESDAY.minusDays(30).atTime(9, 0), caseNumber).update();
        due(TUESDAY.minusDays(90));
        watchOn(TUESDAY.minusDays(1));
        assertThat(taken()).as("not before the takeover").isEmpty();
        watchOn(TUESDAY.plusDays(1));
        assertThat(taken()).as("one day, not ninety").containsExactly(TUESDAY.plusDays(1) + " 督办单");
        assertThat(watch.stepsOfTask(task).get(0).situation()).as("but late as it is").startsWith("已超期6");
    }

    @Test
    void everyMorningTheWatchBeginsByItself() {
        clock.travelTo(TUESDAY.atTime(8, 30));
        Job timer = management.createJobQuery().processDefinitionKey("deadline-watch").timers().activityId("StartEvent_Daily").singleResult();
        management.executeJob(timer.getId());
        ProcessInstance instance = runtime.createProcessInstanceQuery().processDefinitionKey("deadline-watch").list().stream()
                .filter(each -> !jobs(each).isEmpty() && jobs(each).get(0).getCreateTime().toInstant().equals(clock.instant())).findFirst().orElseThrow();
        for (List<Job> jobs = jobs(instance); !jobs.isEmpty(); jobs = jobs(instance)) jobs.forEach(job -> management.executeJob(job.getId()));
        assertThat(taken()).containsExactly(TUESDAY + " 催办");
    }

    @Test
    void whoIsConcernedIsToldAndNobodyElse() {
        watchOn(TUESDAY);
        for (String person : List.of("sanitation1", "sanitation2", "sanitationhead")) assertThat(toldOn(TUESDAY, person)).as(person).contains("催办");
        for (String person : List.of("parks1", "leader1", "office1", "auditor1")) assertThat(toldOn(TUESDAY, person)).as(person).doesNotContain("催办");
    }

    @Test
    void whatWasReturnedAndWhatIsNewIsToldOnceWithALinkToTheVeryStep() {
        due(TUESDAY.plusDays(60));
        desk.dueOn(task, TUESDAY.plusDays(60));
        watchOn(TUESDAY);
        assertThat(toldOn(TUESDAY, "sanitation1")).isEmpty();
        clock.travelTo(TUESDAY.atTime(10, 0));
        desk.submit(task);
        desk.endorse(task, true);
        watchOn(TUESDAY.plusDays(1));
        assertThat(toldOn(TUESDAY.plusDays(1), "supervisor1")).startsWith("待您办理核查验收：");
        clock.travelTo(TUESDAY.plusDays(1).atTime(10, 0));
        desk.check(task, false);
        watchOn(TUESDAY.plusDays(2));
        Digest.Line line = linesOn(TUESDAY.plusDays(2), "sanitation1").get(0);
        assertThat(line.heading()).isEqualTo("被退回");
        assertThat(line.link()).isEqualTo("/todos/" + desk.offered("sanitation1", task, "Task_Implement").getId());
        watchOn(TUESDAY.plusDays(3));
        assertThat(toldOn(TUESDAY.plusDays(3), "sanitation1")).isEmpty();
    }

    @Test
    void aStepAndItsTaskAreOneLine() {
        watchOn(TUESDAY);
        assertThat(linesOn(TUESDAY, "sanitation1")).hasSize(1).allSatisfy(line -> {
            assertThat(line.heading()).isEqualTo("即将到期");
            assertThat(line.text()).startsWith("【催办】");
            assertThat(line.link()).startsWith("/todos/");
        });
    }

    @Test
    void aDayIsWatchedOnce() {
        watchOn(TUESDAY);
        assertThat(watchOn(TUESDAY)).contains("EndEvent_NothingToWatch").doesNotContain("Task_ClimbLadder");
        assertThat(digests.of("sanitation1", 5)).hasSize(1);
    }

    @Test
    void aDayOffIsNotWatchedUnlessAWorkingDayWasMissed() {
        LocalDate friday = TUESDAY.plusDays(3);
        watchOn(friday);
        assertThat(watchOn(friday.plusDays(1))).contains("EndEvent_NothingToWatch");
        jdbc.sql("delete from ledger.watch_run where watched_on = ?").param(friday).update();
        assertThat(watchOn(friday.plusDays(2))).as("on Sunday, for Friday").contains("Task_ClimbLadder");
    }

    @Test
    void afterAWeekOfDowntimeOnlyTheHighestRungIsTaken() {
        LocalDate later = TUESDAY.plusDays(24);
        clock.travelTo(later.atTime(11, 0));
        assertThat(watch.isBehind()).isTrue();
        watchOn(later);
        assertThat(taken()).containsExactly(later + " 通报批评");
        clock.travelTo(later.atTime(11, 0));
        assertThat(watch.isBehind()).isFalse();
    }

    @Test
    void aMovedDeadlineBeginsTheLadderAnew() {
        watchOn(TUESDAY);
        due(TUESDAY.plusDays(2));
        watchOn(TUESDAY.plusDays(1));
        assertThat(taken()).containsExactly(TUESDAY.plusDays(1) + " 催办", TUESDAY + " 催办");
    }

    @Test
    void theSecondReboundIsProposedForAccountabilityOnceAndTheLadderGoesOnBesideIt() {
        rebounded(1);
        watchOn(TUESDAY);
        assertThat(taken()).containsExactly(TUESDAY + " 催办");
        assertThat(watch.stepsOfTask(task).get(0).situation()).isEqualTo("第1次反弹，还有3个工作日到期");

        rebounded(2);
        watchOn(TUESDAY.plusDays(1));
        watchOn(TUESDAY.plusDays(2));
        assertThat(taken()).containsExactly(TUESDAY.plusDays(2) + " 催办", TUESDAY.plusDays(1) + " 问责建议", TUESDAY + " 催办");
        LocalDate late = TUESDAY.plusDays(60);
        watchOn(late);
        assertThat(taken()).as("overdue as it is, it has been proposed in this round already").hasSize(3);

        jdbc.sql("update ledger.rectification_task set round = round + 1 where task_number = ?").param(task).update();
        due(late.plusDays(30));
        watchOn(late.plusDays(1));
        assertThat(taken()).as("a refusal afterwards proposes nothing anew").noneMatch(step -> step.equals(late.plusDays(1) + " 问责建议"));
    }

    private void rebounded(int times) {
        jdbc.sql("update ledger.rectification_task set rebounds = ?, round = round + 1 where task_number = ?").params(times, task).update();
    }

    @Test
    void whatWaitsForOthersDoesNotClimb() {
        clock.travelTo(TUESDAY.atTime(10, 0));
        desk.submit(task);
        desk.endorse(task, true);
        watchOn(TUESDAY.plusDays(20));
        assertThat(taken()).isEmpty();
    }

    @Test
    void aWatchThatBreaksGoesOnWhereItStoppedAndTellsOnce() {
        clock.travelTo(TUESDAY.atTime(8, 30));
        assertThat(watch.begun()).isTrue();
        assertThat(watch.climbed()).isTrue();
        assertThat(taken()).hasSize(1);
        jdbc.sql("update ledger.watch_run set cursor_at = ''").update();
        while (watch.climbed()) assertThat(taken()).as("the same chunk again").hasSize(1);
        watch.told();
        assertThat(toldOn(TUESDAY, "sanitation1")).contains("催办");
        assertThat(watch.begun()).isFalse();
    }

    @Test
    void thePreviewSaysWhatWouldHappenAndChangesNothing() {
        clock.travelTo(TUESDAY.atTime(8, 0));
        DeadlineWatch.Preview preview = watch.preview();
        assertThat(preview.steps()).anyMatch(step -> step.subject().equals(task) && step.rung().level().equals("催办"));
        assertThat(preview.digests()).anyMatch(digest -> digest.person().equals("sanitation1"));
        assertThat(taken()).isEmpty();
        assertThat(digests.of("sanitation1", 5)).isEmpty();
    }
}
