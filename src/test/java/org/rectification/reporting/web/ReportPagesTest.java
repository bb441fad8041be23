package org.rectification.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDateTime;
import java.util.List;
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

/** The calendar is that of November 2026; the case is launched on the 3rd. */
@OnH2
class ReportPagesTest {

    private static final LocalDateTime LAUNCH = LocalDateTime.of(2026, 11, 3, 10, 0);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    Bureau bureau;
    String caseNumber;

    @BeforeEach
    void aCaseLaunchedInEarlyNovember() {
        clock.travelTo(LAUNCH);
        bureau = new Bureau(port, management).on(LAUNCH.toLocalDate());
        caseNumber = bureau.launchedCase(1);
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void beforeTheFirstPeriodEndsThePageSaysWhenItWillBeOpened() {
        assertThat(as("office1").get(overview()).words()).contains("还没有结束的报告期", "下一次报告：2026年11月16日 9:00 开出").doesNotContain("应报");
    }

    @Test
    void theOfficeSeesWhoHasReportedAndWhoHasNot() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        reported("已制定方案");
        clock.travelTo(LocalDateTime.of(2026, 11, 19, 9, 0));

        Page page = as("office1").get(overview());

        assertThat(page.words()).contains("2026年11月上半月 （2026-11-18截止）：", "应报2，已报1，待审1，未报1：财务科", "未报", "待审", "环境卫生科", "下一次报告：2026年12月1日 9:00 开出");
        assertThat(page.text()).contains("href=\"reports/2026-11H1/finance\"");
        assertThat(as("office1").get(overview() + "?owing=true").text()).contains("reports/2026-11H1/finance").doesNotContain("reports/2026-11H1/sanitation");
        assertThat(as("auditor1").get("/cases/" + caseNumber).text()).contains("/cases/" + caseNumber + "/reports\"");
    }

    @Test
    void aDepartmentSeesItsOwnRowAndNobodyElsesReport() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));

        Page own = as("finance1").get(overview());
        assertThat(own.text()).contains("reports/2026-11H1/finance").doesNotContain("reports/2026-11H1/sanitation");
        assertThat(own.words()).doesNotContain("环境卫生科", "已报");
        assertThat(as("parks1").get(overview()).words()).contains("本科室没有应报的报告").doesNotContain("财务科");

        Page foreign = as("finance1").get(report());
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.words()).contains("这份报告由其他科室填报，您无权查看");
        assertThat(as("office1").get(overview() + "/2026-10H1/sanitation").status()).isEqualTo(404);
    }

    @Test
    void theNewestTwelvePeriodsAreShownAndOlderOnesOnDemand() {
        fireAt(LocalDateTime.of(2027, 6, 1, 9, 0));
        assertThat(as("office1").get(overview()).words()).contains("5月下半月", "显示更早的2期").doesNotContain("11月上半月");
        assertThat(as("office1").get(overview() + "?all=true").words()).contains("5月下半月", "11月上半月", "只看最近12期");
    }

    @Test
    void aReportLeadsWhoeverIsNextToItsForm() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        assertThat(as("sanitation1").get(report()).text()).contains("去填报", "/todos/" + bureau.as("sanitation1").taskId(key(), "Task_SubmitReport"));
        assertThat(as("office1").get(report()).words()).contains("科室还没有提交", "待报").doesNotContain("去填报", "去审核", "进展情况");

        reported("完成三条道路整治");

        assertThat(as("office1").get(report()).text()).contains("去审核", "/todos/" + bureau.as("office1").taskId(key(), "Task_ReviewReport"));
        assertThat(as("sanitation1").get(report()).words()).contains("林晓 2026-11-16", "完成三条道路整治", "人手不足", "组织实施", "0/2").doesNotContain("去填报", "去审核");
    }

    @Test
    void aReturnedReportTellsWhatToMendAndAnAcceptedOneWhoAcceptedIt() {
        fireAt(LocalDateTime.of(2026, 11, 16, 9, 0));
        reported("完成三条道路整治");
        done(bureau.as("office1").complete(key(), "Task_ReviewReport", Map.of("accepted", false, "opinion", "请写明数量")));

        assertThat(as("sanitation1").get(report()).words()).contains("退回修改", "退回意见 请写明数量", "退回1次", "去填报");
        assertThat(as("office1").get(overview()).words()).contains("已报1，待报1：财务科，退回修改1：环境卫生科");

        clock.travelTo(LocalDateTime.of(2026, 11, 20, 9, 0));
        reported("完成三条道路整治，共4.2公里");
        done(bureau.as("office1").complete(key(), "Task_ReviewReport", Map.of("accepted", true)));
        assertThat(as("discipline1").get(report()).words()).contains("按时", "周敏 2026-11-20", "共4.2公里");
    }

    private Session as(String userId) {
        return Session.of(port, userId);
    }

    private void fireAt(LocalDateTime moment) {
        clock.travelTo(moment);
        bureau.endPeriod(caseNumber);
    }

    private void reported(String progress) {
        done(bureau.as("sanitation1").put("/api" + report(), Map.of("rows", List.of(Map.of("taskNumber", taskNumber(caseNumber, 1), "progress", progress, "hindrance", "人手不足", "nextStep", "组织实施", "noChange", false)))));
        done(bureau.as("sanitation1").complete(key(), "Task_SubmitReport", Map.of()));
    }

    private String overview() {
        return "/cases/" + caseNumber + "/reports";
    }

    private String report() {
        return overview() + "/2026-11H1/sanitation";
    }

    private String key() {
        return caseNumber + ":2026-11H1:sanitation";
    }
}
