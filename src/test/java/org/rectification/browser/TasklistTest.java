package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;
import static org.rectification.support.Chromium.photograph;
import static org.rectification.support.Tasklist.choose;
import static org.rectification.support.Tasklist.claim;
import static org.rectification.support.Tasklist.submit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.support.Bureau;
import org.rectification.support.Chromium;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at Tasklist in a real browser: what they see, fill in, are refused and get done. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistTest {

    /** What is wider than its place or lies over something else, unless its tooltip says all of it. */
    private static final String CUT = """
            entry => {
              const shown = [...entry.querySelectorAll('h4.task, h5.assignee, .dates, .variable-value')].filter(each => each.getClientRects().length);
              const boxes = shown.map(each => each.getBoundingClientRect()), place = entry.getBoundingClientRect();
              return shown.filter((each, at) => boxes[at].right > place.right + 1 || each.scrollWidth > each.clientWidth + 1 && !each.title && getComputedStyle(each).display !== 'inline'
                || boxes.some((box, other) => other > at && box.left < boxes[at].right - 1 && box.right > boxes[at].left + 1 && box.top < boxes[at].bottom - 3 && box.bottom > boxes[at].top + 3))
                .map(each => each.textContent.trim());
            }""";

    @LocalServerPort int port;
    @Autowired ManagementService management;

    private Tasklist tasklist;
    private Bureau bureau;
    private String launched;

    @BeforeAll
    void openBrowser() {
        setDefaultAssertionTimeout(60_000);
        bureau = new Bureau(port, management);
        tasklist = new Tasklist(port, bureau);
        launched = bureau.launchedCase(8);
    }

    @AfterAll
    void closeBrowser() {
        tasklist.close();
    }

    @Test
    void withoutEvidenceNothingIsSubmittedAndNothingTypedIsLost() {
        String taskNumber = taskNumber(launched, 2);
        Page clerk = tasklist.atTask("sanitation2", taskNumber, "Task_Implement");
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-wrong")).hasCount(2);
        assertThat(clerk.locator(".rf-wrong").first()).isInViewport();
        assertThat(clerk.locator(".rf-lacks")).hasText(new String[] {"请填写整改完成情况", "本次报验还没有佐证材料，请先上传至少一份再提交"});
        photograph(clerk, "implement-empty");
        clerk.fill("#completionStatement", "长".repeat(4001));
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-lacks").first()).containsText("整改完成情况最多4000字，现有4001字");
        assertThat(clerk.locator(".rf-wrong").first()).isInViewport();
        clerk.fill("#completionStatement", "已完成采购。");
        assertThat(clerk.locator(".rf-wrong")).hasClass(Pattern.compile("rf-drop"));
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-refused")).hasText("本次报验还没有佐证材料，请先上传至少一份再提交");

        clerk.locator(".rf-drop input").setInputFiles(new FilePayload("工具.exe", "application/octet-stream", new byte[] {77, 90}));
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).containsText("“工具.exe”的类型不能作为佐证材料");
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).isInViewport();
        photograph(clerk, "implement-refused");

        clerk.reload();
        assertThat(clerk.locator("#completionStatement")).hasValue("已完成采购。");
    }

    @Test
    void aFileThatGetsStuckIsSaidToBeAndTakenOnceMore() {
        Page clerk = tasklist.atTask("sanitation1", taskNumber(launched, 6), "Task_Implement");
        clerk.fill("#completionStatement", "已完成。");
        AtomicBoolean stuck = new AtomicBoolean();
        clerk.route("**/evidence", route -> {
            if (!route.request().method().equals("POST") || !stuck.compareAndSet(false, true)) route.resume();
        });
        clerk.clock().install();
        clerk.locator(".rf-drop input").setInputFiles(new FilePayload("记录.pdf", "application/pdf", Bureau.pdf("记录")));
        assertThat(clerk.locator(".rf-uploading")).containsText("记录.pdf");
        clerk.clock().fastForward(61_000);
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).containsText("“记录.pdf”没有传上：60秒没有进展");
        assertThat(clerk.locator("#completionStatement")).hasValue("已完成。");
        clerk.locator("[data-part=upload] .rf-alert button").click();
        assertThat(clerk.locator("[data-part=upload] .rf-files li")).hasCount(1);
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).hasCount(0);
    }

    @Test
    void aFileThatWasTakenIsNotMissedWhereItsListDoesNotCome() {
        Page clerk = tasklist.atTask("sanitation1", taskNumber(launched, 8), "Task_Implement");
        int there = clerk.locator("[data-part=upload] .rf-files li").count();
        AtomicBoolean lost = new AtomicBoolean();
        clerk.route("**/api/tasks/" + taskNumber(launched, 8) + "/evidence", route -> {
            if (route.request().method().equals("GET") && lost.compareAndSet(false, true)) route.abort();
            else route.resume();
        });
        clerk.locator(".rf-drop input").setInputFiles(new FilePayload("清单.pdf", "application/pdf", Bureau.pdf("清单")));
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).containsText("已传材料的清单没有读到");
        clerk.locator("[data-part=upload] .rf-alert button").click();
        assertThat(clerk.locator("[data-part=upload] .rf-files li")).hasCount(there + 1);
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).hasCount(0);
    }

    @Test
    void aFileThatWasTakenThoughNoAnswerCameIsNotSentTwice() {
        String task = taskNumber(launched, 7);
        Page clerk = tasklist.atTask("sanitation1", task, "Task_Implement");
        clerk.route("**/evidence", route -> {
            if (!route.request().method().equals("POST")) route.resume();
        });
        int there = clerk.locator("[data-part=upload] .rf-files li").count();
        clerk.clock().install();
        clerk.locator(".rf-drop input").setInputFiles(new FilePayload("清单.pdf", "application/pdf", Bureau.pdf("清单")));
        assertThat(clerk.locator(".rf-uploading")).containsText("清单.pdf");
        bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", Map.of("清单.pdf", Bureau.pdf("清单")));
        clerk.clock().fastForward(61_000);
        clerk.locator("[data-part=upload] .rf-alert button").click();
        assertThat(clerk.locator("[data-part=upload] .rf-files li")).hasCount(there + 1);
        assertThat(clerk.locator("[data-part=upload] .rf-alert")).hasCount(0);
        assertThat(clerk.locator(".rf-uploading")).hasCount(0);
    }

    @Test
    void aRefusalNeedsAnOpinionAndItsDraftSurvivesAReload() {
        String taskNumber = taskNumber(launched, 3);
        bureau.submitted(taskNumber);
        Page head = tasklist.atTask("sanitationhead", taskNumber, "Task_Endorse");
        assertThat(head.locator("[data-part=instalments]")).containsText("已落实资金并拨付到位。");
        head.locator(".form-actions .btn-primary").click();
        assertThat(head.locator(".rf-ask")).containsText("还有2条措施没有勾选完成，仍要同意吗？");
        head.locator(".rf-ask >> text=再看看").click();
        assertThat(head.locator(".rf-ask")).hasCount(0);
        choose(head, "退回");
        assertThat(head.locator("#opinion")).hasValue("");
        head.locator(".form-actions .btn-primary").click();
        assertThat(head.locator(".rf-refused")).containsText("退回时请填写退回意见");

        head.fill("#opinion", "清单缺两个点位。");
        head.reload();
        assertThat(head.locator("#opinion")).hasValue("清单缺两个点位。");
        assertThat(head.locator("input[value=false]")).isChecked();
        submit(head);
        assertThat(bureau.as("office1").get("/api/tasks/" + taskNumber).json().at("/rounds/0/decisions/1/opinion").asText()).isEqualTo("清单缺两个点位。");
    }

    @Test
    void aSupportingDepartmentConfirmsAndTheLeadSeesWhoIsAwaited() {
        String taskNumber = taskNumber(launched, 5);
        Page lead = tasklist.atTask("sanitation2", taskNumber, "Task_Implement");
        assertThat(lead.locator("[data-part=instalments]")).containsText("已确认 0/1");
        upload(lead, "记录.pdf");
        lead.fill("#completionStatement", "已完成。");
        done(bureau.as("sanitation2").put("/api/tasks/" + taskNumber + "/measures/1", Map.of("doneOn", LocalDate.now().toString())));
        lead.locator(".form-actions .btn-primary").click();
        assertThat(lead.locator(".rf-ask h2")).hasText("还有1条措施没有勾选完成，仍要报验吗？");
        assertThat(lead.locator(".rf-ask li")).hasText("逐项落实");
        photograph(lead, "implement-unticked");
        lead.locator(".rf-ask .btn-primary").click();
        assertThat(lead.locator(".rf-refused")).hasText("财务科尚未确认配合落实情况，全部确认后才能报验");

        Page clerk = tasklist.open("finance1", "/camunda/app/tasklist/default/#/?searchQuery=" + byBusinessKey(taskNumber + ":finance") + "&task=" + bureau.as("finance1").taskId(taskNumber + ":finance", "Task_Support"));
        assertThat(clerk.locator(".tasks-list [data-number]")).hasAttribute("data-number", taskNumber);
        claim(clerk);
        assertThat(clerk.locator("[data-part=task]")).containsText("有方案、有清单、有照片。");
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-refused")).hasText("请填写配合落实情况");
        clerk.fill("#instalment", "资金已拨付到位。");
        clerk.locator(".rf-drop input").setInputFiles(new FilePayload("拨款单.pdf", "application/pdf", Bureau.pdf("拨款单")));
        assertThat(clerk.locator("[data-part=upload] .rf-files li")).hasCount(2);
        assertThat(clerk.locator("[data-part=upload] .rf-delete")).hasCount(1);
        photograph(clerk, "support");
        submit(clerk);

        lead.reload();
        assertThat(lead.locator("[data-part=instalments]")).containsText("资金已拨付到位。");
        photograph(lead, "implement-supported");
        done(bureau.as("sanitation2").put("/api/tasks/" + taskNumber + "/measures/2", Map.of("doneOn", LocalDate.now().toString())));
        submit(lead);
    }

    @Test
    void aBrokenRuleIsToldInTheFormInChineseOnly() {
        String taskNumber = taskNumber(launched, 4);
        bureau.checked(taskNumber);
        Page leadLeader = tasklist.open("leader2", "/camunda/app/tasklist/default/#/?task=" + bureau.as("leader2").taskId(taskNumber, "Task_SignOff"));
        assertThat(leadLeader.locator("[data-part=signer]")).containsText("须由领导小组其他成员认领和审定");
        assertThat(leadLeader.locator(".rf-claim")).hasCount(0);
        assertThat(leadLeader.locator(".task-card button.claim")).isHidden();
        assertThat(leadLeader.locator(".start-process-action")).isHidden();
        photograph(leadLeader, "sign-off-of-ones-own");
        String signOff = bureau.as("leader2").taskId(taskNumber, "Task_SignOff");
        assertThat(bureau.as("leader2").post("/engine-rest/task/" + signOff + "/claim", Map.of("userId", "leader2")).reason()).contains("须由领导小组其他成员认领和办理");

        Page other = tasklist.atTask("leader1", taskNumber, "Task_SignOff");
        assertThat(other.locator("[data-part=instalments]")).containsText("已落实资金并拨付到位。");
        choose(other, "退回");
        other.locator(".form-actions .btn-primary").click();
        assertThat(other.locator(".rf-refused")).containsText("退回");
        assertThat(other.locator("body")).not().containsText("Cannot submit");
        photograph(other, "sign-off-refused");
    }

    @Test
    void whoIsSlowerToClaimIsToldWhoHasIt() {
        String taskNumber = taskNumber(bureau.launchedCase(1), 1);
        bureau.checked(taskNumber);
        String signOff = bureau.as("leader1").taskId(taskNumber, "Task_SignOff");
        Page slower = tasklist.open("leader3", "/camunda/app/tasklist/default/#/?task=" + signOff);
        assertThat(slower.locator(".rf-claim button")).isVisible();
        done(bureau.as("leader1").post("/engine-rest/task/" + signOff + "/claim", Map.of("userId", "leader1")));
        slower.locator(".rf-claim button").click();
        assertThat(slower.locator(".rf-claim")).containsText("这项待办已由陈国栋认领");
    }

    @Test
    void whoseLoginEndsComesBackToHisTaskAndToWhatHeTyped() {
        Page head = tasklist.atTask("sanitation2", taskNumber(launched, 3), "Task_Implement");
        String place = head.url();
        head.fill("#completionStatement", "已完成清运。");
        head.context().addCookies(List.of(new Cookie("JSESSIONID", "expired").setDomain("127.0.0.1").setPath("/")));
        head.locator(".tasks-list .task a").first().click();
        assertThat(head.locator("main")).containsText("登录已过期，请重新登录");
        head.fill("[name=username]", "sanitation2");
        head.fill("[name=password]", "demo");
        head.locator("[name=password]").press("Enter");
        head.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains("task="));
        head.navigate(place);
        assertThat(head.locator("#completionStatement")).hasValue("已完成清运。");
    }

    @Test
    void whoOnlyReadsIsOfferedNothingToDo() {
        Page auditor = tasklist.open("auditor1", "/camunda/app/tasklist/default/#/?task=" + bureau.as("auditor1").taskId(taskNumber(launched, 1), "Task_Implement"));
        assertThat(auditor.locator(".rf-claim")).containsText("只读");
        assertThat(auditor.locator(".rf-claim button, .task-card button.claim:visible, .form-actions:visible")).hasCount(0);
        assertThat(auditor.locator(".rf textarea:visible, .rf input:visible, .rf > .rf-note")).hasCount(0);
        assertThat(auditor.locator(".start-process-action")).isHidden();
        assertThat(auditor.locator(".tasks-list .due-date").first()).hasAttribute("data-day", Pattern.compile("(\\d+年)?\\d+月\\d+日（(还有\\d+天|今天到期|已超期\\d+天)(，顺延至.*)?）"));
        assertThat(auditor.locator(".tabbed-content .nav-tabs")).containsText("全部档案");
        assertThat(auditor.locator(".tabbed-content .nav-tabs")).not().containsText("历史");
        photograph(auditor, "only-reading");
    }

    @Test
    void englishIsChosenUnderOnesNameAndGivenBackThere() {
        Page page = tasklist.open("office1", "/camunda/app/tasklist/default/");
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .language a").click();
        assertThat(page.locator("body")).containsText("Start process");
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .language a").click();
        assertThat(page.locator("body")).containsText("发起流程");
    }

    /** Whatever is drawn waits for the words; they were waited for without end, and the page stayed blank. */
    @Test
    void aPageWhoseWordsDoNotComeIsDrawnAllTheSame() {
        Page page = tasklist.open("office1", "/");
        AtomicBoolean lost = new AtomicBoolean();
        page.route("**/locales/zh-CN.json*", route -> {
            if (!lost.compareAndSet(false, true)) route.resume();
        });
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(page.locator("body")).containsText("发起流程");
        page.unroute("**/locales/zh-CN.json*");
        assertThat(lost).isTrue();
    }

    @Test
    void aFormThatDoesNotComeSaysSo() {
        Page page = tasklist.open("auditor1", "/");
        page.route("**/assets/forms.js*", Route::abort);
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + bureau.as("auditor1").taskId(taskNumber(launched, 1), "Task_Implement"));
        page.locator(".rf").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForFunction("() => { document.getAnimations().forEach(each => each.finish()); return getComputedStyle(document.querySelector('.rf'), '::before').opacity === '1'; }");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.rf'), '::before').content").toString()).contains("请刷新页面");
        photograph(page, "form-did-not-come");
        page.unroute("**/assets/forms.js*");
    }

    @Test
    void aTaskThatIsGoneIsSaidToBeInChinese() {
        Page page = tasklist.open("auditor1", "/camunda/app/tasklist/default/#/?task=gone");
        assertThat(page.locator(".page-notifications")).containsText("可能已经办结或撤回，请在列表中另选一项");
        assertThat(page.locator(".page-notifications")).not().containsText("matching");
        page.locator(".page-notifications .close:visible").click();
        assertThat(page.locator(".page-notifications .alert")).hasCount(0);
        assertThat(page.locator(".no-task")).hasAttribute("data-gone", Pattern.compile("可能已经办结.*请在列表中另选一项"));
        photograph(page, "gone");
        page.locator(".tasks-list .task").first().click();
        assertThat(page.locator(".task-card")).isVisible();
        assertThat(page.locator("[data-gone]")).hasCount(0);
    }

    /** Its own people, who know their department, read it all the same. */
    @Test
    void everyEntrySaysAtAGlanceWhatItIsAboutAndWhetherItCameBack() {
        String caseNumber = bureau.launchedCase(2);
        String back = taskNumber(caseNumber, 1);
        bureau.submitted(back);
        Bureau.done(bureau.as("sanitationhead").complete(back, "Task_Endorse", Map.of("endorsed", false, "opinion", "缺照片")));
        for (Chromium.Screen screen : Chromium.Screen.values()) {
            try (Tasklist list = new Tasklist(port, bureau, screen)) {
                for (String person : List.of("sanitation1", "auditor1")) {
                    Page page = list.open(person, "/camunda/app/tasklist/default/#/?searchQuery=" + byBusinessKey(back));
                    Locator entry = page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(back));
                    assertThat(entry.locator("[data-says='责任科室']")).hasText("环境卫生科");
                    assertThat(entry.locator("[data-says='问题']")).hasAttribute("title", Pattern.compile("问题\\d+：.+"));
                    assertThat(entry).hasAttribute("data-returned", "");
                    assertThat(entry.locator(".due-date")).hasAttribute("data-day", Pattern.compile(".*（.*天.*）"));
                    assertThat((List<?>) entry.evaluate(CUT)).as(person + screen).isEmpty();
                    photograph(page, "entry-" + person + "-" + screen);
                    Page other = list.open(person, "/camunda/app/tasklist/default/#/?searchQuery=" + byBusinessKey(taskNumber(caseNumber, 2)));
                    assertThat(other.locator(".tasks-list .task [data-says='编号']")).hasText(taskNumber(caseNumber, 2));
                    assertThat(other.locator(".tasks-list .task[data-returned]")).hasCount(0);
                }
            }
        }
    }

    @Test
    void everyWebappLeadsBackToTheBoardAndSpeaksOfItAlike() {
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            Page page = tasklist.open("admin", "/camunda/app/" + app + "/default/");
            Locator back = page.locator(".navbar-brand .brand-name");
            assertThat(back).isVisible();
            assertThat(page.locator(".brand-logo")).hasCSS("background-image", Pattern.compile(".*/assets/icon\\.svg.*"));
            assertThat(page.locator(".brand-logo svg")).isHidden();
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.navbar-brand .brand-name'), '::after').content").toString()).as(app).contains("返回工作台");
            if (!app.equals("tasklist")) {
                assertThat(page.locator("#footer-timezone")).hasText(Pattern.compile("日期和时间均为北京时间.*"));
                assertThat(page.locator("#footer-timezone i, #footer-timezone em")).isHidden();
            }
            if (app.equals("welcome")) assertThat(page.locator("body")).containsText("待办中心");
            back.click();
            page.waitForURL("http://127.0.0.1:" + port + "/");
        }
    }

    @Test
    void theFooterNamesTheBureausTimeOnlyWhereTheBrowserIsOnIt() {
        try (Tasklist elsewhere = new Tasklist(port, bureau)) {
            Page page = elsewhere.open("admin", "/camunda/app/welcome/default/");
            assertThat(page.locator("#footer-timezone")).hasText(Pattern.compile("日期和时间均为北京时间.*"));
            page.addInitScript("Date.prototype.getTimezoneOffset = () => 0");
            page.reload();
            assertThat(page.locator("#footer-timezone")).hasText(Pattern.compile("日期和时间按本机时区显示.*"));
        }
    }

    @Test
    void whatIsWrongInANewCaseIsMarkedWhereItStands() {
        Page page = tasklist.open("office1", "/camunda/app/tasklist/default/");
        page.locator(".start-process-action a").click();
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText("巡察整改")).click();
        page.fill("#caseNumber", "hz 2021");
        for (String box : List.of("title", "inspectionBody", "inspectedParty")) page.fill("#" + box, "试填");
        page.fill("#feedbackDate", "2026-06-01");
        page.fill("#concentratedDeadline", "2026-05-01");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".rf-refused")).containsText("集中整改期限2026-05-01早于反馈日期2026-06-01");
        assertThat(page.locator("[aria-invalid]")).hasCount(2);
        assertThat(page.locator("#caseNumber")).hasClass(Pattern.compile("rf-wrong"));
        page.fill("#caseNumber", "HZ-2021");
        assertThat(page.locator("#concentratedDeadline[aria-invalid]")).hasCount(1);
        assertThat(page.locator("[aria-invalid]")).hasCount(1);
        page.locator(".modal-footer .btn", new Page.LocatorOptions().setHasText("关闭")).click();
    }

    @Test
    void theOfficeSeesWhatTheGateMissesAndReviewersShareNoGrade() {
        String caseNumber = Bureau.newCaseNumber();
        Map<String, Object> feedback = new HashMap<>(Bureau.feedback(caseNumber));
        feedback.put("declaredProblems", "2");
        Bureau.done(bureau.as("office1").startCase(feedback));
        Page office = tasklist.atTask("office1", caseNumber, "Task_RegisterProblems");
        assertThat(office.locator("[data-part=gate]")).containsText("问题清单还是空的，请至少登记一个问题");
        assertThat(office.locator("[data-part=gate] a")).hasAttribute("href", "/cases/" + caseNumber);
        Bureau.created(bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Bureau.problem(1)))));
        office.locator("[data-part=gate] button").click();
        assertThat(office.locator("[data-part=gate]")).containsText("反馈意见载明2个问题，已登记1个，还差1个。");
        assertThat(office.locator("[data-part=gate]")).not().containsText("已齐备");
        office.locator(".form-actions .btn-primary").click();
        assertThat(office.locator(".rf-refused")).containsText("还差1个。请先登记；确实不再登记的，请勾选");
        photograph(office, "register-short");
        Bureau.created(bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Bureau.problem(2), Bureau.problem(3)))));
        office.locator("[data-part=gate] button").click();
        assertThat(office.locator("[data-part=gate]")).containsText("已登记3个，有1个超出载明数，还没有说明原因。");
        office.locator("[data-part=gate] input").check();
        submit(office);

        Bureau.done(bureau.as("office1").complete(caseNumber, "Task_DraftPlan", Map.of("planSummary", "分解任务，逐项整改。")));
        Page supervisor = tasklist.atTask("supervisor1", caseNumber, "Task_ReviewPlan");
        assertThat(supervisor.locator("[data-part=plan]")).containsText("分解任务，逐项整改。");
        choose(supervisor, "一般");
        supervisor.fill("#opinion", "请补充时限。");
        submit(supervisor);
        Page committee = tasklist.atTask("committee1", caseNumber, "Task_ReviewPlan");
        assertThat(committee.locator("#opinion")).hasValue("同意");
        submit(committee);

        Page leader = tasklist.atTask("leader1", caseNumber, "Task_ApprovePlan");
        assertThat(leader.locator("[data-part=reviews]")).containsText("评价：一般");
        photograph(leader, "approve-plan");
        var opinions = bureau.as("leader1").get("/api/cases/" + caseNumber + "/opinions").json().get("opinions");
        assertThat(opinions.get(1).get("opinion").asText()).isEqualTo("同意");
        assertThat(opinions.get(1).get("grade").isNull()).isTrue();
    }

    @Test
    void whoeverApprovesTheBulletinReadsWhatHisConsentPublishes() {
        String caseNumber = bureau.launchedCase(1);
        bureau.signedOff(taskNumber(caseNumber, 1));
        bureau.runJobs(caseNumber);
        done(bureau.as("office1").complete(caseNumber, "Task_SummariseCase", Map.of("caseSummary", "高翔同志牵头。")));
        Session office = Session.of(port, "office1");

        Page leader = tasklist.atTask("leader2", caseNumber, "Task_ApproveBulletin");
        Locator publication = leader.locator("[data-part=publication]");
        assertThat(publication).containsText("同意只审定通报和党内版，不批准公开");
        choose(leader, "退回");
        assertThat(publication).isHidden();
        choose(leader, "同意");
        office.submit("/cases/" + caseNumber + "/bulletin/1/clearances", Map.of("section", "overview", "word", "高翔", "fit", "true"));
        leader.locator(".form-actions .btn-primary").click();
        assertThat(leader.locator("dialog.rf-ask")).containsText("同意即审定通报，并批准公开");
        leader.locator("dialog.rf-ask .btn-primary").click();
        assertThat(leader.locator(".rf")).hasCount(0);
        assertThat(bureau.as("leader2").get("/api/cases/" + caseNumber + "/bulletins").text()).contains("\"published\":true");
    }

    @Test
    void theSummaryOfAReturnedBulletinIsThereToBeImproved() {
        String caseNumber = bureau.launchedCase(1);
        bureau.signedOff(taskNumber(caseNumber, 1));
        bureau.runJobs(caseNumber);
        Page office = tasklist.atTask("office1", caseNumber, "Task_SummariseCase");
        assertThat(office.locator("#caseSummary")).hasValue("");
        office.fill("#caseSummary", "抓得紧，改得实。");
        submit(office);
        done(bureau.as("leader1").complete(caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", false, "opinion", "数字再核。")));

        office = tasklist.atTask("office1", caseNumber, "Task_SummariseCase");
        assertThat(office.locator("#caseSummary")).hasValue("抓得紧，改得实。");
        office.fill("#caseSummary", "抓得紧。");
        tasklist.open("office1", "/");
        office = tasklist.open("office1", "/camunda/app/tasklist/default/#/?task=" + bureau.as("office1").taskId(caseNumber, "Task_SummariseCase"));
        assertThat(office.locator("#caseSummary")).hasValue("抓得紧。");
    }

    @Test
    void theSummaryOfAReturnedPlanIsThereToBeImproved() {
        String caseNumber = bureau.caseInApproval(1);
        done(bureau.as("leader1").complete(caseNumber, "Task_ApprovePlan", Map.of("planApproved", false, "opinion", "时限太松。")));
        String summary = bureau.as("office1").get("/api/cases/" + caseNumber + "/texts").json().get("planSummary").asText();
        assertThat(tasklist.atTask("office1", caseNumber, "Task_DraftPlan").locator("#planSummary")).hasValue(summary);
    }

    private static String byBusinessKey(String key) {
        return URLEncoder.encode("[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + key + "\",\"name\":\"\"}]", StandardCharsets.UTF_8);
    }

    private static void upload(Page page, String... names) {
        FilePayload[] files = Arrays.stream(names).map(name -> new FilePayload(name, "application/pdf", Bureau.pdf(name))).toArray(FilePayload[]::new);
        page.locator(".rf-drop input").setInputFiles(files);
        assertThat(page.locator("[data-part=upload] .rf-files li")).hasCount(names.length);
    }
}
