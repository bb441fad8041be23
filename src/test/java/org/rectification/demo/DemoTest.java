package org.rectification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Caller;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody finds who starts the demo, on both databases. */
class DemoTest {

    @Nested
    @OnH2
    class H2 extends FullSwing {
    }

    @Nested
    @OnPostgres
    class Postgres extends FullSwing {
    }
}

abstract class FullSwing {

    private static final String IN_FULL_SWING = "HT-2026-01";

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    Caller office;

    @BeforeEach
    void office() {
        office = Caller.of(port, "office1");
    }

    @Test
    void theCaseInFullSwingHasTheBulletinsFigures() {
        JsonNode figures = figures(IN_FULL_SWING);
        assertThat(figures.get("declaredProblems").asInt()).isEqualTo(9);
        assertThat(figures.get("problems").asInt()).isEqualTo(14);
        assertThat(figures.get("tasks").asInt()).isEqualTo(55);
        assertThat(figures.get("stage").asText()).isEqualTo("RECTIFYING");
        assertThat(figures.get("completion").toString()).isEqualTo("{\"done\":3,\"total\":14,\"rate\":21.4}");
        assertThat(figures.get("measuresDone").asInt()).isBetween(100, figures.get("measures").asInt() - 10);
        assertThat(tasks(IN_FULL_SWING)).extracting(task -> task.get("leadDepartment").asText())
                .contains("general", "appearance", "sanitation", "parks", "utilities", "enforcement", "party", "finance", "legal");
    }

    @Test
    void itsTasksStandAtEveryStageInEveryLight() {
        assertThat(count(tasks(IN_FULL_SWING), "status")).isEqualTo(Map.of("SIGNED_OFF", 26, "AWAITING_ENDORSEMENT", 4, "AWAITING_CHECK", 5, "AWAITING_SIGN_OFF", 4, "IN_PROGRESS", 15, "BLOCKED", 1));
        // How many working days are left depends on the day on which the demo is started.
        assertThat(count(tasks(IN_FULL_SWING), "light")).containsEntry("DONE", 26).containsOnlyKeys("DONE", "RED", "YELLOW", "BLUE", "GREEN", "PAUSED");
        assertThat(tasks(IN_FULL_SWING)).filteredOn(task -> task.get("round").asInt() == 2 && !task.get("status").asText().equals("SIGNED_OFF")).hasSize(8);
    }

    @Test
    void reportsCameInTimeLateAndNotAtAll() {
        JsonNode reports = office.get("/api/cases/" + IN_FULL_SWING + "/reports").json();
        assertThat(reports.get("periods").size()).isGreaterThanOrEqualTo(10);
        assertThat(reports.get("departments").size()).isEqualTo(9);
        Map<String, Integer> standings = new HashMap<>();
        reports.get("departments").forEach(row -> row.get("reports").forEach(cell -> standings.merge(cell.get("standing").asText(), 1, Integer::sum)));
        assertThat(standings).containsEntry("LATE", 5);
        assertThat(standings.get("MISSING")).isBetween(2, 3);
        assertThat(standings.get("ON_TIME")).isGreaterThan(70);
    }

    @Test
    void theToursDepartmentOwesItsReportForTheLastPeriod() {
        String period = office.get("/api/cases/" + IN_FULL_SWING + "/reports").json().at("/periods/0").asText();
        assertThat(Caller.of(port, "sanitation1").taskId(IN_FULL_SWING + ":" + period + ":sanitation", "Task_SubmitReport")).isNotNull();
    }

    @Test
    void theOtherCasesStandAtTheBeginningAndAtTheEnd() {
        assertThat(figures("ZX-2026-01").get("stage").asText()).isEqualTo("REVIEWING_PLAN");
        assertThat(office.get("/api/cases/ZX-2026-01/tasks").json().get("total").asInt()).isEqualTo(9);
        assertThat(figures("ZX-2025-01").get("stage").asText()).isEqualTo("CLOSED");
        assertThat(figures("ZX-2025-01").get("completion").get("rate").asDouble()).isEqualTo(100.0);
    }

