package org.rectification.rectification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class TaskPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void theFileOfATaskTellsEveryRoundToThoseConcerned() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.endorsed(task);
        done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", false, "opinion", "照片缺两处")));

        Page page = Session.of(port, "sanitation1").get("/tasks/" + task);
        assertThat(page.words()).contains("第1个问题的表述。", "有方案、有清单、有照片。", "制定方案", "第2次报验", "第1次报验", "照片缺两处", "退回", "环境卫生科正在落实整改", "财务科", "配合情况", "已确认1/1", "已落实资金并拨付到位。");
        assertThat(page.text()).contains("/api/tasks/" + task + "/evidence/");

        Page others = Session.of(port, "parks1").get("/tasks/" + task);
        assertThat(others.status()).isEqualTo(403);
        assertThat(others.words()).contains("由其他科室承办，您无权查看");
    }
}
