package org.rectification.cockpit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 督办监控 over HTTP on both databases. */
class OversightTest {

    @Nested
    @OnH2
    class H2 extends Watching {
    }

    @Nested
    @OnPostgres
    class Postgres extends Watching {
    }
}

abstract class Watching {

    private static final String OVERSIGHT = "/api/oversight";

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired EngineClock clock;
    Bureau bureau;
    String caseNumber;
    String task;

    @BeforeEach
    void aTaskInTheDepartmentsHandsAndOneToBeChecked() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(2);
        task = taskNumber(caseNumber, 1);
        bureau.endorsed(taskNumber(caseNumber, 2));
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
    }

    private void daysAfterTheDeadline(int days) {
        clock.travelTo(LocalDate.parse(bureau.as("auditor1").get("/api/tasks/" + task).json().get("deadline").asText()).plusDays(days).atTime(9, 0));
    }

    @Test
    void theAdminFindsWhatIsLateWithItsStageItsNextRungAndItsProcess() {
        assertThat(late(task)).isNull();
        long before = bureau.as("admin").get(OVERSIGHT).json().at("/late/total").asLong();

        daysAfterTheDeadline(7);

        JsonNode counts = bureau.as("admin").get(OVERSIGHT).json().get("late");
        assertThat(counts.get("total").asLong()).isGreaterThanOrEqualTo(before + 2);
        assertThat(StreamSupport.stream(counts.get("stages").spliterator(), false).map(each -> each.get("name").asText())).contains("落实整改中", "待核查验收");
        JsonNode found = late(task);
        assertThat(found.get("overdueDays").asInt()).isEqualTo(7);
        assertThat(found.get("departmentName").asText()).isEqualTo("环境卫生科");
        assertThat(found.get("nextStep").asText()).isEqualTo("督办单，下一次巡查");
        assertThat(found.get("lastStep").isNull()).isTrue();
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(found.get("instance").asText()).singleResult().getBusinessKey()).isEqualTo(task);
        assertThat(late(taskNumber(caseNumber, 2)).get("nextStep").asText()).as("what waits for a check is late through others").isEqualTo("待核查验收，不升级");
        assertThat(bureau.as("admin").get(OVERSIGHT + "/late-tasks?department=parks&size=200").text()).doesNotContain(task);
        assertThat(bureau.as("admin").get(OVERSIGHT + "/late-tasks?stage=NONE").status()).isEqualTo(400);
    }

    @Test
    void aTaskOnTheTopRungSaysThatNothingFollows(@Autowired JdbcClient jdbc) {
        jdbc.sql("""
                insert into ledger.ladder_step (case_number, subject, department, title, round, deadline, rung, level, days_left, missed, recipients, table_version, taken_on)
                select case_number, task_number, lead_department, title, round, deadline, 99, '追责建议', -5, 0, 'head', 1, deadline from ledger.rectification_task where task_number = ?""").param(task).update();
        daysAfterTheDeadline(7);
        assertThat(late(task).get("nextStep").asText()).isEqualTo("近期没有下一级");
    }

    @Test
    void missingReportsNameTheirPeriodAsPeopleDo() {
        for (JsonNode each : bureau.as("admin").get(OVERSIGHT + "/missing-reports?size=200").json().get("content")) {
            assertThat(each.get("periodName").asText()).matches("(截至)?\\d{4}年.*|截至.*").isNotEqualTo(each.get("period").asText());
        }
    }

    private JsonNode late(String number) {
        for (int page = 0; ; page++) {
            JsonNode listing = bureau.as("admin").get(OVERSIGHT + "/late-tasks?department=sanitation&size=200&page=" + page).json();
            for (JsonNode each : listing.get("content")) if (each.get("taskNumber").asText().equals(number)) return each;
            if ((page + 1) * 200L >= listing.get("total").asLong()) return null;
        }
    }

    @Test
    void fromACasesProcessToItsTasksAndBack() {
        daysAfterTheDeadline(7);
        String ofCase = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey("rectification-case").singleResult().getId();
        JsonNode found = bureau.as("admin").get(OVERSIGHT + "/instances/" + ofCase).json();
        assertThat(found.at("/tasks/total").asInt()).isEqualTo(2);
        JsonNode first = found.at("/tasks/content/0");
        assertThat(first.get("stage").asText()).isEqualTo("落实整改中");
        assertThat(first.get("light").asText()).isEqualTo("RED");
        assertThat(first.get("daysLeft").asInt()).isEqualTo(-7);
        assertThat(first.get("lastStep").isNull()).isTrue();
        JsonNode back = bureau.as("admin").get(OVERSIGHT + "/instances/" + first.get("instance").asText()).json();
        assertThat(back.get("caseInstance").asText()).isEqualTo(ofCase);
        assertThat(back.get("tasks").isNull()).isTrue();
        assertThat(back.at("/task/daysLeft").asInt()).isEqualTo(-7);
        assertThat(bureau.as("admin").get(OVERSIGHT + "/instances/none").status()).isEqualTo(404);
    }

    @Test
    void aDeadlineOnADayOffSaysToWhichDayItIsPutOff(@Autowired JdbcClient jdbc) {
        LocalDate saturday = LocalDate.of(2039, 3, 5);
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(saturday, task).update();
        clock.travelTo(saturday.plusDays(1).atTime(9, 0));
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(task).processDefinitionKey("rectification-task").singleResult().getId();
        JsonNode found = bureau.as("admin").get(OVERSIGHT + "/instances/" + instance).json().get("task");
        assertThat(found.get("daysLeft").asInt()).isEqualTo(1);
        assertThat(found.get("putOffTo").asText()).isEqualTo("2039-03-07");
        assertThat(found.get("light").asText()).isEqualTo("YELLOW");
    }

    @Test
    void departmentsHaveNoBusinessThere() {
        for (String path : new String[] {"", "/late-tasks", "/missing-reports", "/instances/x"}) assertThat(bureau.as("sanitation1").get(OVERSIGHT + path).status()).as(path).isEqualTo(403);
    }
}
