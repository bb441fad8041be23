package org.rectification.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.notification.NotDelivered;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.refusal.Refusal;
import org.rectification.support.Caller;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.rectification.support.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through bpmn/notification-delivery.bpmn, from the digest to the mailbox of a real SMTP server. */
class NotificationDeliveryProcessTest {

    @Nested
    @OnH2
    class H2 extends Deliveries {
    }

    @Nested
    @OnPostgres
    class Postgres extends Deliveries {
    }
}

abstract class Deliveries {

    /** A Tuesday in a year without known holidays, where no other test has been. */
    private static final LocalDate TUESDAY = LocalDate.of(2037, 3, 3);
    private static final LocalDateTime MORNING = TUESDAY.atTime(8, 30);

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired EngineClock clock;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired HistoryService history;
    @Autowired Reconciliation reconciliation;
    @Autowired JavaMailSenderImpl sender;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;
    @Autowired JdbcTemplate template;
    GreenMail server;
    SetAside others;
    Desk desk;
    String caseNumber;
    String task;

    @BeforeEach
    void twoPeopleWithAnAddressAndATaskDueOnFriday(@Autowired ProcessEngine engine) {
        init(engine);
        others = SetAside.everything(template);
        forgetWatches();
        serverUp();
        address("sanitation1", "linxiao@csglj.example");
        address("sanitationhead", "luocheng@csglj.example");
        desk = new Desk(context);
        caseNumber = desk.launchedCase(2);
        task = taskNumber(caseNumber, 1);
        due(1, TUESDAY.plusDays(3));
        due(2, TUESDAY.plusDays(90));
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
        others.close();
        serverDown();
        for (String person : List.of("sanitation1", "sanitationhead")) address(person, null);
        runtime.createProcessInstanceQuery().processDefinitionKey("notification-delivery").list().forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        forgetWatches();
    }

    private void forgetWatches() {
        jdbc.sql("delete from ledger.watch_run").update();
        jdbc.sql("delete from ledger.digest_line").update();
        jdbc.sql("delete from ledger.digest").update();
    }

    private void serverUp() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    private void serverDown() {
        if (server.isRunning()) server.stop();
    }

    private void address(String person, String mail) {
        jdbc.sql("update ledger.person set mail = ? where user_id = ?").params(Arrays.asList(mail, person)).update();
    }

    /** In ledger and engine, as an extension would. */
    private void due(int ordinal, LocalDate deadline) {
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(deadline, taskNumber(caseNumber, ordinal)).update();
        desk.dueOn(taskNumber(caseNumber, ordinal), deadline);
    }

    /** What the demo has to say is no matter of these tests. @return the watch, which is over */
    private ProcessInstance watch() {
        clock.travelTo(MORNING);
        ProcessInstance watching = runtime.startProcessInstanceByMessage("Message_WatchMissed");
        for (List<Job> jobs = jobs(watching); !jobs.isEmpty(); jobs = jobs(watching)) jobs.forEach(job -> management.executeJob(job.getId()));
        jdbc.sql("delete from ledger.digest_line where text not like ?").param("%" + caseNumber + "%").update();
        return watching;
    }

    private List<Job> jobs(ProcessInstance of) {
        return management.createJobQuery().processInstanceId(of.getId()).list();
    }

    /** Runs the deliveries that are due, as the job executor would: a failure is the job's own affair. */
    private void deliver() {
        for (Job job : management.createJobQuery().processDefinitionKey("notification-delivery").executable().list()) {
            try {
                management.executeJob(job.getId());
            } catch (NotDelivered e) {
                assertThat(e.getMessage()).doesNotContain("@");
            }
        }
    }

    /** Lets time pass, and whatever falls due on the way is done when it is due. */
    private void passTime(LocalDateTime until) {
        for (LocalDateTime now = LocalDateTime.now(clock); !now.isAfter(until); now = now.plusMinutes(1)) {
            clock.travelTo(now);
            deliver();
        }
    }

    private List<Map<String, Object>> messages() {
        return template.queryForList("select m.*, d.person from ledger.message m join ledger.digest d on d.id = m.digest_id order by d.person");
    }

    private String key(Map<String, Object> message) {
        return "TX-" + message.get("id");
    }

