package org.rectification.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
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

/** Half-month reports over HTTP as the demo's people, on both databases; the calendar is that of November 2026. */
class ReportingTest {

    @Nested
    @OnH2
    class H2 extends HalfMonthReports {
    }

    @Nested
    @OnPostgres
    class Postgres extends HalfMonthReports {
    }
}

abstract class HalfMonthReports {

    private static final LocalDateTime LAUNCH = LocalDateTime.of(2026, 11, 3, 10, 0);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    Bureau bureau;
    String caseNumber;
    String taskNumber;

    @BeforeEach
    void aCaseLaunchedInEarlyNovember() {
        clock.travelTo(LAUNCH);
        bureau = new Bureau(port, management).on(LAUNCH.toLocalDate());
        caseNumber = bureau.launchedCase(2);
        taskNumber = taskNumber(caseNumber, 1);
    }

    @Test
    void periodsBeforeTheTakeoverAreNobodysDebt(@Autowired JdbcClient jdbc) {
        jdbc.sql("update ledger.rectification_case set taken_over_on = ? where case_number = ?").params(LocalDate.of(2026, 11, 16), caseNumber).update();
        clock.travelTo(LocalDateTime.of(2026, 12, 1, 9, 0));
        bureau.endPeriod(caseNumber);
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/reports").json().get("periods").toString()).isEqualTo("[\"2026-11H2\"]");
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void beforeThePeriodIsOverNobodyOwesAReport() {
        fireAt(LocalDateTime.of(2026, 11, 15, 9, 0));
        assertThat(overview().get("periods")).isEmpty();
    }

    @Test
    void onThe16thEveryDepartmentWithOpenTasksOwesAReport() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));

        assertThat(overview().at("/periods/0").asText()).isEqualTo("2026-11H1");
        assertThat(overview().get("departments")).extracting(row -> row.get("department").asText()).containsExactlyInAnyOrder("sanitation", "finance");
        assertThat(bureau.as("sanitation1").taskId(key("2026-11H1"), "Task_SubmitReport")).isNotNull();
        assertThat(bureau.as("parks1").taskId(key("2026-11H1"), "Task_SubmitReport")).isNull();
    }

    @Test
    void firedTwoMonthsLateEveryPeriodIsOpenedOnce() {
        fireAt(LocalDateTime.of(2027, 1, 5, 14, 0));
        fireAt(LocalDateTime.of(2027, 1, 5, 15, 0));
        assertThat(overview().get("periods")).extracting(JsonNode::asText).containsExactly("2026-12H2", "2026-12H1", "2026-11H2", "2026-11H1");
    }

    @Test
    void aReportWithAnEmptyRowIsRefusedAndNothingTypedIsLost() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        done(bureau.as("sanitation1").put(path("2026-11H1"), rows(row(taskNumber, "完成三条道路整治", null, "继续整治", false))));

        var refused = bureau.as("sanitation1").complete(key("2026-11H1"), "Task_SubmitReport", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.reason()).contains("请填写进展情况，或勾选“本期无新进展”");
        assertThat(sheet("2026-11H1").at("/rows/0/progress").asText()).isEqualTo("完成三条道路整治");
        assertThat(sheet("2026-11H1").get("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void aReturnedReportComesBackAndTheNextOneBeginsWhereItEnded() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        reported("2026-11H1");
        assertThat(bureau.as("office1").get("/engine-rest/task/" + bureau.as("office1").taskId(key("2026-11H1"), "Task_ReviewReport")).json().get("due").asText()).startsWith("2026-11-19T23:59");
        assertThat(bureau.as("office1").complete(key("2026-11H1"), "Task_ReviewReport", Map.of("accepted", false)).status()).isEqualTo(409);
        done(bureau.as("office1").complete(key("2026-11H1"), "Task_ReviewReport", Map.of("accepted", false, "opinion", "请写明数量")));
        assertThat(sheet("2026-11H1").get("opinion").asText()).isEqualTo("请写明数量");
        reported("2026-11H1");
        done(bureau.as("office1").complete(key("2026-11H1"), "Task_ReviewReport", Map.of("accepted", true)));
        assertThat(sheet("2026-11H1").get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(bureau.as("auditor1").get("/api/tasks/" + taskNumber + "/reports").json().at("/reports/0/progress").asText()).isEqualTo("完成三条道路整治");

        fireAt(LocalDateTime.of(2026, 12, 1, 9, 0));

        assertThat(sheet("2026-11H2").at("/rows/0/lastProgress").asText()).isEqualTo("完成三条道路整治");
        assertThat(sheet("2026-11H2").at("/rows/0/nextStep").asText()).isEqualTo("继续整治");
        assertThat(sheet("2026-11H2").at("/rows/0/progress").isNull()).isTrue();
    }

    @Test
    void afterThreeWorkingDaysAReportIsMissingAndOnceItComesItIsLateForEver() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        assertThat(sheet("2026-11H1").get("dueOn").asText()).isEqualTo("2026-11-18");
        assertThat(sheet("2026-11H1").get("standing").asText()).isEqualTo("AWAITED");
        clock.travelTo(LocalDateTime.of(2026, 11, 19, 8, 0));
        assertThat(sheet("2026-11H1").get("standing").asText()).isEqualTo("MISSING");
        reported("2026-11H1");
        assertThat(sheet("2026-11H1").get("standing").asText()).isEqualTo("LATE");
    }

    @Test
    void whatWaitsForOthersIsLeftOutAndNothingNewTakesOneReason() {
        bureau.submitted(taskNumber);
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        String other = taskNumber(caseNumber, 2);
        assertThat(sheet("2026-11H1").get("rows")).extracting(line -> line.get("taskNumber").asText()).containsExactly(other);

        done(bureau.as("sanitation2").put(path("2026-11H1"), rows(row(other, null, "等待采购审批", null, true))));
        done(bureau.as("sanitation2").complete(key("2026-11H1"), "Task_SubmitReport", Map.of()));

        assertThat(sheet("2026-11H1").get("standing").asText()).isEqualTo("ON_TIME");
    }

    @Test
    void aChangedCadenceTakesEffectFromTheNextPeriodOn() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        done(bureau.as("office1").put("/api/cases/" + caseNumber + "/cadence", Map.of("concentrated", "WEEKLY")));
        fireAt(LocalDateTime.of(2026, 11, 30, 9, 0));
        assertThat(overview().get("periods")).extracting(JsonNode::asText).containsExactly("2026-W48", "2026-W47", "2026-11H1");
    }

    @Test
    void anotherDepartmentNeitherReadsNorWritesAReport() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        assertThat(bureau.as("parks1").get(path("2026-11H1")).status()).isEqualTo(403);
        assertThat(bureau.as("parks1").put(path("2026-11H1"), rows(row(taskNumber, "冒填", null, null, false))).status()).isEqualTo(403);
        assertThat(bureau.as("office1").put(path("2026-11H1"), rows(row(taskNumber, "代填", null, null, false))).status()).isEqualTo(403);
        assertThat(sheet("2026-11H1").at("/rows/0/progress").isNull()).isTrue();
    }

    @Test
    void aDepartmentFindsItsOwnRowInTheOverviewAndNoOther() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        assertThat(bureau.as("finance1").get("/api/cases/" + caseNumber + "/reports").json().get("departments")).extracting(row -> row.get("department").asText()).containsExactly("finance");
        assertThat(bureau.as("parks1").get("/api/cases/" + caseNumber + "/reports").json().get("departments")).isEmpty();
    }

    @Test
    void oneBadCadenceOfTwoChangesNeither() {
        var refused = bureau.as("office1").put("/api/cases/" + caseNumber + "/cadence", Map.of("concentrated", "WEEKLY", "sustained", "0 0 9 30 2 ?"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("sustained");
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        assertThat(overview().at("/periods/0").asText()).isEqualTo("2026-11H1");
    }

    private void fireAt(LocalDateTime moment) {
        clock.travelTo(moment);
        bureau.endPeriod(caseNumber);
    }

    private void reported(String period) {
        done(bureau.as("sanitation1").put(path(period), rows(row(taskNumber, "完成三条道路整治", null, "继续整治", false),
                row(taskNumber(caseNumber, 2), "已制定方案", "人手不足", "组织实施", false))));
        done(bureau.as("sanitation1").complete(key(period), "Task_SubmitReport", Map.of()));
    }

    private JsonNode overview() {
        return bureau.as("office1").get("/api/cases/" + caseNumber + "/reports").json();
    }

    private JsonNode sheet(String period) {
        return bureau.as("auditor1").get(path(period)).json();
    }

    private String path(String period) {
        return "/api/cases/" + caseNumber + "/reports/" + period + "/sanitation";
    }

    private String key(String period) {
        return caseNumber + ":" + period + ":sanitation";
    }

    private static Map<String, Object> rows(Map<?, ?>... rows) {
        return Map.of("rows", List.of(rows));
    }

    private static Map<String, Object> row(String taskNumber, String progress, String hindrance, String nextStep, boolean noChange) {
        Map<String, Object> row = new HashMap<>();
        row.put("taskNumber", taskNumber);
        row.put("progress", progress);
        row.put("hindrance", hindrance);
        row.put("nextStep", nextStep);
        row.put("noChange", noChange);
        return row;
    }
}
