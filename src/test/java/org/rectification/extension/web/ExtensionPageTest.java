package org.rectification.extension.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
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

/** 延期 on a task's page. */
@OnH2
class ExtensionPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void aHandlerAsksOnThePageAndEverybodyConcernedSeesWhatBecameOfIt() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        String page = "/tasks/" + task;
        LocalDate deadline = LocalDate.parse(bureau.as("office1").get("/api" + page).json().get("deadline").asText());
        Session clerk = Session.of(port, "sanitation1");
        assertThat(clerk.get(page).words()).contains("申请延期", "最晚" + deadline.plusDays(180));
        assertThat(Session.of(port, "office1").get(page).text()).doesNotContain("id=\"extensions\"");

        Page refused = clerk.uploadPart(page + "/extensions", Map.of("deadline", deadline.toString(), "reason", "采购流标"), "a.pdf", pdf("a"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().firstValue("HX-Reswap")).contains("outerHTML");
        assertThat(refused.words()).contains("须晚于现在的时限" + deadline, "采购流标");

        Page asked = clerk.uploadPart(page + "/extensions", Map.of("deadline", deadline.plusDays(20).toString(), "reason", "采购流标"), "公告.pdf", pdf("a"));
        assertThat(asked.words()).contains("第1次申请", deadline + " → " + deadline.plusDays(20), "等待环境卫生科负责人审签", "公告.pdf", "办结后才能再次申请");
        assertThat(asked.text()).doesNotContain("hx-post");
        assertThat(Session.of(port, "leader1").get(page).words()).contains("第1次申请", "采购流标");
        assertThat(Session.of(port, "office1").uploadPart(page + "/extensions", Map.of("deadline", "x"), "a.pdf", pdf("a")).words()).contains("由其他科室承办，您不能申请延期");

        done(bureau.as("sanitationhead").complete(task + ":E1", "Task_EndorseExtension", Map.of("extensionEndorsed", true, "opinion", "情况属实")));
        assertThat(clerk.get(page).words()).contains("等待领导小组审定（责任领导本人除外）");
        done(bureau.as("leader1").complete(task + ":E1", "Task_ApproveExtension", Map.of("extensionApproved", true, "opinion", "同意")));
        assertThat(clerk.get(page).words()).contains("已延期1次，原定" + deadline, "原定" + deadline + "，延期1次", "已批准", "情况属实", "申请延期");
    }

    @Test
    void afterTheDeadlineThePageSaysWhyNobodyCanAsk() {
        Page page = Session.of(port, "sanitation1").get("/tasks/CG-2026-01-02-02");
        assertThat(page.words()).contains("已过，延期须在时限届满前申请");
        assertThat(page.text()).doesNotContain("/extensions\"");
    }
}