    private List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    private static String told(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MimeMessage receivedBy(String address) {
        return received().stream().filter(mail -> {
            try {
                return mail.getRecipients(RecipientType.TO)[0].toString().equals(address);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }).findFirst().orElseThrow();
    }

    private ProcessInstance delivery(String person) {
        return desk.instance(messages().stream().filter(message -> message.get("person").equals(person)).map(this::key).findFirst().orElseThrow());
    }

    private void assertAllAre(String status) {
        assertThat(messages()).hasSize(2).allSatisfy(message -> assertThat(message.get("status")).isEqualTo(status));
    }

    @Test
    void whoHasAnAddressGetsTheDigestAsMail() {
        watch();
        assertThat(messages()).extracting(message -> message.get("person")).containsExactly("sanitation1", "sanitationhead");
        assertThat(Session.of(port, "sanitation1").get("/reminders").words()).contains("同时发邮件 l***@csglj.example 今天的提醒正在发送");
        ProcessInstance delivery = delivery("sanitation1");
        deliver();
        assertThat(delivery).hasPassedInOrder("StartEvent_MessageWritten", "Task_CheckMessage", "Gateway_MessageNeeded", "Task_SendMessage", "EndEvent_MessageDelivered").isEnded();
        assertAllAre("DELIVERED");
        assertThat(idOf(receivedBy("linxiao@csglj.example"))).isEqualTo("<" + messages().get(0).get("message_id") + ">");
        String mail = told(receivedBy("linxiao@csglj.example"));
        assertThat(mail).contains("整改提醒：即将到期1项（3月3日）", "林晓，您好：", "【即将到期】", "1. 【催办】任务1（" + task + "）：还有3个工作日到期",
                "https://zhenggai.example/todos/" + desk.offered("sanitation1", task, "Task_Implement").getId());
        assertThat(Session.of(port, "sanitation1").get("/reminders").words()).contains("今天的提醒已于08:30送达");
        assertThat(reconciliation.of(caseNumber).rules()).filteredOn(rule -> rule.rule().contains("外发的提醒")).allSatisfy(rule -> assertThat(rule.exceptions()).isEmpty());
    }

    @Test
    void anHourWithoutAMailServerLosesAndDoublesNothing() {
        serverDown();
        ProcessInstance watching = watch();
        assertThat(watching).hasPassed("EndEvent_Watched").isEnded();
        passTime(MORNING.plusHours(1));
        assertAllAre("WAITING");
        assertThat(runtime.createIncidentQuery().processDefinitionKeyIn("notification-delivery").count()).isZero();
        assertThat(Session.of(port, "sanitation1").get("/reminders").words()).contains("暂时没有发出去，系统会自动再试");

        serverUp();
        passTime(MORNING.plusHours(3));
        assertAllAre("DELIVERED");
        assertThat(received()).hasSize(2);
        assertThat(received().stream().map(Deliveries::idOf)).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(messages().stream().map(message -> "<" + message.get("message_id") + ">").toList());
    }

    @Test
    void whatCannotBeDeliveredStandsAsAnIncidentUntilAnAdminRetriesIt() {
        serverDown();
        watch();
        passTime(MORNING.plusHours(3));
        Caller admin = Caller.of(port, "admin");
        var incidents = admin.get("/engine-rest/incident?processDefinitionKeyIn=notification-delivery").json();
        assertThat(incidents).hasSize(2);
        assertThat(incidents.get(0).get("incidentType").asText()).isEqualTo("failedJob");
        assertThat(incidents.get(0).get("activityId").asText()).isEqualTo("Task_CheckMessage");
        assertThat(incidents.get(0).get("incidentMessage").asText()).isEqualTo("连不上邮件服务器，请核对邮件服务器设置和网络");
        assertThat(reconciliation.of(caseNumber).clean()).isTrue();

        for (String person : List.of("admin", "office1")) {
            assertThat(Session.of(port, person).get("/reminders/undelivered").words()).as(person).contains("2条已停下", "林晓 邮件 l***@csglj.example", "连不上邮件服务器", "3月3日的每日提醒").doesNotContain("linxiao");
        }
        assertThat(Session.of(port, "admin").get("/reminders/undelivered").text()).contains("#/process-instance/" + delivery("sanitation1").getId() + "/runtime");
        assertThat(Session.of(port, "sanitation1").get("/reminders/undelivered").status()).isEqualTo(403);
        assertThat(Session.of(port, "sanitation1").get("/reminders").words()).contains("等待平台管理员处理");

        serverUp();
        String job = incidents.get(0).get("configuration").asText();
        assertThat(Caller.of(port, "sanitation1").put("/engine-rest/job/" + job + "/retries", Map.of("retries", 1)).status()).isEqualTo(403);
        assertThat(admin.put("/engine-rest/job/" + job + "/retries", Map.of("retries", 1, "dueDate", MORNING + ":00.000+0800")).status()).isEqualTo(204);
        deliver();
        assertThat(received()).as("retried at once").hasSize(1);
        assertThat(admin.put("/engine-rest/job/" + incidents.get(1).get("configuration").asText() + "/retries", Map.of("retries", 1)).status()).isEqualTo(204);
        deliver();
        assertThat(received()).as("without a due date it keeps the one that its last failure left").hasSize(1);
        passTime(MORNING.plusHours(5));
        assertAllAre("DELIVERED");
        assertThat(received()).hasSize(2);
        assertThat(admin.get("/engine-rest/incident?processDefinitionKeyIn=notification-delivery").json()).isEmpty();
        assertThat(Session.of(port, "admin").get("/reminders/undelivered").words()).contains("没有未送达的提醒");
    }

    @Test
    void whatIsSettledMeanwhileIsNoLongerTold() {
        watch();
        ProcessInstance delivery = delivery("sanitation1");
        desk.submit(task);
        deliver();
        assertThat(delivery).hasPassedInOrder("Task_CheckMessage", "Gateway_MessageNeeded", "EndEvent_MessageCancelled").isEnded();
        assertThat(messages()).allSatisfy(message -> {
            assertThat(message.get("status")).isEqualTo("CANCELLED");
            assertThat(message.get("reason")).isEqualTo("所列事项都已办结或改由他人办理");
        });
        assertThat(received()).isEmpty();
        assertThat(Session.of(port, "sanitation1").get("/reminders").words()).contains("今天的提醒没有发出：所列事项都已办结或改由他人办理");
    }

    @Test
    void whatAColleagueHasTakenOnIsToldToHimAlone() {
        watch();
        desk.claim("sanitationhead", task, "Task_Implement");
        deliver();
        assertThat(messages()).extracting(message -> message.get("status")).containsExactly("CANCELLED", "DELIVERED");
    }

    @Test
    void aMessageKeepsWhatIsStillOpen() {
        due(2, TUESDAY.plusDays(2));
        watch();
        desk.submit(task);
        deliver();
        assertThat(told(receivedBy("linxiao@csglj.example"))).contains("即将到期1项", taskNumber(caseNumber, 2)).doesNotContain(task);
    }

    @Test
    void whoHasNoAddressAnyMoreGetsNothing() {
        watch();
        address("sanitation1", null);
        deliver();
        assertThat(messages()).extracting(message -> message.get("status")).containsExactly("CANCELLED", "DELIVERED");
        assertThat(messages().get(0).get("reason")).isEqualTo("收件人没有可送达的地址，或这一渠道已停用");
    }

    @Test
    void whatWasSentAndNotRecordedIsSentAgainUnderTheSameId() {
        watch();
        Job job = desk.job(key(messages().get(0)), "Task_CheckMessage");
        new TransactionTemplate(transactions).executeWithoutResult(broken -> {
            management.executeJob(job.getId());
            broken.setRollbackOnly();
        });
        assertAllAre("WAITING");
        management.executeJob(job.getId());
        assertThat(received()).hasSize(2);
        assertThat(idOf(received().get(0))).isEqualTo(idOf(received().get(1)));
    }

    @Test
    void nobodyStartsItByHandOrTwice() {
        watch();
        for (String each : new String[] {key(messages().get(0)), "TX-999999999", task, null}) {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("notification-delivery", each)).isInstanceOf(Refusal.class).hasMessageContaining("手工");
        }
    }

    @Test
    void aMessageWithoutItsProcessIsFoundByTheReconciliation() {
        watch();
        runtime.deleteProcessInstance(delivery("sanitation1").getId(), "bent");
        assertThat(reconciliation.of(caseNumber).rules()).flatExtracting(Reconciliation.RuleFinding::exceptions).contains(key(messages().get(0)) + "在台账中尚未办结，流程中有0个在办事项，应为1个");
    }
}
