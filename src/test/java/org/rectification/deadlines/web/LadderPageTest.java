package org.rectification.deadlines.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnH2
class LadderPageTest {

    private static final LocalDate DAY = LocalDate.of(2034, 5, 16);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired DeadlineWatch watch;
    @Autowired EngineClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired JdbcTemplate template;
    SetAside others;
    String caseNumber;

    @BeforeEach
    void aTaskTwoDaysLate() {
        others = SetAside.everything(template);
        caseNumber = new Bureau(port, management).launchedCase(1);
        jdbc.sql("update ledger.rectification_task set deadline = ? where case_number = ?").params(DAY.minusDays(4), caseNumber).update();
        clock.travelTo(DAY.atTime(8, 30));
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
        others.close();
        jdbc.sql("delete from ledger.watch_run").update();
    }

    private void watched() {
        watch.begun();
        while (watch.climbed());
        watch.told();
    }

    @Test
    void theOfficeReadsBeforehandWhatTheWatchWouldDo() {
        assertThat(Session.of(port, "office1").get("/watch").words()).contains("时限巡查试算", "2034-05-16", "督办单", "什么都不会改变");
        assertThat(Session.of(port, "sanitation1").get("/watch").status()).isEqualTo(403);
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words()).contains("还没有需要督办的事项");
    }

    @Test
    void whatWasTakenStandsOnTheCasesPageForThoseItConcerns() {
        watched();

        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words())
                .contains("督办单 1次", "2034-05-16", "环境卫生科", "已超期2个工作日", "经办人、科室负责人、责任领导、整改办", "督办表第1版");
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber + "/ladder").words()).contains("督办单 1次");
        assertThat(Session.of(port, "parks1").get("/cases/" + caseNumber + "/ladder").words()).contains("还没有需要督办的事项");
    }

    @Test
    void aPersonsReminderIsCountedUntilItIsRead() {
        watched();
        Session clerk = Session.of(port, "sanitation1");

        assertThat(clerk.get("/").text()).contains("badge text-bg-danger");
        assertThat(clerk.get("/reminders").words()).contains("2034年5月16日 星期二", "督办单");
        assertThat(clerk.get("/").text()).doesNotContain("badge text-bg-danger");
        assertThat(Session.of(port, "auditor1").get("/reminders").words()).contains("目前没有提醒");
    }
}
