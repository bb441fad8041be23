package org.rectification.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.todo.Todos;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnH2
class BoardPageTest {

    @LocalServerPort int port;
    @Autowired Todos todos;
    @Autowired Organization organization;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;

    @Test
    void aClerkFindsWhatCameBackBeforeWhatIsDueAndOthersDoNot() {
        String page = Session.of(port, "sanitation1").get("/").words();
        assertThat(page).contains("林晓", "环境卫生科经办人", "我的待办", "退回", "已超期", "超期5天", "第2次报验", "去办理", "本科室的其他任务", "灯色怎么看", "即将到期 离整改时限不超过10个工作日，立行立改的不超过1个");
        assertThat(page.indexOf("补齐公共机构分类投放设施")).isLessThan(page.indexOf("开展垃圾分类入户宣传"));
        assertThat(Session.of(port, "parks1").get("/").words()).doesNotContain("开展垃圾分类入户宣传");
        assertThat(Session.of(port, "parks1").part("/cases").words()).contains("HT-2026-01", "问题完成率");
    }

    @Test
    void theBoardWithItsPicturesComesOverASlowLine() throws Exception {
        Document board = Jsoup.parse(Session.of(port, "office1").get("/").text());
        assertThat(board.select("script[src*=echarts]")).isNotEmpty();
        int bytes = compressed("/");
        for (Element file : board.select("script[src], link[href]")) bytes += compressed(file.attr("src") + file.attr("href"));
        assertThat(bytes).isBetween(250_000, 500_000);
    }

    private int compressed(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept-Encoding", "gzip")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("office1:demo".getBytes(StandardCharsets.UTF_8))).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    @Test
    void whatWaitsForAPersonStandsFirstAndLeadsToItsForm() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(2);
        String task = taskNumber(caseNumber, 1);
        String other = taskNumber(caseNumber, 2);
        assertThat(lineOf("finance1", other).text()).as("a step around a task").contains("配合落实", "环境卫生科 任务");
        bureau.endorsed(task);
        bureau.submitted(other);
        assertThat(lineOf("sanitationhead", other).select(".todo-when").text()).as("whose light, whose days").matches("任务 \\S+ 本环节 还有\\d+天.*");
        var supervisor = Session.of(port, "supervisor2").get("/");
        assertThat(supervisor.words()).contains("我的待办", "核查验收", task);
        assertThat(supervisor.text()).contains("/todos/" + bureau.as("supervisor2").taskId(task, "Task_Check"));
        assertThat(Session.of(port, "auditor1").get("/").words()).doesNotContain("我的待办");
    }

    @Test
    void whoHasMoreToDoThanAPageHoldsReadsHowMuchAndWhere() {
        new Bureau(port, management).launchedCase(101);
        Document home = Jsoup.parse(Session.of(port, "sanitation1").get("/").text());
        long waiting = todos.countOf(organization.person("sanitation1"));
        int lines = home.select("#waiting .todos li").size();
        long reportsOfOthers = home.select("#waiting .todos li a.btn").stream().filter(button -> button.text().equals("查看")).count();

        assertThat(lines).isGreaterThanOrEqualTo(100);
        assertThat(home.select("#waiting h2 small").text()).isEqualTo(waiting + reportsOfOthers + "件");
        assertThat(home.select("#waiting").text()).contains("还有不那么紧的" + (waiting + reportsOfOthers - lines) + "件在待办中心");
    }

    private Element lineOf(String person, String number) {
        return Jsoup.parse(Session.of(port, person).get("/").text()).select("#waiting .todos li").stream().filter(line -> line.text().matches(".*" + number + "(?!\\d).*")).findFirst().orElseThrow();
    }

    @Test
    void aLinkToAStepLeadsToItsFormAndLaterToWhatBecameOfIt() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.endorsed(task);
        String id = bureau.as("supervisor1").taskId(task, "Task_Check");
        Session supervisor = Session.of(port, "supervisor1");
        assertThat(supervisor.get("/todos/" + id).path()).startsWith("/camunda/app/tasklist/default/");
        assertThat(supervisor.get("/todos/" + id + "/matter").path()).as("read beside the form").isEqualTo("/tasks/" + task + "?bare=");
        var notHis = Session.of(port, "office1").get("/todos/" + id);
        assertThat(notHis.path()).isEqualTo("/tasks/" + task);
        assertThat(notHis.words()).contains("“核查验收”现在不由您办理。");
        done(bureau.as("supervisor2").post("/engine-rest/task/" + id + "/claim", Map.of("userId", "supervisor2")));
        assertThat(supervisor.get("/todos/" + id).words()).contains("“核查验收”已由马丽认领，您不用再办。");

        done(bureau.as("supervisor2").submit(id, Map.of("checkPassed", true)));

