package org.rectification.deadlines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.deadlines.LadderStep;
import org.rectification.deadlines.StepStatus;
import org.rectification.engine.EngineClock;
import org.rectification.engine.TaskCard;
import org.rectification.notification.Digest;
import org.rectification.notification.Digests;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through bpmn/escalation.bpmn, from the watch on. */
class EscalationProcessTest {

    @Nested
    @OnH2
    class H2 extends Confirmations {
    }

    @Nested
    @OnPostgres
    class Postgres extends Confirmations {
    }
}

abstract class Confirmations {

    /** A Tuesday in a year without known holidays, where no other test has been. */
    private static final LocalDate TUESDAY = LocalDate.of(2035, 3, 6);

    @Autowired ApplicationContext context;
    @Autowired EngineClock clock;
    @Autowired DeadlineWatch watch;
    @Autowired Digests digests;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;
    @Autowired JdbcTemplate template;
    SetAside others;
    Desk desk;
    String task;
    String key;
    ProcessInstance instance;

    @BeforeEach
    void aTaskTenWorkingDaysLate(@Autowired ProcessEngine engine) {
        init(engine);
        others = SetAside.everything(template);
        forgetWatches();
        desk = new Desk(context);
        task = taskNumber(desk.launchedCase(1), 1);
        due(TUESDAY.minusDays(14));
        watchOn(TUESDAY);
        key = "LS-" + step().id();
        instance = desk.instance(key);
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
        others.close();
        forgetWatches();
        runtime.createProcessInstanceQuery().processDefinitionKey("escalation").list().forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
    }

    private void forgetWatches() {
        jdbc.sql("delete from ledger.watch_run").update();
        jdbc.sql("delete from ledger.digest_line").update();
        jdbc.sql("delete from ledger.digest").update();
    }

    private void due(LocalDate deadline) {
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(deadline, task).update();
    }

    private void watchOn(LocalDate day) {
        clock.travelTo(day.atTime(8, 30));
        ProcessInstance watching = runtime.startProcessInstanceByMessage("Message_WatchMissed");
        for (List<Job> jobs = jobs(watching); !jobs.isEmpty(); jobs = jobs(watching)) jobs.forEach(job -> management.executeJob(job.getId()));
    }

    private List<String> told(String person) {
        return context.getBean(Digests.class).of(person, 1).stream().flatMap(digest -> digest.lines().stream()).map(Digest.Line::text).toList();
    }

    private List<Job> jobs(ProcessInstance of) {
        return management.createJobQuery().processInstanceId(of.getId()).list();
    }

    private LadderStep step() {
        return watch.stepsOfTask(task).get(0);
    }

    private void decide(String person, Boolean confirmed, String opinion) {
        desk.complete(person, key, "Task_ConfirmEscalation", Map.of("escalationConfirmed", confirmed, "opinion", opinion));
    }

    private String toldOn(LocalDate day, String person) {
        return digests.of(person, 5).stream().filter(digest -> digest.writtenOn().equals(day)).flatMap(digest -> digest.lines().stream())
                .filter(line -> line.text().contains(task)).map(line -> line.heading() + line.text()).toList().toString();
    }

    @Test
    void theWatchAsksTheLeadingGroupForFiveWorkingDays() {
        assertThat(instance).hasPassed("StartEvent_ConfirmationRequested").isWaitingAtExactly("Task_ConfirmEscalation");
        var asked = desk.offered("leader1", key, "Task_ConfirmEscalation");
        assertThat(asked.getDueDate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate()).isEqualTo(TUESDAY.plusDays(7));
        assertThat(tasks.getVariablesLocal(asked.getId())).containsEntry(TaskCard.SUBJECT, "通报批评：任务1").containsEntry(TaskCard.DEPARTMENT, "环境卫生科");
        for (String stranger : List.of("office1", "sanitationhead", "discipline1", "auditor1")) assertThat(desk.offered(stranger, key, "Task_ConfirmEscalation")).as(stranger).isNull();
        assertThat(step().effect().status()).isEqualTo(StepStatus.AWAITING);
        assertThat(step().effect().lapsesOn()).isEqualTo(TUESDAY.plusDays(7));
        assertThat(step().letterNumber()).isNull();
    }

    @Test
    void aLeaderConfirmsAndItTakesEffect() {
        decide("leader1", true, "同意");
        assertThat(instance).hasPassed("EndEvent_EscalationConfirmed").isEnded();
        assertThat(step().effect().status()).isEqualTo(StepStatus.CONFIRMED);
        assertThat(step().effect().decidedBy()).isEqualTo("leader1");
        assertThat(step().effect().concerned()).containsExactly("sanitationhead");
        assertThat(step().letterNumber()).matches("通报〔2035〕\\d+号");
        assertThat(management.createJobQuery().activityId("BoundaryEvent_Unconfirmed").processInstanceId(instance.getId()).count()).isZero();
    }

