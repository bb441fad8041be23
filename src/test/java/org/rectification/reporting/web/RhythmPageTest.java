package org.rectification.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class RhythmPageTest {

    private static final LocalDateTime LAUNCH = LocalDateTime.of(2026, 11, 3, 10, 0);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    Bureau bureau;
    Session office;

    @BeforeEach
    void comeToWorkInEarlyNovember() {
        clock.travelTo(LAUNCH);
        bureau = new Bureau(port, management).on(LAUNCH.toLocalDate());
        office = Session.of(port, "office1");
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void theOfficeChoosesHowOftenACaseReports() {
        String page = page(bureau.launchedCase(1));
        assertThat(office.get(page).words()).contains("下一次报告：2026年11月16日 9:00 开出", "2026年11月16日 9:00、 2026年12月1日 9:00、 2026年12月16日 9:00");

        Page saved = office.submit(page + "/cadences", Map.of("concentrated", "WEEKLY", "sustained", "CUSTOM", "sustainedCron", "0 0 9 10,25 * ?"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.words()).contains("已保存", "下一次报告：2026年11月9日 9:00 开出", "2026年11月10日 9:00、 2026年11月25日 9:00、 2026年12月10日 9:00");
        assertThat(Session.of(port, "auditor1").get(page).words()).contains("每周", "自定（0 0 9 10,25 * ?）");
    }

    @Test
    void aBadCadenceIsRefusedBesideItsFieldAndNothingHasChanged() {
        String page = page(bureau.launchedCase(1));
        Page refused = office.submit(page + "/cadences", Map.of("concentrated", "WEEKLY", "sustained", "CUSTOM", "sustainedCron", "每月十号"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().firstValue("HX-Reswap")).contains("outerHTML");
        assertThat(refused.text()).contains("value=\"每月十号\"", "is-invalid");
        assertThat(refused.words()).contains("看不懂报告周期“每月十号”").doesNotContain("已保存");
        assertThat(office.submit(page + "/cadences", Map.of("concentrated", "CUSTOM", "concentratedCron", "", "sustained", "MONTHLY")).words()).contains("请填写报告周期");
        assertThat(office.get(page).words()).contains("下一次报告：2026年11月16日 9:00 开出").doesNotContain("每月十号");
    }

    @Test
    void whatAChoiceMeansIsShownBeforeItIsSaved() {
        String page = page(bureau.launchedCase(1));
        assertThat(office.part(page + "/cadence?stage=concentrated&concentrated=QUARTERLY").words()).contains("2027年1月1日 9:00");
        assertThat(office.part(page + "/cadence?stage=concentrated&concentrated=CUSTOM").words()).contains("六段，用空格分开").doesNotContain("请填写");
        assertThat(office.part(page + "/cadence?stage=concentrated&concentrated=CUSTOM&concentratedCron=0+0+9+30+2+%3F").words()).contains("至少每年开出一次");
        assertThat(office.get(page).words()).contains("下一次报告：2026年11月16日 9:00 开出");
    }

    @Test
    void phasesGetTheirDeadlinesAllOrNone() {
        String page = page(bureau.startedCase());
        assertThat(office.get(page).words()).contains("任务下达后开始按期报告");

        Page refused = office.submit(page + "/phases", Map.of("PREPARATION", "2026-12-31", "EXECUTION", "2020-01-01", "SUMMARY", "明年"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.words()).contains("阶段时限2020-01-01早于反馈日期", "“明年”不是有效日期");
        assertThat(office.get(page).text()).doesNotContain("2026-12-31");

        assertThat(office.submit(page + "/phases", Map.of("PREPARATION", "2026-12-31", "EXECUTION", "", "SUMMARY", "2027-06-30")).words()).contains("阶段时限已保存");
        assertThat(Session.of(port, "sanitation1").get(page).words()).contains("前期准备 2026-12-31", "全面推进 未设", "总结评估 2027-06-30");
    }

    @Test
    void othersReadAndCannotWrite() {
        String page = page(bureau.startedCase());
        Session head = Session.of(port, "sanitationhead");
        assertThat(head.get(page).text()).contains("您只能查看", "每半月").doesNotContain("<select", "保存报告周期", "type=\"date\"");
        Page refused = head.submit(page + "/cadences", Map.of("concentrated", "WEEKLY", "sustained", "WEEKLY"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.words()).contains("您不在整改办");
        assertThat(head.submit(page + "/phases", Map.of("SUMMARY", "2027-06-30")).status()).isEqualTo(403);
        assertThat(office.get(page).text()).doesNotContain("2027-06-30");
    }

    private static String page(String caseNumber) {
        return "/cases/" + caseNumber + "/rhythm";
    }
}
