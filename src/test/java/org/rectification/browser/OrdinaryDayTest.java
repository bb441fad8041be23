package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Axe.keepsNobodyOut;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;
import static org.rectification.support.Chromium.photograph;
import static org.rectification.support.PlainChinese.isSpokenBy;
import static org.rectification.support.Tasklist.choose;
import static org.rectification.support.Tasklist.claim;
import static org.rectification.support.Tasklist.submit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.Chromium.Screen;
import org.rectification.support.OnH2;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One day of the bureau, everybody at his own screen from login to done, at a desk and on a phone. */
@OnH2
class OrdinaryDayTest {

    private static final LocalDateTime LAUNCH = LocalDateTime.of(2026, 11, 3, 10, 0);
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 11, 16, 9, 30);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;

    private Bureau bureau;
    private String caseNumber;
    private String task;

    @AfterEach
    void now() {
        clock.backToNow();
    }

    @ParameterizedTest
    @EnumSource
    void everybodyGetsHisDayDone(Screen screen) {
        setDefaultAssertionTimeout(60_000);
        before();
        try (Tasklist people = new Tasklist(port, bureau, screen)) {
            aClerkReportsAndSubmits(people, screen);
            theHeadReturnsIt(people);
            theClerkPutsItRight(people);
            theSupervisionTeamChecksIt(people);
            theLeadingGroupDecidesOnAllAtOnce(people, screen);
            theOfficeTakesTheReport(people);
            inspectionProposes(people);
            theAuditorReads(people);
            theAdminFindsWhatIsLate(people, screen);
        }
        var signedOff = bureau.as("auditor1").get("/api/tasks/" + task).json();
        assertThat(signedOff.get("status").asText()).isEqualTo("SIGNED_OFF");
        assertThat(signedOff.get("sustained").asBoolean()).isTrue();
        assertThat(signedOff.get("rounds").findValuesAsText("person")).containsSequence("sanitation1", "sanitationhead", "supervisor1", "leader1");
        assertThat(status(2)).isEqualTo("SIGNED_OFF");
        assertThat(status(3)).isEqualTo("IN_PROGRESS");
        assertThat(bureau.as("auditor1").get("/api/cases/" + caseNumber + "/reports/2026-11H1/sanitation").json().get("status").asText()).isEqualTo("ACCEPTED");
    }

    /** Four tasks: one to be worked on, two that wait for the leading group, one that is late. */
    private void before() {
        clock.travelTo(LAUNCH);
        bureau = new Bureau(port, management).on(LAUNCH.toLocalDate());
        caseNumber = bureau.caseInDecomposition(4);
        task = taskNumber(caseNumber, 1);
        List<Map<String, Object>> tasks = IntStream.rangeClosed(1, 4).mapToObj(n -> {
            Map<String, Object> one = new HashMap<>(Bureau.task(n));
            one.put("deadline", LocalDate.of(2026, n == 4 ? 11 : 12, n == 4 ? 10 : 13).toString());
            one.remove("supportingDepartments");
            return one;
        }).toList();
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", tasks)));
        done(bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        bureau.checked(taskNumber(caseNumber, 2));
        bureau.checked(taskNumber(caseNumber, 3));
        clock.travelTo(DAY);
        bureau.endPeriod(caseNumber);
    }

    private void aClerkReportsAndSubmits(Tasklist people, Screen screen) {
        Page clerk = atHome(people, "sanitation1");
        clerk.locator("text=灯色怎么看").click();
        photograph(clerk, "home-" + screen);
        keepsNobodyOut(clerk);
        begin(clerk, caseNumber, "填报半月进展");
        assertThat(clerk.locator(".sort-by").first()).hasText("办理期限");
        isSpokenBy(clerk);
        keepsNobodyOut(clerk, ".rf");
        clerk.locator("text=其余未填的任务都按“本期无新进展”").click();
        assertThat(clerk.locator(".rf-saved")).containsText("已保存");
        submit(clerk);

        begin(atHome(people, "sanitation1"), task, "落实整改");
        clerk.fill("#completionStatement", "已按措施完成整改。");
        upload(clerk, "整改前后对比.pdf");
        for (int measure : List.of(1, 2)) done(bureau.as("sanitation1").put("/api/tasks/" + task + "/measures/" + measure, Map.of("doneOn", DAY.toLocalDate().toString())));
        String submitted = clerk.url();
        submit(clerk);
        // Nobody has to look for the next one.
        clerk.waitForURL(url -> url.contains("task=") && !url.equals(submitted));
        assertThat(clerk.locator(".rf")).isVisible();
        if (screen == Screen.PHONE) {
            assertThat(clerk.locator("section.tasks-list")).isHidden();
            clerk.locator(".to-the-list").click();
        }
        assertThat(clerk.locator("section.tasks-list")).isVisible();
    }

    private void theHeadReturnsIt(Tasklist people) {
        Page head = atHome(people, "sanitationhead");
        begin(head, task, "部门负责人审签");
        assertThat(head.locator(".rf-files a")).hasText("整改前后对比.pdf");
        isSpokenBy(head);
        choose(head, "退回");
        head.fill("#opinion", "请补拍点位编号。");
        keepsNobodyOut(head, ".rf");
        submit(head);
    }

    private void theClerkPutsItRight(Tasklist people) {
        Page clerk = atHome(people, "sanitation1");
        assertThat(line(clerk, task, "落实整改")).containsText("审签退回：请补拍点位编号。");
        begin(clerk, task, "落实整改");
        assertThat(clerk.locator("[data-part=refusal]")).containsText("第1次报验被退回");
        clerk.locator("text=引用上次的完成情况").click();
        assertThat(clerk.locator("#completionStatement")).hasValue("已按措施完成整改。");
        upload(clerk, "补拍照片.pdf");
        submit(clerk);
    }

    private void theSupervisionTeamChecksIt(Tasklist people) {
        done(bureau.as("sanitationhead").complete(task, "Task_Endorse", Map.of("endorsed", true, "opinion", "同意")));
        Page supervisor = atHome(people, "supervisor1");
        begin(supervisor, task, "核查验收");
        assertThat(supervisor.locator(".rf-standard")).containsText("有方案、有清单、有照片。");
        assertThat(supervisor.locator("[name=checkPassed]:checked, #opinion:visible")).hasCount(0);
        supervisor.locator(".form-actions .btn-primary").click();
        assertThat(supervisor.locator(".rf-lacks")).hasText("请选择核查结论");
        choose(supervisor, "通过");
        assertThat(supervisor.locator("#opinion")).hasValue("同意");
        keepsNobodyOut(supervisor, ".rf");
        submit(supervisor);
    }

    private void theLeadingGroupDecidesOnAllAtOnce(Tasklist people, Screen screen) {
        Page leader = atHome(people, "leader1");
        keepsNobodyOut(leader);
        leader.locator("#waiting a", new Page.LocatorOptions().setHasText("集中办理")).click();
        Locator group = leader.locator("[data-rulings]", new Page.LocatorOptions().setHasText(Pattern.compile(caseNumber + "(?!\\d)")));
        ruling(group, 1).locator("text=完成并长期坚持").click();
        ruling(group, 3).locator("text=完成情况").click();
        ruling(group, 3).locator("label", new Locator.LocatorOptions().setHasText("退回")).first().click();
        photograph(leader, "decisions-" + screen);
        group.locator("[data-rulings-submit]").click();
        assertThat(ruling(group, 3).locator(".invalid-feedback")).isVisible();
        assertThat(ruling(group, 3).locator("details[open]")).hasCount(1);
        ruling(group, 3).locator("textarea").evaluate("box => { const clipboardData = new DataTransfer(); clipboardData.setData('text', '长'.repeat(2500)); box.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true})); }");
        assertThat(ruling(group, 3).locator("[data-too-long]")).containsText("这里最多2000字，粘贴后有2500字");
        ruling(group, 3).locator("textarea").fill("照片与清单不符。");
        assertThat(ruling(group, 3).locator("[data-too-long]")).hasCount(0);
        keepsNobodyOut(leader);
        hisLoginExpires(leader);
        assertThat(ruling(group, 3).locator("textarea")).hasValue("照片与清单不符。");
        group.locator("[data-rulings-submit]").click();
        assertThat(leader.locator("dialog")).containsText(Pattern.compile("拟通过的有1项还有措施没有勾选完成，仍要提交吗？.*" + taskNumber(caseNumber, 2) + ".*1．制定方案；2．逐项落实.*依据的会议：无.*共同意见：同意.*" + taskNumber(caseNumber, 2) + ".*完成并长期坚持1项：从台账上销号.*" + task
                + ".*退回1项：退回科室.*" + taskNumber(caseNumber, 3) + ".*照片与清单不符", Pattern.DOTALL));
        keepsNobodyOut(leader);
        photograph(leader, "decisions-asked-" + screen);
        leader.locator("dialog >> text=确认提交").click();
        assertThat(leader.locator("#decisions")).containsText("本次办理3项：办成3项");
    }

    /** While he decides; what he has chosen and written is there again when he is back. */
    private static void hisLoginExpires(Page leader) {
        leader.context().addCookies(List.of(new Cookie("JSESSIONID", "expired").setDomain("127.0.0.1").setPath("/")));
        leader.locator("[data-rulings-submit]").first().click();
        leader.locator("dialog >> text=确认提交").click();
        assertThat(leader.locator("main")).containsText("登录已过期，请重新登录");
        leader.fill("[name=username]", "leader1");
        leader.fill("[name=password]", "demo");
        leader.locator("[name=password]").press("Enter");
        leader.waitForURL(url -> url.contains("/decisions"));
    }

    private void theOfficeTakesTheReport(Tasklist people) {
        Page office = atHome(people, "office1");
        begin(office, caseNumber, "审核半月进展");
        submit(office);
        office = people.open("office1", "/cases/" + caseNumber + "/reports");
        assertThat(office.locator(".report-grid tr", new Page.LocatorOptions().setHasText("环境卫生科"))).containsText("按时");
        keepsNobodyOut(office);
    }

    private void inspectionProposes(Tasklist people) {
        Page inspector = people.open("discipline1", "/cases/" + caseNumber);
        keepsNobodyOut(inspector);
        inspector.locator("#proposals summary").click();
        inspector.fill("#proposals [name=title]", "规范台账");
        inspector.fill("#proposals [name=text]", "建议统一台账格式。");
        inspector.fill("#proposals [name=answerDueOn]", "2026-12-04");
        inspector.locator("#proposals button").click();
        assertThat(inspector.locator("#proposals .timeline")).containsText("规范台账 待答复");
    }

    private void theAuditorReads(Tasklist people) {
        Page auditor = people.open("auditor1", "/tasks/" + task);
        assertThat(auditor.locator("main")).containsText("完成并长期坚持");
        keepsNobodyOut(auditor);
        assertThat(auditor.locator("main form")).hasCount(0);
        assertThat(auditor.waitForDownload(() -> auditor.locator("text=导出档案（zip）").click()).suggestedFilename()).contains(task);
        auditor.navigate("http://127.0.0.1:" + port + "/cases/" + caseNumber + "/ledger-import");
        assertThat(auditor.locator("main")).containsText("整改办");
    }

    private void theAdminFindsWhatIsLate(Tasklist people, Screen screen) {
        Page admin = people.open("admin", "/camunda/app/cockpit/default/");
        assertThat(admin.locator(".ov-bars").first()).isVisible();
        photograph(admin, "cockpit-" + screen);
        isSpokenBy(admin);
        admin.locator("text=逐项查看").click();
        Locator listed = admin.locator(".ov-page section", new Page.LocatorOptions().setHas(admin.locator("h3:text-is('超期任务')")));
        Locator late = listed.locator("tr", new Locator.LocatorOptions().setHasText(taskNumber(caseNumber, 4))).locator("text=打开流程");
        assertThat(listed.locator(".ov-table")).isVisible();
        photograph(admin, "oversight-" + screen);
        assertThat(admin.evaluate("() => { const page = document.querySelector('.ov-page'); return page.scrollWidth <= page.clientWidth; }")).as("nothing is read sideways").isEqualTo(true);
        if (screen == Screen.PHONE) assertThat(listed.locator(".ov-table thead")).isHidden();
        for (int page = 2; late.count() == 0; page++) {
            listed.locator("text=下一页").click();
            assertThat(listed.locator(".ov-turn")).containsText("第" + page + "页");
        }
        late.click();
        assertThat(admin.locator(".ov")).containsText("回到案件" + caseNumber + "的流程");
        isSpokenBy(admin);
        for (String webapp : List.of("admin", "welcome")) {
            people.open("admin", "/camunda/app/" + webapp + "/default/");
            assertThat(admin.locator("footer")).containsText("Camunda Platform");
            isSpokenBy(admin);
        }
        people.open("admin", "/camunda/app/cockpit/default/#/oversight?list=cases");
        assertThat(admin.locator("#ov-cases")).isInViewport();
        assertThat(admin.locator(".account, header").first()).containsText("平台管理员");
    }

    private static Page atHome(Tasklist people, String person) {
        return people.open(person, "/");
    }

    private void begin(Page home, String about, String step) {
        Locator line = line(home, about, step);
        Locator others = home.locator("#waiting summary", new Page.LocatorOptions().setHasText("另有"));
        if (others.count() > 0 && !line.isVisible()) others.click();
        line.locator(".btn").click();
        claim(home);
    }

    private static Locator line(Page home, String about, String step) {
        return home.locator("#waiting .todos li", new Page.LocatorOptions().setHasText(Pattern.compile(about + "(?!\\d)"))).filter(new Locator.FilterOptions().setHasText(step));
    }

    private Locator ruling(Locator group, int problem) {
        return group.locator(".ruling", new Locator.LocatorOptions().setHasText(taskNumber(caseNumber, problem)));
    }

    private static void upload(Page page, String name) {
        page.locator(".rf-drop input").setInputFiles(new FilePayload(name, "application/pdf", Bureau.pdf(name)));
        assertThat(page.locator("[data-part=upload] .rf-files li")).hasCount(1);
    }

    private String status(int problem) {
        return bureau.as("auditor1").get("/api/tasks/" + taskNumber(caseNumber, problem)).json().get("status").asText();
    }
}
