package org.rectification.change.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 任务调整 on a task's page. */
@OnH2
class ChangePageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void theOfficeSplitsATaskOnItsPageAndOldAndNewPointToEachOther() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(1);
        String task = taskNumber(caseNumber, 1);
        String page = "/tasks/" + task;
        Session office = Session.of(port, "office1");
        assertThat(office.get(page).words()).contains("移交其他科室", "并入另一任务", "拆分为几项任务", "撤销本任务", "制定方案");
        assertThat(Session.of(port, "sanitation1").get(page).text()).doesNotContain("id=\"changes\"");

        Page refused = office.submit(page + "/changes", Map.of("kind", "WITHDRAW", "reason", "不再需要", "ground", "无"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("是问题1仅有的任务", "不再需要");

        Map<String, String> form = new LinkedHashMap<>(Map.of("kind", "SPLIT", "reason", "内容多"));
        for (int part = 0; part < 4; part++) {
            form.put("parts[" + part + "].title", part < 2 ? "新任务" + part : "");
            form.put("parts[" + part + "].leadDepartment", "parks");
            form.put("parts[" + part + "].leadLeader", "leader3");
            form.put("parts[" + part + "].signOffStandard", part < 2 ? "有清单" : "");
            form.put("parts[" + part + "].measures", part == 0 ? "制定方案\r\n逐项落实" : "");
        }
        Page asked = office.submit(page + "/changes", form);
        assertThat(asked.words()).contains("拆分为2项任务", "新任务1", "园林绿化科，责任领导孙玉兰", "等待领导小组审定", "批准之前，任务照常办理");
        assertThat(asked.text()).doesNotContain("hx-post");

        done(bureau.as("leader1").complete(task + ":C1", "Task_ApproveChange", Map.of("changeApproved", true, "opinion", "同意拆分")));

        String first = task.replaceFirst("01$", "02");
        assertThat(office.get(page).words()).contains("已拆分为", first, task.replaceFirst("01$", "03"), "已拆分", "同意拆分");
        assertThat(office.get("/cases/" + caseNumber + "/ledger?status=WITHDRAWN").words()).contains(task, "已拆分").doesNotContain("已撤销 ");
        assertThat(Session.of(port, "parks1").get("/tasks/" + first).words()).contains("承接", task, "制定方案", "正在落实整改");

        String second = task.replaceFirst("01$", "03");
        office.submit("/tasks/" + second + "/changes", Map.of("kind", "MERGE", "target", first, "reason", "内容重复", "ground", "由对方任务覆盖"));
        assertThat(Session.of(port, "parks1").get("/tasks/" + first).words()).contains(second + " 正申请并入本任务，等待领导小组审定");
    }
}
