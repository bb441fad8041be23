package org.rectification.rectification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 客观受阻 on a task's page. */
@OnH2
class BlockPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void aHandlerAsksOnThePageAndFollowsItToTheReview() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        String page = "/tasks/" + task;
        LocalDate today = LocalDate.now();
        Map<String, String> typed = new HashMap<>(Map.of("reason", "用地手续未批复", "outsideBody", "市自然资源局", "requestDate", today.plusDays(1).toString(),
                "requestNumber", "城管函〔2026〕12号", "interimMeasures", "先行围挡", "reviewOn", today.plusDays(10).toString()));
        Session clerk = Session.of(port, "sanitation1");
        assertThat(clerk.get(page).words()).contains("申请认定客观受阻");
        assertThat(Session.of(port, "leader1").get(page).text()).doesNotContain("id=\"blocks\"");

        Page refused = clerk.submit(page + "/blocks", typed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.words()).contains("晚于今天，请先去函再申请", "用地手续未批复");
        assertThat(refused.text()).contains("value=\"城管函〔2026〕12号\"");
        typed.put("requestDate", today.minusDays(3).toString());
        assertThat(clerk.submit(page + "/blocks", typed).words()).contains("待认定", "等待领导小组认定").doesNotContain("提前复核");
        assertThat(Session.of(port, "parks1").submit(page + "/blocks", typed).words()).contains("您不能申请认定客观受阻");

        done(bureau.as("leader1").complete(task + ":B1", "Task_ApproveBlocked", Map.of("blockedApproved", true, "opinion", "情况属实")));
        assertThat(clerk.get(page).words()).contains("暂停计时", "情况属实", today.plusDays(10) + "由整改办复核", "起暂停计时，至今0天", "申请提前复核").doesNotContain("申请认定客观受阻");
        assertThat(clerk.get(page).words()).doesNotContain("还有40天", "到待办中心办理");
        assertThat(clerk.get("/cases/" + task.substring(0, task.length() - 6)).words()).contains("暂停计时").doesNotContain("还有40天");
        assertThat(Session.of(port, "leader1").get(page).words()).contains("市自然资源局").doesNotContain("申请提前复核");
        assertThat(clerk.submit(page + "/blocks/1/review", Map.of()).words()).contains("等待整改办复核").doesNotContain("申请提前复核");
        done(bureau.as("office1").complete(task + ":B1", "Task_ReviewBlocked", Map.of("stillBlocked", false, "nextReviewOn", "", "findings", "已批复")));
        assertThat(clerk.get(page).words()).contains("还有40天", "复核：已消除，恢复整改", "已批复", "已恢复整改", "申请认定客观受阻");
    }
}
