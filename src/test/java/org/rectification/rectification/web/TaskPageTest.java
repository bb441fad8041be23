package org.rectification.rectification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.WorkingDays;
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
    void aHandlerTicksAMeasureWithOneClickAndTakesItBack() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        Session clerk = Session.of(port, "sanitation1");
        String today = LocalDate.now().toString();
        assertThat(clerk.get("/tasks/" + task).words()).contains("已完成0/2", "登记第1条措施完成", "其他日期", "附佐证");

        Page ticked = clerk.submit("/tasks/" + task + "/measures/1", Map.of("doneOn", today));
        assertThat(ticked.words()).contains("已完成1/2", today + " 完成", "取消第1条措施完成");

        Page future = clerk.submit("/tasks/" + task + "/measures/2", Map.of("doneOn", "2999-01-01"));
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.headers().firstValue("HX-Reswap")).contains("outerHTML");
        assertThat(future.words()).contains("完成日期2999-01-01晚于今天", "已完成1/2");
        assertThat(future.text()).contains("value=\"2999-01-01\"");

        assertThat(clerk.submit("/tasks/" + task + "/measures/1", Map.of("doneOn", "")).words()).contains("已完成0/2");
        assertThat(clerk.submit("/tasks/" + task + "/measures/9", Map.of("doneOn", today)).words()).contains("没有第9条整改措施");
    }

    @Test
    void whoDoesNotCarryTheTaskOutReadsItsMeasures() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        assertThat(Session.of(port, "finance1").get("/tasks/" + task).words()).contains("登记第1条措施完成", "附佐证");
        for (String reader : List.of("office1", "supervisor1", "leader2")) {
            assertThat(Session.of(port, reader).get("/tasks/" + task).text()).contains("逐项落实").doesNotContain("/measures/");
        }
        Page refused = Session.of(port, "office1").submit("/tasks/" + task + "/measures/1", Map.of("doneOn", LocalDate.now().toString()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.words()).contains("您不能登记措施进展", "已完成0/2");

        bureau.submitted(task);
        Page frozen = Session.of(port, "sanitation1").get("/tasks/" + task);
        assertThat(frozen.text()).doesNotContain("/measures/");
    }

    @Test
    void aMeasureShowsItsEvidenceUntilTheRoundIsFrozen() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        Session clerk = Session.of(port, "sanitation1");
        String measure = "/tasks/" + task + "/measures/2/evidence";

        assertThat(clerk.uploadPart(measure, "清单.pdf", Bureau.pdf("清单")).words()).containsSubsequence("清单.pdf", "不再附于本条", "清单.pdf", "措施2");
        assertThat(clerk.submit(measure, Map.of()).words()).contains("请选择要上传的文件");
        long id = bureau.as("auditor1").get("/api/tasks/" + task + "/evidence").json().at("/content/0/id").asLong();
        Page chosen = clerk.submit("/tasks/" + task + "/measures/1/evidence", Map.of("id", id));
        assertThat(chosen.words()).contains("措施1").doesNotContain("措施2");
        assertThat(chosen.text()).contains("id=\"evidence-1\" hx-swap-oob=\"true\"");
        assertThat(clerk.submit("/tasks/" + task + "/measures/1/evidence/" + id + "/detachment", Map.of()).words()).doesNotContain("不再附于本条");
        assertThat(clerk.submit(measure, Map.of("id", id)).status()).isEqualTo(200);

        bureau.supported(task);
        done(bureau.as("sanitation1").complete(task, "Task_Implement", Map.of("completionStatement", "已完成。")));
        Page frozen = clerk.submit("/tasks/" + task + "/measures/1/evidence", Map.of("id", id));
        assertThat(frozen.status()).isEqualTo(409);
        done(bureau.as("sanitationhead").complete(task, "Task_Endorse", Map.of("endorsed", false, "opinion", "补充照片")));
        assertThat(clerk.submit("/tasks/" + task + "/measures/1/evidence", Map.of("id", id)).words()).contains("属于第1次报验，已固定，不能改动");
        assertThat(Session.of(port, "supervisor1").get("/tasks/" + task).words()).containsSubsequence("逐项落实", "清单.pdf", "第1次报验", "措施2");
    }

    @Test
    void aDeadlineOnADayOffSaysWhenItEnds(@Autowired WorkingDays workingDays) {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.caseInDecomposition(1);
        LocalDate off = LocalDate.now().plusDays(2);
        while (workingDays.isWorkingDay(off)) off = off.plusDays(1);
        LocalDate end = workingDays.orNext(off);
        Map<String, Object> task = new HashMap<>(Bureau.task(1));
        task.put("deadline", off.toString());
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(task))));
        done(bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        String words = "顺延至" + end.getMonthValue() + "月" + end.getDayOfMonth() + "日";
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + taskNumber(caseNumber, 1)).words()).contains("截止日逢休息日，" + words);
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber + "/ledger").words()).contains("逢休息日，" + words);
        assertThat(bureau.as("sanitation1").get("/api/tasks/" + taskNumber(caseNumber, 1)).json().get("putOffTo").asText()).isEqualTo(end.toString());
    }

    @Test
    void aMeasureTellsWhoAnswersForItAndWhatIsLate() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.caseInDecomposition(1);
        Map<String, Object> planned = new HashMap<>(Bureau.task(1));
        LocalDate late = LocalDate.now().minusDays(3);
        planned.put("measures", List.of(Map.of("text", "制定方案", "responsible", "张三", "deadline", late.toString()), Map.of("text", "逐项落实", "deadline", LocalDate.now().toString())));
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(planned))));
        done(bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        String task = taskNumber(caseNumber, 1);

        assertThat(Session.of(port, "leader2").get("/tasks/" + task).words()).contains("责任人 张三 时限 " + late + " 超期3天").containsOnlyOnce("超期");
        assertThat(Session.of(port, "sanitation1").submit("/tasks/" + task + "/measures/1", Map.of("doneOn", LocalDate.now().toString())).words()).doesNotContain("超期");
    }

    @Test
    void allThatWasReportedStandsOnThePageTheNewestFirst() {
        Page page = Session.of(port, "office1").get("/tasks/HT-2026-01-04-02");
        assertThat(page.words()).contains("历次报告", "环境卫生科 林晓", "本期无新进展", "原因：", "下一步：", "更早的");
        assertThat(page.words()).containsSubsequence("历次报告", " 报 ", "更早的");
    }

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
