package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Chromium.photograph;
import static org.rectification.support.Tasklist.choose;
import static org.rectification.support.Tasklist.submit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The half-month report in a real browser: twenty tasks, saved as typed, returned once, accepted. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportFormTest {

    private static final LocalDateTime LAUNCH = LocalDateTime.of(2026, 11, 3, 10, 0);
    private static final String REST = "其余未填的任务都按“本期无新进展”";

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;

    private Bureau bureau;
    private Tasklist tasklist;

    @BeforeAll
    void openBrowser() {
        setDefaultAssertionTimeout(60_000);
        bureau = new Bureau(port, management).on(LAUNCH.toLocalDate());
        tasklist = new Tasklist(port, bureau);
    }

    @AfterAll
    void closeBrowser() {
        tasklist.close();
    }

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @Test
    void aReportIsSavedAsTypedReturnedAndReportedAgain() {
        String key = reportOwed(20);

        clock.travelTo(LocalDateTime.of(2026, 11, 16, 9, 30));
        Page clerk = tasklist.atTask("sanitation1", key, "Task_SubmitReport");
        assertThat(clerk.locator("body")).containsText(" 半月报告（2026年11月上半月）");
        assertThat(clerk.locator("[data-part=report]")).containsText("待报");
        assertThat(rows(clerk)).hasCount(20);
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-refused")).containsText("还有 20 项任务没有填写进展情况");

        row(clerk, 0).locator("textarea").nth(0).fill("完成三条道路整治，建立台账。");
        assertThat(clerk.locator(".rf-saved")).containsText("已保存");
        row(clerk, 0).locator(".rf-measures summary").click();
        row(clerk, 0).locator(".rf-measures input[type=checkbox]").first().check();
        assertThat(row(clerk, 0).locator(".rf-measures summary")).hasText("措施 1/2");
        clerk.locator("text=" + REST).click();
        assertThat(clerk.locator(".rf-report-left")).hasText("✓ 20 项已全部填写");
        assertThat(clerk.locator(".rf-saved")).containsText("已保存");
        reason(clerk, 2).focus();
        row(clerk, 2).locator(".rf-quick button", new Locator.LocatorOptions().setHasText("等待上级")).click();
        assertThat(clerk.locator(".rf-saved")).containsText("已保存");
        photograph(clerk, "report");

        clerk.reload();
        assertThat(row(clerk, 0).locator("textarea").nth(0)).hasValue("完成三条道路整治，建立台账。");
        assertThat(row(clerk, 0).locator(".rf-measures summary")).hasText("措施 1/2");
        assertThat(reason(clerk, 1)).hasValue("按计划推进，本期无新情况");
        assertThat(reason(clerk, 2)).hasValue("等待上级或其他单位批复");
        reason(clerk, 1).fill("设备招标中");
        submit(clerk);
        assertThat(bureau.as("auditor1").get(path(key)).json().at("/rows/1/hindrance").asText()).isEqualTo("设备招标中");

        clock.travelTo(LocalDateTime.of(2026, 11, 18, 15, 0));
        Page office = tasklist.atTask("office1", key, "Task_ReviewReport");
        assertThat(office.locator(".rf-due")).containsText("报送后3个工作日");
        assertThat(rows(office)).hasCount(20);
        assertThat(row(office, 0)).containsText("完成三条道路整治，建立台账。");
        assertThat(row(office, 1)).containsText("本期无新进展");
        choose(office, "退回");
        office.fill("#opinion", "第1项请写明道路名称。");
        photograph(office, "report-review");
        submit(office);

        clerk = tasklist.atTask("sanitation1", key, "Task_SubmitReport");
        assertThat(clerk.locator(".rf-returned")).containsText("第1项请写明道路名称。");
        row(clerk, 0).locator("textarea").nth(0).fill("完成人民路、解放路、中山路整治。");
        photograph(clerk, "report-returned");
        clerk.setViewportSize(390, 844);
        row(clerk, 0).scrollIntoViewIfNeeded();
        photograph(clerk, "report-phone");
        clerk.setViewportSize(1366, 768);
        submit(clerk);

        done(bureau.as("office1").complete(key, "Task_ReviewReport", Map.of("accepted", true, "opinion", "同意")));
        var sheet = bureau.as("auditor1").get(path(key)).json();
        assertThat(sheet.get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(sheet.get("standing").asText()).isEqualTo("ON_TIME");
        assertThat(sheet.at("/rows/0/progress").asText()).isEqualTo("完成人民路、解放路、中山路整治。");
    }

    @Test
    void whatTheNetworkSwallowedIsStillThereAndArrivesLater() {
        String key = reportOwed(1);
        clock.travelTo(LocalDateTime.of(2026, 11, 16, 9, 30));
        Page clerk = tasklist.atTask("sanitation2", key, "Task_SubmitReport");
        clerk.route("**/reports/**", route -> {
            if (route.request().method().equals("PUT")) route.abort();
            else route.resume();
        });
        row(clerk, 0).locator("textarea").nth(0).fill("已完成一半。");
        assertThat(clerk.locator(".rf-unsaved")).containsText("没有保存成功：网络不通");
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-refused")).containsText("没有提交");

        clerk.unroute("**/reports/**");
        clerk.reload();
        assertThat(row(clerk, 0).locator("textarea").nth(0)).hasValue("已完成一半。");
        assertThat(clerk.locator(".rf-saved")).containsText("已保存");
        assertThat(bureau.as("auditor1").get(path(key)).json().at("/rows/0/progress").asText()).isEqualTo("已完成一半。");
    }

    @Test
    void withNothingToReportTheReportIsSubmittedAsItIs() {
        clock.travelTo(LAUNCH);
        String caseNumber = bureau.launchedCase(1);
        bureau.submitted(Bureau.taskNumber(caseNumber, 1));
        String key = owed(caseNumber);
        Page clerk = tasklist.atTask("sanitation1", key, "Task_SubmitReport");
        assertThat(clerk.locator(".rf-ready")).containsText("直接提交即可");
        submit(clerk);
        assertThat(bureau.as("office1").taskId(key, "Task_ReviewReport")).isNotNull();
    }

    private String reportOwed(int tasks) {
        clock.travelTo(LAUNCH);
        return owed(bureau.launchedCase(tasks));
    }

    private String owed(String caseNumber) {
        clock.travelTo(LocalDateTime.of(2026, 11, 16, 9, 0));
        bureau.endPeriod(caseNumber);
        return caseNumber + ":2026-11H1:sanitation";
    }

    private static String path(String key) {
        String[] parts = key.split(":");
        return "/api/cases/" + parts[0] + "/reports/" + parts[1] + "/" + parts[2];
    }

    private static Locator rows(Page page) {
        return page.locator(".rf-report-row:not(.rf-report-head)");
    }

    private static Locator row(Page page, int n) {
        return rows(page).nth(n);
    }

    private static Locator reason(Page page, int n) {
        return row(page, n).locator(".rf-report-reason textarea");
    }
}
