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
        assertThat(Session.of(port, "office1").get("/watch").words()).contains("时限巡查试算", "下一次巡查 2034年5月16日（周二）08:30", "督办单", "什么都不会改变", "工作日历", "巡查试算");
        assertThat(Session.of(port, "sanitation1").get("/watch").status()).isEqualTo(403);
        assertThat(Session.of(port, "sanitation1").get("/").words()).contains("工作日历").doesNotContain("巡查试算");
        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words()).contains("还没有督办记录");
    }

    @Test
    void onADayOffTheNextWorkingDaysWatchIsTriedUnlessTheLastOneIsToBeMadeUpFor() {
        jdbc.sql("update ledger.rectification_task set deadline = ? where case_number = ?").params(DAY.plusDays(3), caseNumber).update();
        clock.travelTo(DAY.plusDays(4).atTime(20, 0));
        Session office = Session.of(port, "office1");
        assertThat(office.get("/watch").words()).contains("2034年5月19日（周五）08:30 的巡查没有做成，系统下次启动时补做", "新增督办1次 ， 催办 1次");

        watched();

        assertThat(office.get("/watch").words()).contains("下一次巡查 2034年5月22日（周一）08:30", "已超期1个工作日", "新增督办1次 ， 督办单 1次").doesNotContain("没有做成", "当天不会再巡查");
    }

    @Test
    void whatWasTakenStandsOnTheCasesPageForThoseItConcerns() {
        watched();

        assertThat(Session.of(port, "office1").get("/cases/" + caseNumber + "/ladder").words())
                .contains("督办单 1次", "2034-05-16", "环境卫生科", "已超期2个工作日", "经办人、科室负责人、责任领导、整改办", "督办表第1版");
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber + "/ladder").words()).contains("督办单 1次");
        assertThat(Session.of(port, "parks1").get("/cases/" + caseNumber + "/ladder").words()).contains("还没有督办记录");
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
