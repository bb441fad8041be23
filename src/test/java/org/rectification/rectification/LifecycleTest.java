package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From feedback to 整改办结 over HTTP as the demo's people, on both databases. */
class LifecycleTest {

    @Nested
    @OnH2
    class H2 extends Lifecycle {
    }

    @Nested
    @OnPostgres
    class Postgres extends Lifecycle {
    }
}

abstract class Lifecycle {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(port, management);
    }

    @Test
    void aCaseClosesAfterEveryItemWasVerifiedByFourPeople() {
        String caseNumber = bureau.launchedCase(2);

        bureau.signedOff(taskNumber(caseNumber, 1));
        bureau.signedOff(taskNumber(caseNumber, 2));
        bureau.runJobs(caseNumber);
        done(bureau.as("office1").complete(caseNumber, "Task_SummariseCase", Map.of("caseSummary", "两项任务全部完成。")));
        done(bureau.as("leader1").complete(caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", true)));
        bureau.runJobs(caseNumber);

        var figures = bureau.as("office1").get("/api/cases/" + caseNumber).json();
        assertThat(figures.get("stage").asText()).isEqualTo("CLOSED");
        assertThat(figures.get("completion").toString()).isEqualTo("{\"done\":2,\"total\":2,\"rate\":100.0}");
    }
}