    /** Whoever has walked the tour meanwhile has not changed how its first round ended. */
    @Test
    void theToursTaskWasRefusedOnce() {
        JsonNode task = office.get("/api/tasks/CG-2026-01-02-02").json();
        assertThat(task.get("title").asText()).isEqualTo("补齐公共机构分类投放设施");
        assertThat(task.get("leadLeader").asText()).isEqualTo("leader3");
        assertThat(task.get("daysLeft").asInt()).isNegative();
        assertThat(task.get("round").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(task.at("/rounds/0/decisions/2/person").asText()).isEqualTo("supervisor1");
        assertThat(task.at("/rounds/0/decisions/2/approved").asBoolean()).isFalse();
    }

    @Test
    void ledgersAndEngineAgree() {
        for (String caseNumber : List.of(IN_FULL_SWING, "ZX-2026-01", "ZX-2025-01", "CG-2026-01")) {
            JsonNode finding = office.get("/api/cases/" + caseNumber + "/reconciliation").json();
            assertThat(finding.get("clean").asBoolean()).as(finding.toString()).isTrue();
        }
    }

    @Test
    void supportingDepartmentsConfirmedWhatWasSubmittedAndSomeAreAwaited() {
        int awaited = 0;
        for (JsonNode row : tasks(IN_FULL_SWING)) {
            JsonNode task = office.get("/api/tasks/" + row.get("taskNumber").asText()).json();
            for (JsonNode instalment : task.get("instalments")) {
                if (instalment.get("confirmedAt").isNull()) awaited++;
                assertThat(instalment.get("confirmedAt").isNull() && !task.get("rounds").isEmpty()).as(row.toString()).isFalse();
            }
        }
        assertThat(awaited).isBetween(5, 20);
        assertThat(office.get("/api/tasks/HT-2026-01-10-04").json().get("instalments")).as("全局各科室").hasSizeGreaterThanOrEqualTo(8);
        assertThat(office.get("/api/tasks/HT-2026-01-06-01").json().at("/instalments/1/name").asText()).isEqualTo("县供电公司");
    }

    @Test
    void deadlinesAreWatchedOneIsExtendedAndAnotherAskedFor() {
        assertThat(office.get("/api/cases/" + IN_FULL_SWING + "/ladder").json().get("content")).extracting(step -> step.at("/rung/level").asText()).contains("提醒", "催办", "督办单", "催报");
        JsonNode extended = office.get("/api/tasks/HT-2026-01-03-02").json();
        assertThat(extended.get("extensions").asInt()).isEqualTo(1);
        assertThat(extended.get("deadline").asText()).isGreaterThan(extended.get("originalDeadline").asText());
        assertThat(Caller.of(port, "leader1").taskId("HT-2026-01-09-03:E1", "Task_ApproveExtension")).isNotNull();
    }

    @Test
    void backInThePresentEveryTimerLiesAhead() {
        for (String caseNumber : List.of(IN_FULL_SWING, "ZX-2026-01", "CG-2026-01")) {
            String instance = runtime.createProcessInstanceQuery().processDefinitionKey("rectification-case").processInstanceBusinessKey(caseNumber).singleResult().getId();
            List<Job> jobs = management.createJobQuery().processInstanceId(instance).list();
            assertThat(jobs).isNotEmpty().allSatisfy(job -> assertThat(job.getDuedate()).isAfter(new Date()));
        }
    }

    @Test
    void everySignedOffTaskPassedFourPeopleAndNoneSignedForHimself() {
        Set<String> papers = new HashSet<>();
        for (JsonNode row : tasks(IN_FULL_SWING)) {
            if (!row.get("status").asText().equals("SIGNED_OFF")) continue;
            JsonNode task = office.get("/api/tasks/" + row.get("taskNumber").asText()).json();
            JsonNode rounds = task.get("rounds");
            Set<String> people = new HashSet<>();
            task.get("evidence").forEach(file -> assertThat(papers.add(file.get("sha256").asText())).as("a paper of its own: %s", file).isTrue());
            rounds.get(rounds.size() - 1).get("decisions").forEach(decision -> people.add(decision.get("person").asText()));
            assertThat(people).as(row.toString()).hasSize(4);
            assertThat(rounds.get(rounds.size() - 1).at("/decisions/3/person").asText()).isNotEqualTo(row.get("leadLeader").asText());
        }
    }

    private JsonNode figures(String caseNumber) {
        return office.get("/api/cases/" + caseNumber).json();
    }

    private JsonNode tasks(String caseNumber) {
        return office.get("/api/cases/" + caseNumber + "/tasks?size=100").json().get("content");
    }

    private static Map<String, Integer> count(JsonNode rows, String field) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.get(field).asText(), 1, Integer::sum));
        return counts;
    }
}
