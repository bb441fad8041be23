package org.rectification.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.support.AtOnce;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What rebounds goes its whole way again before the case closes, over HTTP as the demo's people, on both databases. */
class ReboundTest {

    @Nested
    @OnH2
    class H2 extends Rebound {
    }

    @Nested
    @OnPostgres
    class Postgres extends Rebound {

        @Autowired ApplicationContext context;
        @Autowired LedgerView ledger;
        @Autowired Reconciliation reconciliation;

        @RepeatedTest(10)
        void theLastSignOffInTheInstantOfAReboundLeavesTheCaseWaitingForTheRebound() {
            Desk desk = new Desk(context);
            String caseNumber = desk.launchedCase(2);
            String first = Desk.taskNumber(caseNumber, 1);
            String second = Desk.taskNumber(caseNumber, 2);
            desk.signedOff(first);
            desk.signedOff(second);
            desk.runJobs(caseNumber);
            desk.summarise(caseNumber);
            desk.approveBulletin(caseNumber, true);
            desk.beginLookBack(caseNumber);
            desk.lookBack(first, false);
            desk.readyForSignOff(first);

            assertThat(AtOnce.run(() -> desk.signOff(first, true), () -> desk.lookBack(second, false))).isEmpty();
            desk.runJobs(caseNumber);

            assertThat(ledger.caseOf(caseNumber).openTasks()).isEqualTo(1);
            assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.AWAITING_SIGN_OFFS);
            assertThat(desk.timesPassed(caseNumber, "Gateway_Rebounded")).isEqualTo(1);
            assertThat(reconciliation.of(caseNumber).clean()).isTrue();
            desk.signedOff(second);
            desk.runJobs(caseNumber);
            desk.lookedBack(caseNumber);
            assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.CLOSED);
            assertThat(desk.timesPassed(caseNumber, "Task_CloseCase")).isEqualTo(1);
        }

        @RepeatedTest(10)
        void theLastTwoLookBacksInTheSameInstantTellTheCaseOnce() {
            Desk desk = new Desk(context);
            String caseNumber = desk.launchedCase(2);
            desk.signedOff(Desk.taskNumber(caseNumber, 1));
            desk.signedOff(Desk.taskNumber(caseNumber, 2));
            desk.runJobs(caseNumber);
            desk.summarise(caseNumber);
            desk.approveBulletin(caseNumber, true);
            desk.beginLookBack(caseNumber);

            assertThat(AtOnce.run(() -> desk.lookBack(Desk.taskNumber(caseNumber, 1), true), () -> desk.lookBack(Desk.taskNumber(caseNumber, 2), false))).isEmpty();
            desk.runJobs(caseNumber);

            assertThat(desk.timesPassed(Desk.taskNumber(caseNumber, 1), "Task_AnnounceLookBacks") + desk.timesPassed(Desk.taskNumber(caseNumber, 2), "Task_AnnounceLookBacks")).isEqualTo(1);
            assertThat(desk.timesPassed(caseNumber, "Event_LookBacksDecided")).isEqualTo(1);
            assertThat(ledger.caseOf(caseNumber).stage()).isEqualTo(CaseStage.AWAITING_SIGN_OFFS);
        }
    }
}

abstract class Rebound {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(port, management);
    }

    @Test
    void whatReboundsIsPutRightSignedOffAndLookedBackAtAgainBeforeTheCaseCloses() {
        String caseNumber = bureau.launchedCase(2);
        String held = taskNumber(caseNumber, 1);
        String rebounded = taskNumber(caseNumber, 2);
        bureau.signedOff(held);
        bureau.signedOff(rebounded);
        bureau.bulletinApproved(caseNumber);
        bureau.lookBackBegun(caseNumber);
        bureau.held(held);
        created(bureau.as("supervisor1").upload("/api/tasks/" + rebounded + "/look-backs/evidence", Map.of("现场照片.pdf", pdf("占道"))));
        bureau.rebounded(rebounded);
        bureau.runJobs(caseNumber);

        JsonNode task = get("sanitation1", "/api/tasks/" + rebounded);
        assertThat(task.get("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(task.get("round").asInt()).isEqualTo(2);
        assertThat(task.get("rebounds").asInt()).isEqualTo(1);
        assertThat(task.get("extensions").asInt()).isZero();
        assertThat(task.get("deadline").asText()).isEqualTo(LocalDate.now().plusDays(45).toString());
        assertThat(task.get("originalDeadline").asText()).isEqualTo(LocalDate.now().plusDays(40).toString());
        assertThat(task.get("light").asText()).isNotEqualTo("DONE");
        JsonNode figures = get("office1", "/api/cases/" + caseNumber);
        assertThat(figures.get("stage").asText()).isEqualTo("AWAITING_SIGN_OFFS");
        assertThat(figures.get("rebounds").asInt()).isEqualTo(1);
        assertThat(figures.get("completion").toString()).isEqualTo("{\"done\":1,\"total\":2,\"rate\":50.0}");
        JsonNode lookBack = get("sanitation1", "/api/tasks/" + rebounded + "/look-backs").at("/content/0");
        assertThat(lookBack.get("status").asText()).isEqualTo("REBOUNDED");
        assertThat(lookBack.get("decidedByName").asText()).isNotBlank();
        assertThat(lookBack.at("/evidence/0/fileName").asText()).isEqualTo("现场照片.pdf");
        assertClean(caseNumber);

        bureau.signedOff(rebounded);
        bureau.runJobs(caseNumber);
        assertThat(get("office1", "/api/cases/" + caseNumber).get("completion").get("rate").asDouble()).isEqualTo(100.0);
        bureau.lookBackBegun(caseNumber);
        assertThat(bureau.as("supervisor1").taskId(held, "Task_LookBack")).as("it has held once").isNull();
        bureau.held(rebounded);
        bureau.runJobs(caseNumber);

        assertThat(get("office1", "/api/cases/" + caseNumber).get("stage").asText()).isEqualTo("CLOSED");
        assertClean(caseNumber);
    }

    @Test
    void onlyTheSupervisionTeamLooksBackAndARefusalChangesNothing() {
        String caseNumber = bureau.launchedCase(1);
        String task = taskNumber(caseNumber, 1);
        bureau.signedOff(task);
        bureau.bulletinApproved(caseNumber);
        bureau.lookBackBegun(caseNumber);
        String todo = bureau.as("supervisor1").taskId(task, "Task_LookBack");

        assertThat(bureau.as("leader1").submit(todo, Map.of("held", true)).status()).isEqualTo(403);
        Answer undated = bureau.as("supervisor1").submit(todo, Map.of("held", false, "opinion", "反弹"));
        assertThat(undated.status()).isEqualTo(409);
        assertThat(undated.reason()).contains("请填写重新整改的时限");
        assertThat(bureau.as("supervisor1").submit(todo, Map.of("held", true, "reopen", true)).status()).isEqualTo(409);
        assertThat(bureau.as("sanitation1").upload("/api/tasks/" + task + "/look-backs/evidence", Map.of("照片.pdf", pdf("x"))).status()).isEqualTo(403);
        assertThat(get("office1", "/api/tasks/" + task).get("status").asText()).isEqualTo("SIGNED_OFF");
        done(bureau.as("supervisor1").submit(todo, Map.of("held", true)));
    }

    private JsonNode get(String person, String path) {
        Answer answer = bureau.as(person).get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void assertClean(String caseNumber) {
        assertThat(get("auditor1", "/api/cases/" + caseNumber + "/reconciliation").get("clean").asBoolean()).isTrue();
    }
}
