package org.rectification.lookback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How much of a case is looked back at, and what came of it, on the case's and the task's pages. */
@OnH2
class LookBackPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void theTeamChoosesAShareAndReadsWhatItMeansAndWhatWasDrawn() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(3);
        String page = "/cases/" + caseNumber + "/look-back";
        Session team = Session.of(port, "supervisor1");
        assertThat(team.get(page).words()).contains("任务全部销号后确定日期", "届时将抽取 3/3项");
        for (int n = 1; n <= 3; n++) bureau.signedOff(taskNumber(caseNumber, n));
        bureau.bulletinApproved(caseNumber);
        LocalDate due = LocalDate.now().plusMonths(6);

        assertThat(team.get("/cases/" + caseNumber).words()).contains("回头看（" + due + "）", "到期由督导检查组回头看");
        assertThat(team.part(page + "/share?share=30").words()).contains(due + "起回头看", "届时将抽取 1/3项").doesNotContain("已保存");
        Page refused = team.submit(page + "/share", Map.of("share", "0"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.words()).contains("须在1%到100%之间", "届时将抽取 3/3项");
        assertThat(Session.of(port, "office1").submit(page + "/share", Map.of("share", "10")).words()).contains("由督导检查组选定");
        assertThat(team.submit(page + "/share", Map.of("share", "30")).words()).contains("抽取比例已保存", "届时将抽取 1/3项");
        assertThat(Session.of(port, "office1").get(page).words()).contains("每个科室抽取30%").doesNotContain("保存抽取比例");
        assertThat(Session.of(port, "sanitation1").get(page).words()).contains("您无权查看");

        bureau.lookBackBegun(caseNumber);
        assertThat(team.get(page).words()).contains("抽取1/3项", "随机种子", "待回头看1项").doesNotContain("保存抽取比例");
        String drawn = drawnOf(caseNumber, bureau);
        assertThat(team.get("/tasks/" + drawn).words()).contains("待回头看", "等待督导检查组回头看");
        bureau.rebounded(drawn);
        bureau.runJobs(caseNumber);

        assertThat(team.get(page).words()).contains("已反弹1项", "点位又被占用", "重新整改的时限");
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + drawn).words()).contains("反弹1次", "第1次报验销号后", "点位又被占用", "第2次报验", "原定");
        assertThat(team.get("/cases/" + caseNumber).words()).contains("任务反弹", "反弹1次");
    }

    private static String drawnOf(String caseNumber, Bureau bureau) {
        for (int n = 1; n <= 3; n++) if (bureau.as("supervisor1").taskId(taskNumber(caseNumber, n), "Task_LookBack") != null) return taskNumber(caseNumber, n);
        throw new AssertionError("nothing was drawn");
    }
}
