package org.rectification.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

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
import org.rectification.organization.Organization;
import org.rectification.reporting.StalledTasks.Stalled;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 连续两期无新进展 on both databases, with two tasks: the first one stands still, the second moves. */
class StalledTest {

    @Nested
    @OnH2
    class H2 extends TwoPeriodsWithoutNews {
    }

    @Nested
    @OnPostgres
    class Postgres extends TwoPeriodsWithoutNews {
    }
}

abstract class TwoPeriodsWithoutNews {

    private static final LocalDateTime LAUNCH = LocalDateTime.of(2026, 11, 3, 10, 0);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    @Autowired StalledTasks stalled;
    @Autowired Organization organization;
    Bureau bureau;
    String caseNumber;
    String still;

    @BeforeEach
    void aCaseLaunchedInEarlyNovember() {
        clock.travelTo(LAUNCH);
        bureau = new Bureau(port, management).on(LAUNCH.toLocalDate());
        caseNumber = bureau.launchedCase(2);
        still = taskNumber(caseNumber, 1);
        ended(LocalDateTime.of(2026, 11, 16, 9, 0));
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void onePeriodIsNotEnoughAndTwoInARowAre() {
        reported("2026-11H1", true, "等待采购审批");
        assertThat(found()).isEmpty();

        ended(LocalDateTime.of(2026, 12, 1, 9, 0));
        assertThat(found()).isEmpty();
        reported("2026-11H2", true, "供应商尚未确定");

        assertThat(found()).singleElement().satisfies(task -> {
            assertThat(task.taskNumber()).isEqualTo(still);
            assertThat(task.leadLeader()).isEqualTo("leader2");
            assertThat(List.of(task.earlierPeriod(), task.earlierReason(), task.period(), task.reason())).containsExactly("2026-11H1", "等待采购审批", "2026-11H2", "供应商尚未确定");
        });
        assertThat(stalled.task(still)).isPresent();
        assertThat(stalled.task(taskNumber(caseNumber, 2))).isEmpty();
        assertThat(stalled.ledBy(organization.person("leader2"), 500)).extracting(Stalled::taskNumber).contains(still);
        assertThat(stalled.ledBy(organization.person("leader3"), 500)).extracting(Stalled::taskNumber).doesNotContain(still);
    }

    @Test
    void progressInBetweenBreaksTheRow() {
        reported("2026-11H1", true, "等待采购审批");
        ended(LocalDateTime.of(2026, 12, 1, 9, 0));
        reported("2026-11H2", false, null);
        ended(LocalDateTime.of(2026, 12, 16, 9, 0));
        reported("2026-12H1", true, "等待采购审批");
        assertThat(found()).isEmpty();
    }

    @Test
    void aPeriodWithoutAnyReportDoesNotBreakIt() {
        reported("2026-11H1", true, "等待采购审批");
        ended(LocalDateTime.of(2026, 12, 16, 9, 0));
        reported("2026-12H1", true, "等待采购审批");
        assertThat(found()).extracting(Stalled::earlierPeriod, Stalled::period).containsExactly(org.assertj.core.groups.Tuple.tuple("2026-11H1", "2026-12H1"));
    }

    @Test
    void aReturnedReportCountsOnceItIsHandedInAgain() {
        reported("2026-11H1", true, "等待采购审批");
        ended(LocalDateTime.of(2026, 12, 1, 9, 0));
        reported("2026-11H2", true, "等待采购审批");
        done(bureau.as("office1").complete(key("2026-11H2"), "Task_ReviewReport", Map.of("accepted", false, "opinion", "说明到哪一步")));
        assertThat(found()).isEmpty();
        reported("2026-11H2", false, null);
        assertThat(found()).isEmpty();
    }

    @Test
    void whatASupportingDepartmentSaysDoesNotCount() {
        reported("2026-11H1", true, "等待采购审批");
        ended(LocalDateTime.of(2026, 12, 1, 9, 0));
        report("finance", "2026-11H2", List.of(row(still, null, "尚无需配合的事项", true), row(taskNumber(caseNumber, 2), "已拨付", null, false)));
        assertThat(found()).isEmpty();
        reported("2026-11H2", true, "等待采购审批");
        assertThat(found()).hasSize(1);
    }

    @Test
    void whatWaitsForOthersOrIsSignedOffIsNotListed() {
        reported("2026-11H1", true, "等待采购审批");
        ended(LocalDateTime.of(2026, 12, 1, 9, 0));
        reported("2026-11H2", true, "等待采购审批");
        bureau.submitted(still);
        assertThat(found()).isEmpty();
        done(bureau.as("sanitationhead").complete(still, "Task_Endorse", Map.of("endorsed", false, "opinion", "补充清单")));
        assertThat(found()).hasSize(1);
        bureau.signedOff(still);
        assertThat(found()).isEmpty();
    }

    @Test
    void itStandsBeforeTheLeadLeaderOnTheTaskAndOnTheCase() {
        reported("2026-11H1", true, "等待采购审批");
        ended(LocalDateTime.of(2026, 12, 1, 9, 0));
        reported("2026-11H2", true, "供应商尚未确定");

        assertThat(Session.of(port, "leader2").get("/").words()).contains("我分管的任务", "卡住的", "连续两期无新进展");
        assertThat(Session.of(port, "leader2").get("/weekly").words()).contains(still, "连续两期无新进展：供应商尚未确定");
        assertThat(Session.of(port, "leader3").get("/").words()).doesNotContain(still);
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + still).words()).contains("连续两期无新进展", "已提示责任领导刘建华", "等待采购审批");
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber).words()).contains("连续两期无新进展的任务1项", "供应商尚未确定");
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber).words()).doesNotContain("连续两期无新进展的任务");
    }

    private List<Stalled> found() {
        return stalled.of(caseNumber, 10);
    }

    private void ended(LocalDateTime moment) {
        clock.travelTo(moment);
        bureau.endPeriod(caseNumber);
    }

    private void reported(String period, boolean noChange, String reason) {
        report("sanitation", period, List.of(row(still, noChange ? null : "完成采购", reason, noChange), row(taskNumber(caseNumber, 2), "完成三条道路整治", null, false)));
    }

    private void report(String department, String period, List<Map<String, Object>> rows) {
        done(bureau.as(department + "1").put("/api/cases/" + caseNumber + "/reports/" + period + "/" + department, Map.of("rows", rows)));
        done(bureau.as(department + "1").complete(caseNumber + ":" + period + ":" + department, "Task_SubmitReport", Map.of()));
    }

    private String key(String period) {
        return caseNumber + ":" + period + ":sanitation";
    }

    private static Map<String, Object> row(String taskNumber, String progress, String hindrance, boolean noChange) {
        Map<String, Object> row = new HashMap<>();
        row.put("taskNumber", taskNumber);
        row.put("progress", progress);
        row.put("hindrance", hindrance);
        row.put("nextStep", "抓紧办理");
        row.put("noChange", noChange);
        return row;
    }
}
