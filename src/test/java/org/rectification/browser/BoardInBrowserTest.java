package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;
import static org.rectification.support.Chromium.photograph;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Board, ledger, a clerk's home and the wall as a browser shows them, and as somebody meets them who does not see them. */
@OnH2
class BoardInBrowserTest {

    private static final String SERIOUS = """
            async () => (await axe.run({resultTypes: ['violations']})).violations.filter(each => ['serious', 'critical'].includes(each.impact))
              .map(each => each.id + ': ' + each.nodes.map(node => node.html).slice(0, 3).join(' '))""";

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void picturesAreDrawnRowsAreFoundWhileTypingAndNothingKeepsAnybodyOut() throws IOException {
        setDefaultAssertionTimeout(20_000);
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(3);
        bureau.signedOff(taskNumber(caseNumber, 3));
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/?case=" + caseNumber);
            assertThat(page.locator(".chart.is-drawn canvas")).hasCount(4);
            assertThat(page.locator(".chart-table[open]")).hasCount(0);
            photograph(page, "board");
            assertThat(serious(page)).isEmpty();
            page.locator(".board-head [name=department]").selectOption("parks");
            assertThat(page.locator("#board")).containsText("没有符合条件的任务");
            assertThat(page.url()).contains("department=parks");

            page.navigate("http://127.0.0.1:" + port + "/cases/" + caseNumber + "/ledger");
            page.keyboard().press("/");
            page.keyboard().type(caseNumber + "-02");
            assertThat(page.locator("[data-row]")).hasCount(1);
            assertThat(page.locator("#ledger-q")).isFocused();
            assertThat(page.locator("a[data-download]")).hasText("导出筛选结果（Excel）");
            assertThat(page.waitForDownload(() -> page.locator("a[data-download]").click()).suggestedFilename()).endsWith("（筛选）.xlsx");
            page.locator("[data-columns] summary").click();
            page.locator("[data-columns] [value=phase]").uncheck();
            page.reload();
            assertThat(page.locator("th[data-col=phase]")).isHidden();
            assertThat(page.locator("th[data-col=kind]")).isVisible();
            assertThat(serious(page)).isEmpty();
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/tasks/" + taskNumber(caseNumber, 2)));

            assertThat(serious(window.open("sanitation1", "/"))).isEmpty();
            assertThat(serious(window.open("leader2", "/"))).isEmpty();
            Page wall = window.open("auditor1", "/wall?case=" + caseNumber);
            wall.setViewportSize(1920, 1080);
            assertThat(wall.evaluate("document.documentElement.scrollHeight <= 1080")).as("nothing scrolls on the meeting room's screen").isEqualTo(true);
            assertThat(serious(wall)).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> serious(Page page) throws IOException {
        page.evaluate(new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js").getContentAsString(StandardCharsets.UTF_8));
        return (List<String>) page.evaluate(SERIOUS);
    }
}