        assertThat(supervisor.get("/todos/" + id).words()).containsPattern("“核查验收”已由马丽于\\d{4}年\\d+月\\d+日\\d\\d:\\d\\d办结，不用再办。").contains("等待领导小组销号审定");
        assertThat(supervisor.get("/tasks/" + task).words()).as("said once").doesNotContain("不用再办");
        assertThat(Session.of(port, "parks1").get("/todos/" + id).words()).contains("您无权查看").doesNotContain("马丽");
        assertThat(supervisor.get("/todos/no-such").words()).contains("没有找到这一页", "没有这件待办");
        String signOff = bureau.as("leader1").taskId(task, "Task_SignOff");
        done(bureau.as("leader1").submit(signOff, Map.of("signOffApproved", true, "sustained", true)));
        assertThat(Session.of(port, "office1").get("/todos/" + signOff).words()).as("without a claim").contains("“销号审定”已由陈国栋于");
    }

    @Test
    void theLeadLeaderIsOfferedNothingOfHisOwnTaskThatOnlyOthersMayDecide() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.checked(task);
        String leader = bureau.as("auditor1").get("/api/tasks/" + task).json().get("leadLeader").asText();
        String other = leader.equals("leader1") ? "leader3" : "leader1";
        String id = bureau.as(other).taskId(task, "Task_SignOff");
        assertThat(Session.of(port, other).get("/").text()).contains("/todos/" + id);
        assertThat(Session.of(port, leader).get("/").text()).contains("我分管的任务").doesNotContain("/todos/" + id);
        assertThat(Session.of(port, other).get("/tasks/" + task).words()).contains("去办理“销号审定”");
        assertThat(Session.of(port, leader).get("/tasks/" + task).words()).contains("等待领导小组销号审定").doesNotContain("去办理");
        assertThat(todos.of(organization.person(leader), 1000)).noneMatch(todo -> todo.id().equals(id));
        assertThat(todos.of(organization.person(leader), 1000)).hasSize((int) todos.countOf(organization.person(leader)));
    }

    @Test
    void reportsOwedStandFirstAndWhatAPersonReadsIsNoKey() {
        LocalDateTime launch = LocalDateTime.of(2026, 11, 3, 10, 0);
        clock.travelTo(launch);
        try {
            Bureau bureau = new Bureau(port, management).on(launch.toLocalDate());
            String caseNumber = bureau.launchedCase(1);
            clock.travelTo(LocalDateTime.of(2026, 11, 16, 9, 0));
            bureau.endPeriod(caseNumber);

            var clerk = Session.of(port, "sanitation1").get("/");
            assertThat(clerk.words()).containsSubsequence("我的待办", "填报半月进展", "2026年11月上半月 " + caseNumber + " 环境卫生科", "还有2天", "去填报", "本科室的其他任务").doesNotContain(caseNumber + ":");
            assertThat(Session.of(port, "parks1").get("/").words()).doesNotContain(caseNumber + " 环境卫生科");

            done(bureau.as("sanitation1").put("/api/cases/" + caseNumber + "/reports/2026-11H1/sanitation",
                    Map.of("rows", List.of(Map.of("taskNumber", taskNumber(caseNumber, 1), "progress", "已完成一半")))));
            done(bureau.as("sanitation1").complete(caseNumber + ":2026-11H1:sanitation", "Task_SubmitReport", Map.of()));
            assertThat(Session.of(port, "sanitation1").get("/").words()).doesNotContain(caseNumber + " 环境卫生科");
            assertThat(todos.of(organization.person("office1"), 1000)).anyMatch(todo -> todo.subject().equals("环境卫生科 " + caseNumber + " 半月报告（2026年11月上半月）"));
            assertThat(Session.of(port, "office1").get("/").words()).doesNotContain(caseNumber + ":");
        } finally {
            clock.backToNow();
        }
    }

    @Test
    void theBoardShowsTheChosenCaseAndLeadsToTheLedgerBehindEveryNumber() {
        String caseNumber = new Bureau(port, management).launchedCase(2);
        Session office = Session.of(port, "office1");
        var board = office.get("/?case=" + caseNumber + "&department=sanitation");
        assertThat(board.words()).contains("各科室的灯色", "各方面的灯色", "任务时限", "销号走势", "还没有生效的督办", "还没有结束的报告期", "筛选范围");
        assertThat(board.text()).contains("/cases/" + caseNumber + "/ledger?department=sanitation&amp;aspect", "/cases/" + caseNumber + "/ledger?problem=2&amp;department=sanitation", "echarts.common.min.js");
        assertThat(office.get("/?case=" + caseNumber + "&department=parks").words()).contains("没有符合条件的任务", "清除筛选").doesNotContain("各方面的灯色");
        assertThat(office.get("/?case=" + caseNumber + "&leader=office1").text()).as("no member of the leading group any more").containsPattern("筛选范围 <small[^>]*> *周敏").containsPattern("selected=\"selected\">周敏");
        assertThat(office.get("/?case=" + caseNumber + "&light=GREEN").words()).contains("每半月，不随灯色筛选", "已生效的次数，不随灯色筛选");
        assertThat(office.get("/?case=NO-SUCH").status()).isEqualTo(404);
        assertThat(office.get("/?case=" + caseNumber + "&light=PINK").words()).contains("有认不出的筛选条件，已略去", "各方面的灯色").doesNotContain("PINK", "筛选范围");
        assertThat(office.get("/?case=" + new Bureau(port, management).startedCase()).words()).contains("任务还没有下达");
    }

    @Test
    void theWallNamesNobodyAndRefreshesItself() {
        String caseNumber = new Bureau(port, management).launchedCase(1);
        var wall = Session.of(port, "auditor1").get("/wall?case=" + caseNumber);
        assertThat(wall.words()).contains("问题完成率", "0/1个", "环境卫生科", "最紧急的任务", "数据截至").doesNotContain("退出", "待办中心");
        assertThat(wall.text()).contains("hx-trigger=\"every 60s\"").doesNotContain("_csrf").doesNotContain(organization.people().stream().map(Person::name).toArray(String[]::new));
        assertThat(Session.of(port, "parks1").get("/wall").status()).isEqualTo(403);
    }

    @Test
    void noDeadlineIsOverOfAProblemOfWhichNothingIsOverdue() {
        List<Element> problems = Jsoup.parse(Session.of(port, "auditor1").get("/?case=HT-2026-01").text()).select("[aria-label=各问题的时限] tbody tr");
        assertThat(problems).hasSize(14).filteredOn(problem -> problem.child(2).text().matches("[-0-9]{10}") && LocalDate.parse(problem.child(2).text()).isBefore(LocalDate.now()))
                .isNotEmpty().noneMatch(problem -> problem.child(3).text().equals("无"));
    }

    @Test
    void theWallListsTheNextDeadlinesFirstWhateverTheirLight() {
        Matcher days = Pattern.compile("<i>(还有|超期|今天到期)(\\d*)").matcher(Session.of(port, "auditor1").get("/wall?case=HT-2026-01").text());
        List<Integer> left = days.results().map(found -> found.group(2).isEmpty() ? 0 : Integer.parseInt(found.group(2)) * (found.group(1).equals("超期") ? -1 : 1)).toList();
        assertThat(left).hasSize(6).isSorted();
    }

    @Test
    void theWallShowsNoLightsOfTasksThatAreStillBeingDrafted() {
        String caseNumber = new Bureau(port, management).caseInDecomposition(1);
        created(new Bureau(port, management).as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1)))));
        var wall = Session.of(port, "auditor1").get("/wall?case=" + caseNumber);
        assertThat(wall.text()).contains("任务还没有下达").doesNotContain("<h2>最紧急的任务", "环境卫生科");
    }

    @Test
    void wallAndBoardSayToWhichDayADeadlineIsPutOff(@Autowired JdbcClient jdbc) {
        String caseNumber = new Bureau(port, management).launchedCase(1);
        LocalDate saturday = LocalDate.of(2039, 3, 5);
        jdbc.sql("update ledger.rectification_task set deadline = ? where case_number = ?").params(saturday, caseNumber).update();
        clock.travelTo(saturday.atTime(9, 0));
        try {
            assertThat(Session.of(port, "auditor1").get("/wall?case=" + caseNumber).words()).contains("今天到期", "逢休息日，顺延至3月7日");
            var board = Session.of(port, "office1").get("/?case=" + caseNumber);
            assertThat(board.words()).contains("2039-03-05 逢休息日，顺延至3月7日");
            assertThat(board.text()).containsPattern("putOff\\W+2039-03-05\\W+2039-03-07");
        } finally {
            clock.backToNow();
        }
    }

    @Test
    void theWeeklyBriefingTellsWhatMovedInALeadersField() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.signedOff(task);
        Session leader = Session.of(port, "leader2");
        assertThat(leader.get("/weekly").words()).contains("分管领域整改周通报", "责任领导： 刘建华", task, "报验，", "销号");
        assertThat(leader.get("/weekly?week=2020-01-01").words()).contains("2020年第1周（12月30日至1月5日）", "本周没有任务报验");
        assertThat(leader.get("/weekly?week=x").status()).isEqualTo(400);
        assertThat(leader.get("/weekly?leader=office1").status()).isEqualTo(404);
        assertThat(Session.of(port, "parks1").get("/weekly").status()).isEqualTo(403);
    }

    @Test
    void theOfficeReadsHowToBeginAndHowItStands() {
        Session office = Session.of(port, "office1");
        assertThat(office.get("/").words()).contains("发起流程", "问题完成率", "任务超期");
        // Other tests leave cases of their own before it.
        assertThat(IntStream.range(0, 10).mapToObj(page -> office.get("/?page=" + page).words())).anyMatch(words -> words.contains("CG-2026-01"));
    }
}