    @Test
    void whomItStrikesIsToldOnlyOnceItIsConfirmed() {
        assertThat(toldOn(TUESDAY, "sanitationhead")).doesNotContain("通报批评");
        assertThat(toldOn(TUESDAY, "leader1")).startsWith("[待您办理【通报批评，待确认】");
        decide("leader1", true, "同意");
        watchOn(TUESDAY.plusDays(1));
        assertThat(toldOn(TUESDAY.plusDays(1), "sanitationhead")).contains("已超期【通报批评】");
        watchOn(TUESDAY.plusDays(2));
        assertThat(toldOn(TUESDAY.plusDays(2), "sanitationhead")).as("told once").doesNotContain("通报批评");
    }

    @Test
    void aLeaderDeclinesInHisOwnWords() {
        assertThatThrownBy(() -> decide("leader1", false, " ")).isInstanceOf(Refusal.class).hasMessageContaining("填写意见");
        assertThat(instance).isWaitingAtExactly("Task_ConfirmEscalation");
        decide("leader1", false, "已约定十日内完成，暂不通报");
        assertThat(instance).hasPassed("EndEvent_EscalationDeclined").isEnded();
        assertThat(step().effect().status()).isEqualTo(StepStatus.DECLINED);
        assertThat(step().effect().opinion()).isEqualTo("已约定十日内完成，暂不通报");
        assertThat(step().letterNumber()).isNull();
    }

    @Test
    void whatNobodyConfirmsLapsesWithItsReason() {
        Job timer = desk.job(key, "BoundaryEvent_Unconfirmed");
        assertThat(timer.getDuedate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate()).isEqualTo(TUESDAY.plusDays(7));
        clock.travelTo(TUESDAY.plusDays(8).atStartOfDay());
        management.executeJob(timer.getId());
        assertThat(desk.offered("leader1", key, "Task_ConfirmEscalation")).isNull();
        desk.runJob(key, "Task_LapseEscalation");
        assertThat(instance).hasPassedInOrder("BoundaryEvent_Unconfirmed", "Task_LapseEscalation", "EndEvent_EscalationLapsed").isEnded();
        assertThat(step().effect().status()).isEqualTo(StepStatus.LAPSED);
        assertThat(step().effect().opinion()).isEqualTo("五个工作日内无人确认");
        assertThat(step().effect().decidedBy()).isNull();
        watchOn(TUESDAY.plusDays(8));
        for (String person : List.of("office1", "leader1")) assertThat(told(person)).as(person).anyMatch(line -> line.startsWith("【通报批评，已失效】") && line.contains(task) && line.endsWith("五个工作日内无人确认"));
        assertThat(told("sanitation1")).noneMatch(line -> line.contains("已失效"));
    }

    @Test
    void theLeadLeaderDoesNotConfirmAnEscalationOfHisOwnTask() {
        assertThatThrownBy(() -> decide("leader2", true, "同意")).isInstanceOf(Refusal.class).hasMessageContaining("责任领导");
        assertThat(instance).isWaitingAtExactly("Task_ConfirmEscalation");
        assertThat(step().effect().status()).isEqualTo(StepStatus.AWAITING);
    }

    @Test
    void anAccountabilityProposalIsConfirmedByTheDisciplineInspection() {
        watchOn(TUESDAY.plusDays(28));
        key = "LS-" + step().id();
        assertThat(step().rung().level()).isEqualTo("问责建议");
        assertThat(desk.offered("leader1", key, "Task_ConfirmEscalation")).isNull();
        decide("discipline1", true, "同意");
        assertThat(step().effect().status()).isEqualTo(StepStatus.CONFIRMED);
        assertThat(step().letterNumber()).as("no letter is drawn up for it").isNull();
    }

    @Test
    void nobodyStartsItByHandOrTwice() {
        for (String each : new String[] {key, "LS-999999999", task, null}) {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("escalation", each)).isInstanceOf(Refusal.class).hasMessageContaining("手工");
        }
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("escalation", key, Map.of("escalationConfirmed", true))).isInstanceOf(Refusal.class);
        watchOn(TUESDAY.plusDays(1));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count()).isEqualTo(1);
    }

    @Test
    void lettersOfAYearAreNumberedWithoutGaps() {
        decide("leader1", true, "同意");
        int first = step().effect().letterNumber();
        due(TUESDAY.minusDays(13));
        watchOn(TUESDAY.plusDays(1));
        key = "LS-" + step().id();
        decide("leader3", true, "同意");
        assertThat(step().effect().letterNumber()).isEqualTo(first + 1);
    }
}
