package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Chromium.photograph;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.feedback.Letters;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A feedback letter looked over in a real browser: what the page does before the server hears of it. */
@OnH2
class FeedbackImportPageTest {

    private static final List<String> LETTER = List.of("关于巡察反馈意见的函", "此段说不清归属。", "1.检查走过场。", "全年只有两次。", "台账缺三本。", "2.灯不亮。三处。", "3.井盖破损。两处至今没有更换。");

    private static final String DOUBLED = "待判断 拆分后两条各有一份已有进度，请在各条中删去不属于它的。核对无误";

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void proposalsAreMergedSplitLeftOutAndMadeBeforeTheyAreRegistered() {
        setDefaultAssertionTimeout(60_000);
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.startedCase();
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/cases/" + caseNumber + "/feedback");
            upload(page);
            Locator cards = page.locator(".proposal");
            assertThat(cards).hasCount(3);
            assertThat(page.locator("[data-fill-aspect]")).containsText("有3个问题没有写明所属方面");

            cards.nth(0).locator("[name=title]").click();
            assertThat(page.locator(".source-line.is-selected .source-text")).hasText(new String[] {"1.检查走过场。", "全年只有两次。", "台账缺三本。"});

            cards.nth(0).locator("[name=text]").evaluate("text => text.setSelectionRange(text.value.length - 2, text.value.length - 2)");
            cards.nth(0).locator("[data-split]").click();
            assertThat(cards).hasCount(4);
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("全年只有两次。");
            assertThat(cards.nth(1).locator("[name=title]")).hasValue("台账缺三本");

            cards.nth(3).locator("[data-merge]").click();
            assertThat(cards).hasCount(3);
            assertThat(cards.nth(2).locator("[name=text]")).hasValue("三处。\n井盖破损。两处至今没有更换。");
            assertThat(cards.nth(0).locator("[data-merge]")).isDisabled();
            assertThat(cards.nth(1).locator("[data-merge]")).isEnabled();

            page.locator(".source-unplaced [data-make-problem]").click();
            assertThat(cards).hasCount(4);
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("此段说不清归属。");
            cards.nth(0).locator("[data-choose]").uncheck();
            assertThat(page.locator(".register-bar .btn-primary")).hasText("登记3个问题");

            page.locator("#fill").fill("作风建设");
            page.locator("[data-fill-aspect] button").click();
            page.navigate("http://127.0.0.1:" + port + "/cases/" + caseNumber);
            page.goBack();
            page.reload();
            assertThat(page.locator("#feedback")).isHidden();
            assertThat(page.locator("#feedback-kept")).containsText("“函.docx”上次整理到一半");
            page.getByText("继续上次的整理").click();
            assertThat(cards).hasCount(4);
            assertThat(cards.nth(0).locator("[data-choose]")).not().isChecked();
            assertThat(cards.nth(3).locator("[name=text]")).hasValue("三处。\n井盖破损。两处至今没有更换。");
            assertThat(page.locator(".source-unplaced .source-tag")).hasText("待判断");

            cards.nth(2).locator("[name=title]").fill("");
            photograph(page, "feedback-import");
            page.locator(".register-bar .btn-primary").click();
            assertThat(page.locator(".ask")).containsText("原文中有1段还是“待判断”，不会登记。确定登记这3个问题吗？");
            assertThat(page.locator(".ask li")).hasText("此段说不清归属。");
            page.locator(".ask .btn-outline-primary").click();
            assertThat(page.locator("#feedback-complaint")).isEmpty();
            page.locator(".register-bar .btn-primary").click();
            page.locator(".ask .btn-primary").click();
            assertThat(page.locator("#feedback-complaint")).containsText("第2个问题：请填写问题标题");
            assertThat(page.locator(".is-flawed [name=text]")).hasValue("台账缺三本。");
            // Nothing of what was typed is lost.
            cards.nth(2).locator("[name=title]").fill("台账不全");
            page.locator(".register-bar .btn-primary").click();
            page.waitForURL(url -> url.endsWith("/cases/" + caseNumber));
            assertThat(page.locator("#notice")).containsText("已登记3个问题（问题1至3）。文件中另有1个取消了勾选，没有登记。原文中还有1段“待判断”");
            assertThat(page.locator(".problem-title h4")).hasText(new String[] {"1检查走过场", "2台账不全", "3灯不亮"});

            page.navigate("http://127.0.0.1:" + port + "/cases/" + caseNumber + "/feedback");
            assertThat(page.locator("#feedback-kept")).isHidden();
            upload(page);
            assertThat(page.locator(".hint")).containsText("其中3个本案已经登记过");
            assertThat(page.locator(".proposal-known")).hasText(new String[] {"已登记：问题1", "已登记：问题3", "已登记：问题3"});
            assertThat(page.locator(".register-bar .btn-primary")).isDisabled();
            cards.nth(1).locator("[data-choose]").check();
            assertThat(page.locator(".register-bar .btn-primary")).hasText("登记1个问题");
            page.locator("[data-leave] button").click();
            page.waitForURL(url -> url.contains("/login"));
            assertThat(page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('rectification:')).length")).isEqualTo(0);
        }
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber).json().path("problems").asInt()).isEqualTo(3);
    }

    @Test
    void whatStandsBeneathAHeadingLeftOpenTakesItsAspectAndAHalfSentenceIsOneAgain() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.startedCase();
        List<String> letter = List.of("关于巡察反馈意见的函", "一、存在的主要问题", "（一）党建工作方面", "1.学习不深入。全年只有两次学习。", "二、信访办理", "来信三件。", "扬尘投诉超期。", "三、其他", "占道反复。");
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/cases/" + caseNumber + "/feedback");
            page.setInputFiles("input[type=file]", new FilePayload("函.docx", "application/octet-stream", Letters.docx(letter)));
            page.locator(".upload button").click();
            Locator cards = page.locator(".proposal");
            assertThat(cards).hasCount(1);
            assertThat(page.locator(".source-line:has([data-make-aspect]:visible) .source-text")).hasText(new String[] {"二、信访办理", "三、其他"});

            line(page, "扬尘投诉超期").locator("[data-make-problem]").click();
            assertThat(cards.nth(1).locator("[name=aspect]")).hasValue("信访办理");
            line(page, "占道反复").locator("[data-make-problem]").click();
            cards.nth(1).locator("[name=aspect]").fill("党建工作方面");
            line(page, "二、信访办理").locator("[data-make-aspect]").click();
            line(page, "来信三件").locator("[data-make-problem]").click();
            assertThat(cards.locator("[name=title]")).hasCount(4);
            assertThat(page.locator("[data-group-aspect]")).hasCount(3);
            assertThat(page.locator(".proposal-group").nth(1).locator("[name=title]")).hasCount(2);
            assertThat(line(page, "二、信访办理").locator(".source-tag")).hasText("标题");
            for (int at : List.of(1, 2)) assertThat(cards.nth(at).locator("[name=aspect]")).hasValue("信访办理");
            assertThat(cards.nth(3).locator("[name=aspect]")).hasValue("其他");

            cards.nth(0).locator("[name=text]").evaluate("text => text.setSelectionRange(4, 4)");
            cards.nth(0).locator("[data-split]").click();
            assertThat(cards.nth(1).locator("[name=text]")).hasValue("两次学习。");
            cards.nth(1).locator("[data-merge]").click();
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("全年只有两次学习。");
        }
    }

    private static Locator line(Page page, String text) {
        return page.locator(".source-line", new Page.LocatorOptions().setHasText(text));
    }

    @Test
    void aDoubtOffersOnlyWhatSettlesIt() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.startedCase();
        List<String> letter = List.of("一、存在的主要问题", "（一）学习方面", "1.学习不经常。全年四次。", "3.研讨不深入。照抄。", "（二）作风方面", "文山会海", "调研少");
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/cases/" + caseNumber + "/feedback");
            page.setInputFiles("input[type=file]", new FilePayload("反馈.docx", "application/octet-stream", Letters.docx(letter)));
            page.locator(".upload button").click();
            assertThat(page.locator(".proposal [data-doubted]:visible")).hasText(new String[] {"原文编号在此不连续，前面可能缺一项，请对照原文核对。", "几段没有编号，放在一个问题里；各是一个问题的可从光标处拆分，请对照原文核对。"});
            assertThat(page.locator("[data-settle]:visible")).hasCount(2);
            assertThat(page.locator("[data-all-progress]:visible, [data-all-text]:visible")).hasCount(0);
        }
    }

    @Test
    void whatIsInDoubtIsSettledWithOneClick() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.startedCase();
        List<String> bulletin = List.of("一、巡察反馈问题整改情况", "（一）作风方面", "1.关于走过场的问题。全年没有检查过一次。已按月检查。", "2.台账不全。发现两类缺失。", "（1）缺三本。", "（2）缺签字。");
        FilePayload file = new FilePayload("通报.docx", "application/octet-stream", Letters.docx(bulletin));
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/cases/" + caseNumber + "/feedback");
            page.setInputFiles("input[type=file]", file);
            page.locator(".upload button").click();
            Locator cards = page.locator(".proposal");
            assertThat(cards).hasCount(3);
            photograph(page, "feedback-doubts");
            assertThat(page.locator(".proposal-doubt:visible")).hasCount(2);
            page.locator(".register-bar .btn-primary").click();
            assertThat(page.locator(".ask")).containsText("有2处“待判断”还没有核对。");
            assertThat(page.locator(".ask")).containsText("再点“合为一个问题”；各是一个问题的，点“各是一个问题”");
            page.locator(".ask .btn-outline-primary").click();

            // Correcting a word settles nothing; what was corrected goes along.
            cards.nth(0).locator("[name=text]").fill("全年没有检查过。");
            assertThat(cards.nth(0).locator(".proposal-doubt:visible")).hasCount(1);
            cards.nth(1).locator("[name=text]").fill("【台账不全】缺三本，另有一本未装订。");
            page.locator("[data-join]").click();
            assertThat(cards).hasCount(2);
            assertThat(cards.nth(1).locator("[name=text]")).hasValue("发现两类缺失。\n（1）缺三本，另有一本未装订。\n（2）缺签字。");
            cards.nth(0).locator("[data-all-text]").click();
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("全年没有检查过。\n已按月检查。");
            assertThat(cards.nth(0).locator("[name=progress]")).hasValue("");
            assertThat(cards.nth(0).locator(".proposal-doubt:visible")).hasCount(0);

            page.setInputFiles("input[type=file]", file);
            page.locator(".upload button").click();
            page.getByText("重新开始").click();
            cards.nth(1).locator("[data-merge]").click();
            assertThat(cards).hasCount(2);
            assertThat(page.locator("[data-whole]")).hasCount(0);
        }
    }

    @Test
    void headingsAndProgressGoAlongOnceWhenProblemsAreMergedAndSplit() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.startedCase();
        List<String> bulletin = List.of("一、巡察反馈问题整改情况", "（一）作风方面", "1.督办不力", "（1）走过场。全年两次。各科室都是。", "整改进度：已完成。", "整改情况：按月检查。", "（2）台账不全。缺三本。", "整改进度：已完成。", "整改情况：已补齐。", "2.记录不全", "（1）缺签字。两处。", "整改进度：未完成。");
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/cases/" + caseNumber + "/feedback");
            page.setInputFiles("input[type=file]", new FilePayload("通报.docx", "application/octet-stream", Letters.docx(bulletin)));
            page.locator(".upload button").click();
            Locator cards = page.locator(".proposal");
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("【督办不力】全年两次。各科室都是。");
            cards.nth(2).locator("[data-merge]").click();
            assertThat(cards.nth(1).locator("[name=text]")).hasValue("【督办不力】缺三本。\n【记录不全】缺签字。两处。");
            cards.nth(1).locator("[data-merge]").click();
            assertThat(cards).hasCount(1);
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("【督办不力】全年两次。各科室都是。\n台账不全。缺三本。\n【记录不全】缺签字。两处。");
            assertThat(cards.nth(0).locator("[name=progress]")).hasValue("已完成。\n整改情况：按月检查。\n已完成。\n整改情况：已补齐。\n未完成。");

            cards.nth(0).locator("[name=text]").evaluate("text => text.setSelectionRange(11, 11)");
            cards.nth(0).locator("[data-split]").click();
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("【督办不力】全年两次。");
            assertThat(cards.nth(1).locator("[name=text]")).hasValue("【督办不力】各科室都是。\n台账不全。缺三本。\n【记录不全】缺签字。两处。");
            assertThat(cards.nth(1).locator("[name=title]")).hasValue("各科室都是");
            assertThat(cards.nth(1).locator("[name=progress]")).hasValue("已完成。\n整改情况：按月检查。\n已完成。\n整改情况：已补齐。\n未完成。");
            assertThat(page.locator(".proposal-doubt:visible")).hasCount(2);
            assertThat(cards.nth(1).locator(".proposal-doubt:visible")).hasText(DOUBLED);

            // A later paragraph goes with the heading it stands under.
            cards.nth(1).locator("[name=text]").fill("【督办不力】走过场。\n【记录不全】缺签字。\n缺编号。");
            cards.nth(1).locator("[name=text]").evaluate("text => text.setSelectionRange(text.value.length, text.value.length)");
            cards.nth(1).locator("[data-split]").click();
            assertThat(cards.nth(2).locator("[name=text]")).hasValue("【记录不全】缺编号。");
            assertThat(page.locator(".proposal-doubt:visible")).hasText(new String[] {DOUBLED, DOUBLED, DOUBLED});

            // One half looked over, and all met again: what they tell alike is told once, and nothing is left to remind of.
            cards.nth(0).locator("[data-settle-split]").click();
            assertThat(page.locator(".proposal-doubt:visible")).hasText(new String[] {DOUBLED, DOUBLED});
            cards.nth(2).locator("[data-merge]").click();
            assertThat(page.locator(".proposal-doubt:visible")).hasText(new String[] {DOUBLED});
            cards.nth(1).locator("[data-merge]").click();
            assertThat(page.locator(".proposal-doubt:visible")).hasCount(0);
            assertThat(cards.nth(0).locator("[name=progress]")).hasValue("已完成。\n整改情况：按月检查。\n已完成。\n整改情况：已补齐。\n未完成。");
        }
    }

    @Test
    void whoseProgressItIsAndWhichHeadingALineHadIsKeptWhenProblemsAreMergedAndSplit() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.startedCase();
        List<String> bulletin = List.of("一、巡察反馈问题整改情况", "（一）作风方面", "1.督办不力", "（1）走过场。全年两次。", "整改进度：已完成。", "（2）台账不全。缺三本。", "整改进度：未完成，缺两本。", "（3）通报少。全年一期。", "整改进度：已完成。", "（二）记录方面", "1.记录不全。缺签字。", "2.检查少。局里召开会议，要求突击。已按月检查。");
        try (Tasklist window = new Tasklist(port, bureau)) {
            Page page = window.open("office1", "/cases/" + caseNumber + "/feedback");
            page.setInputFiles("input[type=file]", new FilePayload("通报.docx", "application/octet-stream", Letters.docx(bulletin)));
            page.locator(".upload button").click();
            Locator cards = page.locator(".proposal");
            assertThat(cards).hasCount(5);
            cards.nth(2).locator("[data-merge]").click();
            cards.nth(1).locator("[data-merge]").click();
            assertThat(cards.nth(0).locator("[name=progress]")).hasValue("已完成。\n未完成，缺两本。\n已完成。");

            // A line without a heading gets none; one in the text that only looks like a heading is none.
            cards.nth(0).locator("[name=text]").fill("【督办不力】全年两次。\n【典型案例】只查一处。");
            cards.nth(1).locator("[name=text]").fill("记录不全。缺签字。");
            cards.nth(1).locator("[data-merge]").click();
            assertThat(cards.nth(0).locator("[name=text]")).hasValue("【督办不力】全年两次。\n【典型案例】只查一处。\n记录不全。缺签字。");
            cards.nth(0).locator("[name=text]").evaluate("text => text.setSelectionRange(text.value.length, text.value.length)");
            cards.nth(0).locator("[data-split]").click();
            assertThat(cards.nth(1).locator("[name=text]")).hasValue("记录不全。缺签字。");
            cards.nth(0).locator("[name=text]").evaluate("text => text.setSelectionRange(text.value.length, text.value.length)");
            cards.nth(0).locator("[data-split]").click();
            assertThat(cards.nth(1).locator("[name=text]")).hasValue("【督办不力】【典型案例】只查一处。");

            // What stood in doubt about one of them stays so in what they become, and is settled for itself.
            cards.nth(3).locator("[data-merge]").click();
            assertThat(cards.nth(2).locator(".proposal-doubt:visible")).hasText(new String[] {"待判断 全放在“问题表述”里，其中可能有整改情况；全放在“已有进度”里，其中可能有问题表述，请对照原文核对。核对无误 全作已有进度 全作问题表述", DOUBLED});
            cards.nth(2).locator("[data-settle]").click();
            assertThat(cards.nth(2).locator(".proposal-doubt:visible")).hasText(new String[] {DOUBLED});
        }
    }

    private static void upload(Page page) {
        page.setInputFiles("input[type=file]", new FilePayload("函.docx", "application/octet-stream", Letters.docx(LETTER)));
        page.locator(".upload button").click();
    }
}
