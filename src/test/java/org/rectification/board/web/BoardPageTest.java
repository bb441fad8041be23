package org.rectification.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EngineClock;
import org.rectification.organization.Organization;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.todo.Todos;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class BoardPageTest {

    @LocalServerPort int port;
    @Autowired Todos todos;
    @Autowired Organization organization;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;

    @Test
    void aClerkFindsHisDepartmentsTasksTheMostUrgentFirstAndOthersDoNot() {
        String page = Session.of(port, "sanitation1").get("/").words();
        assertThat(page).contains("林晓", "环境卫生科经办人", "本科室的任务", "已超期", "超期5天", "第2次报验", "去办理");
        assertThat(page.indexOf("补齐公共机构分类投放设施")).isLessThan(page.indexOf("开展垃圾分类入户宣传"));
        assertThat(Session.of(port, "parks1").get("/").words()).doesNotContain("开展垃圾分类入户宣传").contains("问题完成率");
    }

    @Test
    void whatWaitsForAPersonStandsFirstAndLeadsToItsForm() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.endorsed(task);
        var supervisor = Session.of(port, "supervisor2").get("/");
        assertThat(supervisor.words()).contains("我的待办", "核查验收", task);
        assertThat(supervisor.text()).contains("/camunda/app/tasklist/default/#/?task=");
        assertThat(Session.of(port, "auditor1").get("/").words()).doesNotContain("我的待办");
    }

    @Test
    void theLeadLeaderIsOfferedNothingOfHisOwnTaskThatOnlyOthersMayDecide() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.checked(task);
        String leader = bureau.as("auditor1").get("/api/tasks/" + task).json().get("leadLeader").asText();
        String other = leader.equals("leader1") ? "leader3" : "leader1";
        String id = bureau.as(other).taskId(task, "Task_SignOff");
        assertThat(Session.of(port, other).get("/").text()).contains("#/?task=" + id);
        assertThat(Session.of(port, leader).get("/").text()).contains(task).doesNotContain("#/?task=" + id);
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
            assertThat(clerk.words()).containsSubsequence("应报的半月报告", "2026年11月上半月", caseNumber + " 环境卫生科", "2026-11-18 前报", "还有2天", "去填报", "本科室的任务").doesNotContain(caseNumber + ":");
            assertThat(Session.of(port, "parks1").get("/").words()).doesNotContain(caseNumber + " 环境卫生科");

            done(bureau.as("sanitation1").put("/api/cases/" + caseNumber + "/reports/2026-11H1/sanitation",
                    Map.of("rows", List.of(Map.of("taskNumber", taskNumber(caseNumber, 1), "progress", "已完成一半")))));
            done(bureau.as("sanitation1").complete(caseNumber + ":2026-11H1:sanitation", "Task_SubmitReport", Map.of()));
            assertThat(Session.of(port, "sanitation1").get("/").words()).doesNotContain(caseNumber + " 环境卫生科");
            assertThat(todos.of(organization.person("office1"), 1000)).anyMatch(todo -> todo.subject().equals(caseNumber + " 半月报告（2026年11月上半月）环境卫生科"));
            assertThat(Session.of(port, "office1").get("/").words()).doesNotContain(caseNumber + ":");
        } finally {
            clock.backToNow();
        }
    }

    @Test
    void theOfficeReadsHowToBeginAndHowItStands() {
        Session office = Session.of(port, "office1");
        assertThat(office.get("/").words()).contains("发起流程", "问题完成率", "任务超期");
        // Other tests leave cases of their own before it.
        assertThat(IntStream.range(0, 10).mapToObj(page -> office.get("/?page=" + page).words())).anyMatch(words -> words.contains("CG-2026-01"));
    }
}
