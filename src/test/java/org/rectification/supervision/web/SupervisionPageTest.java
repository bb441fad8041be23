package org.rectification.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 督导检查 and 监督建议 on the pages of a case, a campaign and a task. */
@OnH2
class SupervisionPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    @Test
    void theTeamOpensACampaignOnTheCasesPageAndEverybodyConcernedFollowsIt() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(1);
        String page = "/cases/" + caseNumber;
        Session checker = Session.of(port, "supervisor1");
        assertThat(checker.get(page).words()).contains("还没有开展过督导检查", "发起督导检查", "环境卫生科");
        assertThat(Session.of(port, "office1").get(page).text()).doesNotContain("id=\"campaigns\"", "id=\"proposals\"");

        Page refused = checker.submit(page + "/campaigns", Map.of("title", "专项检查", "checkOn", ""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.words()).contains("请填写检查日期", "请至少选择一个科室或问题");
        assertThat(refused.text()).contains("value=\"专项检查\"");
        Page opened = checker.submit(page + "/campaigns", Map.of("title", "专项检查", "checkOn", LocalDate.now().toString(), "departments", List.of("sanitation", "finance")));
        assertThat(opened.words()).contains("专项检查", "已查0/2个科室", "检查中");

        String key = caseNumber + "-DC-1:sanitation";
        bureau.as("supervisor1").post("/api" + page + "/campaigns/1/sanitation/findings", Map.of("text", "台账缺记录", "taskNumber", taskNumber(caseNumber, 1)));
        done(bureau.as("supervisor1").complete(key, "Task_RecordFindings", Map.of("findingsFound", true, "correctionDays", "5")));
        assertThat(Session.of(port, "office1").get(page + "/campaigns/1").words()).contains("环境卫生科", "财务科", "台账缺记录", "检查问题整改中", "待现场检查");
        Page own = Session.of(port, "sanitation1").get(page + "/campaigns/1");
        assertThat(own.words()).contains("台账缺记录", "去办理").doesNotContain("财务科");
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + taskNumber(caseNumber, 1)).words()).contains("督导检查发现的问题", "台账缺记录");
        assertThat(Session.of(port, "sanitation1").get("/").words()).contains("整改检查问题", "环境卫生科 专项检查");
        assertThat(Session.of(port, "parks1").get(page + "/campaigns/1").words()).contains("未涉及本科室");

        assertThat(Session.of(port, "office1").get(page + "/campaigns/1").words()).doesNotContain("不再检查部分或全部");
        Page kept = checker.submit(page + "/campaigns/1/calling-off", Map.of("departments", List.of("finance", "sanitation"), "reason", "并入审计检查"));
        assertThat(kept.words()).contains("已记录检查发现的问题，不能取消", "待现场检查");
        assertThat(kept.text()).contains("value=\"并入审计检查\"");
        assertThat(checker.submit(page + "/campaigns/1/calling-off", Map.of("departments", "finance", "reason", " ")).words()).contains("请填写取消的原因");
        assertThat(checker.submit(page + "/campaigns/1/calling-off", Map.of("departments", "finance", "reason", "并入审计检查")).words()).contains("不再检查", "并入审计检查（何志远", "1/1 已检查科室")
                .doesNotContain("不再检查部分或全部");
        assertThat(Session.of(port, "supervisor2").get("/").words()).doesNotContain("财务科：专项检查");
    }

    @Test
    void theDisciplineInspectionProposesOnTheCasesPage() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(1);
        String page = "/cases/" + caseNumber;
        Session inspector = Session.of(port, "discipline1");
        assertThat(inspector.get(page).words()).contains("提出监督建议", "全单位（由整改办答复）");
        Page refused = inspector.uploadPart(page + "/proposals", Map.of("title", "规范台账", "text", "", "answerDueOn", ""), "a.pdf", pdf("a"));
        assertThat(refused.words()).contains("请填写监督建议", "请填写答复期限");
        Page filed = inspector.uploadPart(page + "/proposals", Map.of("title", "规范台账", "text", "建议统一格式。", "department", "sanitation", "task", taskNumber(caseNumber, 1),
                "answerDueOn", LocalDate.now().plusDays(9).toString()), "建议书.pdf", pdf("a"));
        assertThat(filed.words()).contains(caseNumber + "-JY-1 · 对环境卫生科", "建议书.pdf", "等待环境卫生科负责人答复");
        assertThat(Session.of(port, "sanitationhead").get("/").words()).contains("答复监督建议", "规范台账");
        assertThat(Session.of(port, "sanitationhead").get("/tasks/" + taskNumber(caseNumber, 1)).words()).contains("监督建议", "建议统一格式。");
        done(bureau.as("sanitationhead").complete(caseNumber + "-JY-1", "Task_AnswerProposal", Map.of("answer", "已统一。")));
        assertThat(inspector.get(page).words()).contains("第1次答复", "已统一。", "等待派驻纪检监察组审核答复");
    }
}
