package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Axe.keepsNobodyOut;
import static org.rectification.support.Bureau.taskNumber;
import static org.rectification.support.Chromium.photograph;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Board, ledger and the wall as a browser shows them, and as somebody meets them who does not see them. */
@OnH2
class BoardInBrowserTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void picturesAreDrawnRowsAreFoundWhileTypingAndNothingKeepsAnybodyOut() {
        setDefaultAssertionTimeout(60_000);
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(3);
        bureau.signedOff(taskNumber(caseNumber, 3));
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/?case=" + caseNumber);
            assertThat(page.locator(".chart.is-drawn canvas")).hasCount(4);
            assertThat(page.locator(".chart-table[open]")).hasCount(0);
            photograph(page, "board");
            keepsNobodyOut(page);
            assertThat(page.evaluate("() => { const last = [...document.querySelectorAll('main a, main summary')].filter(each => each.checkVisibility()).at(-1); scrollTo(0, 0); last.focus(); const {top, bottom} = last.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }"))
                    .as("what is focused far below is in view at once: nothing wanders on under the mouse").isEqualTo(true);
            page.locator(".board-head [name=department]").selectOption("parks");
            assertThat(page.locator("#board")).containsText("没有符合条件的任务");
            assertThat(page.locator("#board .figures").first()).containsText("0/0");
            assertThat(page.locator("#board .figures").nth(1)).containsText("1/3");
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
            keepsNobodyOut(page);
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/tasks/" + taskNumber(caseNumber, 2)));

            Page wall = window.open("auditor1", "/wall?case=" + caseNumber);
            wall.setViewportSize(1920, 1080);
            assertThat(wall.evaluate("document.documentElement.scrollHeight <= 1080")).as("nothing scrolls on the meeting room's screen").isEqualTo(true);
            assertThat(wall.locator("#stale")).isHidden();
            wall.context().setOffline(true);
            wall.evaluate("() => { htmx.ajax('GET', '/wall', '#wall').catch(() => {}); }");
            assertThat(wall.locator("#stale")).containsText("数据已停止更新");
            wall.context().setOffline(false);
            keepsNobodyOut(wall);
        }
    }

    /** A4 between its margins is as narrow as a telephone. */
    @Test
    void aBulletinIsPrintedAsItsPaperAlone() {
        setDefaultAssertionTimeout(60_000);
        try (Tasklist window = new Tasklist(port, new Bureau(port, management))) {
            Page page = window.open("office1", "/cases/ZX-2025-01/bulletin");
            assertThat(page.locator(".bulletin-aside")).isVisible();
            page.setViewportSize(672, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String others : List.of(".bulletin-audience", "#bulletin > .sheet", ".bulletin-aside")) assertThat(page.locator(others).first()).isHidden();
            assertThat(page.evaluate("(() => { var of = s => document.querySelector(s).getBoundingClientRect(), paper = of('.paper'), title = of('.paper h1'); return Math.abs(paper.left + paper.right - title.left - title.right) < 2 && Math.abs(paper.left + paper.right - innerWidth) < 2; })()"))
                    .as("the title stands in the middle of the page").isEqualTo(true);
            assertThat(page.evaluate("document.querySelector('.paper tbody').offsetWidth >= document.querySelector('.paper').clientWidth - 2")).as("tables are as wide as the page").isEqualTo(true);
            for (String kept : List.of(".paper-3", ".paper-kept")) assertThat(page.evaluate("getComputedStyle(document.querySelector('" + kept + "')).breakAfter")).isEqualTo("avoid");
        }
    }
}
