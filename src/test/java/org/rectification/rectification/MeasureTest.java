package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures over HTTP as the demo's people, on both databases. */
class MeasureTest {

    @Nested
    @OnH2
    class H2 extends MeasuresOfATask {
    }

    @Nested
    @OnPostgres
    class Postgres extends MeasuresOfATask {
    }
}

abstract class MeasuresOfATask {

    private static final String YESTERDAY = LocalDate.now().minusDays(1).toString();

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;
    String caseNumber;
    String taskNumber;

    @BeforeEach
    void aLaunchedCase() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(2);
        taskNumber = taskNumber(caseNumber, 1);
    }

    @Test
    void handlersOfLeadAndSupportingDepartmentsTickAndTakeBack() {
        done(tick("sanitation1", 1, YESTERDAY));
        done(tick("finance1", 2, YESTERDAY));
        assertThat(measures()).extracting(each -> each.get("doneOn").asText()).containsExactly(YESTERDAY, YESTERDAY);
        done(tick("sanitation2", 2, ""));
        assertThat(measures().get(1).get("doneOn").isNull()).isTrue();
    }

    @Test
    void whoDoesNotCarryTheTaskOutIsRefused() {
        for (String other : new String[] {"parks1", "parkshead", "office1", "leader2", "supervisor1", "auditor1"}) {
            Answer refused = tick(other, 1, YESTERDAY);
            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(refused.reason()).contains("由其他科室承办");
        }
        assertNothingTicked();
    }

    @Test
    void aDayToComeOrNoDayIsRefused() {
        Answer future = tick("sanitation1", 1, LocalDate.now().plusDays(2).toString());
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.reason()).contains("晚于今天");
        assertThat(tick("sanitation1", 1, "昨天").status()).isEqualTo(400);
        assertNothingTicked();
    }

    @Test
    void anUnknownMeasureOrTaskIsNotFound() {
        assertThat(tick("sanitation1", 3, YESTERDAY).reason()).contains("没有第3条整改措施");
        assertThat(tick("sanitation1", 3, YESTERDAY).status()).isEqualTo(404);
        assertThat(tick("sanitation1", 0, YESTERDAY).status()).isEqualTo(404);
        assertThat(bureau.as("sanitation1").put("/api/tasks/" + caseNumber + "-09-09/measures/1", Map.of("doneOn", YESTERDAY)).status()).isEqualTo(404);
    }

    @Test
    void onceSubmittedNothingIsTickedUntilItComesBack() {
        bureau.submitted(taskNumber);
        Answer waiting = tick("sanitation1", 1, YESTERDAY);
        assertThat(waiting.status()).isEqualTo(409);
        assertThat(waiting.reason()).contains("待部门审签");

        done(bureau.as("sanitationhead").complete(taskNumber, "Task_Endorse", Map.of("endorsed", false, "opinion", "补充清单")));
        done(tick("sanitation1", 1, YESTERDAY));

        bureau.signedOff(taskNumber);
        Answer late = tick("sanitation1", 1, "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.reason()).contains("已销号");
        assertThat(measures().get(0).get("doneOn").asText()).isEqualTo(YESTERDAY);
    }

    @Test
    void measuresAreCountedByCaseDepartmentAndPhase() {
        done(tick("sanitation1", 1, YESTERDAY));
        done(tick("sanitation1", 1, YESTERDAY));
        JsonNode figures = bureau.as("office1").get("/api/cases/" + caseNumber).json();
        assertThat(figures.get("measuresDone").asInt()).isEqualTo(1);
        assertThat(figures.get("measures").asInt()).isEqualTo(4);

        JsonNode progress = progress("office1");
        assertThat(progress.get("departments")).hasSize(1);
        assertThat(progress.at("/departments/0/department").asText()).isEqualTo("sanitation");
        assertThat(progress.at("/departments/0/measures").toString()).isEqualTo("{\"done\":1,\"total\":4,\"rate\":25.0}");
        assertThat(progress.get("phases")).extracting(phase -> phase.get("phase").asText() + phase.get("measures").get("done") + "/" + phase.get("measures").get("total"))
                .containsExactly("PREPARATION0/0", "EXECUTION1/4", "SUMMARY0/0");
        assertThat(progress.at("/phases/0/measures/rate").isNull()).isTrue();
    }

    @Test
    void aDepartmentSeesItsOwnNumbersBesideThoseOfTheCase() {
        assertThat(progress("sanitation1").get("departments")).hasSize(1);
        assertThat(progress("parks1").get("departments")).isEmpty();
        assertThat(progress("parks1").at("/phases/1/measures/total").asInt()).isEqualTo(4);
    }

    @Test
    void evidenceSaysWhichMeasureItShowsAndTheRoundsHashIsThatOfItsFiles() {
        Answer filed = bureau.as("sanitation1").upload(evidence() + "?measure=2", Map.of("清单.pdf", Bureau.pdf("清单")));
        created(filed);
        assertThat(filed.json().at("/evidence/0/measure").asInt()).isEqualTo(2);
        created(bureau.as("sanitation1").upload(evidence() + "?measure=", Map.of("照片.pdf", Bureau.pdf("照片"))));
        assertThat(bureau.as("auditor1").get(evidence()).json().get("content")).extracting(each -> each.get("measure").asText()).containsExactly("2", "null");
        bureau.supported(taskNumber);
        done(bureau.as("sanitation1").complete(taskNumber, "Task_Implement", Map.of("completionStatement", "已完成。")));
        done(bureau.as("sanitationhead").complete(taskNumber, "Task_Endorse", Map.of("endorsed", true)));
    }

    @Test
    void evidenceForAnUnknownMeasureIsRefusedAndNotStored() {
        Answer unknown = bureau.as("sanitation1").upload(evidence() + "?measure=3", Map.of("清单.pdf", Bureau.pdf("清单")));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.reason()).contains("没有第3条整改措施");
        Answer unreadable = bureau.as("sanitation1").upload(evidence() + "?measure=second", Map.of("清单.pdf", Bureau.pdf("清单")));
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.reason()).contains("“measure”的格式不对");
        assertThat(bureau.as("auditor1").get(evidence()).json().get("content")).isEmpty();
    }

    private Answer tick(String person, int ordinal, String doneOn) {
        Map<String, Object> body = new HashMap<>();
        body.put("doneOn", doneOn);
        return bureau.as(person).put("/api/tasks/" + taskNumber + "/measures/" + ordinal, body);
    }

    private String evidence() {
        return "/api/tasks/" + taskNumber + "/evidence";
    }

    private JsonNode measures() {
        return bureau.as("auditor1").get("/api/tasks/" + taskNumber).json().get("measures");
    }

    private JsonNode progress(String reader) {
        return bureau.as(reader).get("/api/cases/" + caseNumber + "/progress").json();
    }

    private void assertNothingTicked() {
        assertThat(measures()).allMatch(each -> each.get("doneOn").isNull());
    }
}
