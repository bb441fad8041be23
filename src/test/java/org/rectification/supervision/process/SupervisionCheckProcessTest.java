package org.rectification.supervision.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.CheckStatus;
import org.rectification.supervision.DepartmentChecks;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way through bpmn/supervision-check.bpmn and bpmn/department-check.bpmn. */
@OnH2
class SupervisionCheckProcessTest {

    @Autowired ApplicationContext context;
    @Autowired RuntimeService runtime;
    @Autowired Campaigns campaigns;
    @Autowired DepartmentChecks checks;
    @Autowired Organization organization;
    @Autowired Reconciliation reconciliation;
    Desk desk;
    String caseNumber;
    String campaign;

    @BeforeEach
    void desk(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        caseNumber = desk.launchedCase(1);
    }

    @Test
    void departmentsThatAreNotVisitedAnyMoreLeaveTheRestToTheSummary() {
        open("sanitation", "finance");
        desk.complete("supervisor1", campaign + ":finance", "Task_RecordFindings", Map.of("findingsFound", false));
        ProcessInstance sanitation = desk.instance(campaign + ":sanitation");
        campaigns.calledOff(campaign, List.of("sanitation"), "并入审计检查", organization.person("supervisor2"));
        assertThat(sanitation).hasPassedInOrder("BoundaryEvent_CheckCalledOff", "EndEvent_NotChecked").hasNotPassed("Gateway_FindingsFound").isEnded();
        clean();
        desk.runJobs(caseNumber);
        assertThat(desk.instance(campaign)).isWaitingAtExactly("Task_SummariseCampaign");
    }

    @Test
    void aCaseClosesOnlyAfterItsCampaignsAndThenByItself() {
        desk.signedOff(Desk.taskNumber(caseNumber, 1));
        desk.runJobs(caseNumber);
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        open("sanitation");
        desk.beginLookBack(caseNumber);
        desk.lookBack(Desk.taskNumber(caseNumber, 1), true);
        desk.runJob(Desk.taskNumber(caseNumber, 1), "Task_AnnounceLookBacks");
        ProcessInstance ofCase = desk.instance(caseNumber);
        for (int attempt = 0; attempt < 5; attempt++) assertThatThrownBy(() -> desk.runJob(caseNumber, "Task_CloseCase")).hasStackTraceContaining("还有1项工作没有办结").hasStackTraceContaining(campaign);
        org.assertj.core.api.Assertions.assertThat(desk.job(caseNumber, "Task_CloseCase").getRetries()).isZero();

        campaigns.calledOff(campaign, List.of("sanitation"), "已并入回头看", organization.person("supervisor1"));
        desk.runJob(campaign, "CallActivity_CheckDepartment");
        desk.complete("supervisor2", campaign, "Task_SummariseCampaign", Map.of("campaignSummary", "没有进行。"));
        org.assertj.core.api.Assertions.assertThat(desk.job(caseNumber, "Task_CloseCase").getRetries()).as("it is tried again").isOne();
        desk.runJob(caseNumber, "Task_CloseCase");
        assertThat(ofCase).hasPassed("EndEvent_CaseClosed").isEnded();
    }

    @Test
    void eachDepartmentGoesItsOwnWayAndTheLastOneLeadsToTheSummary() {
        open("sanitation", "finance");
        ProcessInstance whole = desk.instance(campaign);
        ProcessInstance sanitation = desk.instance(campaign + ":sanitation");
        ProcessInstance finance = desk.instance(campaign + ":finance");
        assertThat(whole).hasPassed("StartEvent_CampaignOpened").isWaitingAt("CallActivity_CheckDepartment");
        assertThat(sanitation).isWaitingAtExactly("Task_RecordFindings");
        clean();

        desk.complete("supervisor1", campaign + ":finance", "Task_RecordFindings", Map.of("findingsFound", false, "correctionDays", "10"));
        assertThat(finance).hasPassedInOrder("Gateway_FindingsFound", "EndEvent_NothingFound").hasNotPassed("Gateway_CorrectionStart").isEnded();
        desk.runJobs(caseNumber);
        assertThat(whole).isWaitingAt("CallActivity_CheckDepartment").hasNotPassed("Task_SummariseCampaign").isNotWaitingAt("Task_SummariseCampaign");
        clean();

        desk.recordFinding(campaign + ":sanitation", null);
        desk.complete("supervisor1", campaign + ":sanitation", "Task_RecordFindings", Map.of("findingsFound", true, "correctionDays", "3"));
        assertThat(sanitation).hasPassedInOrder("Gateway_FindingsFound", "Gateway_CorrectionStart").isWaitingAtExactly("Task_CorrectFindings");
        clean();
        desk.correctFindings("sanitation1", campaign + ":sanitation");
        assertThat(sanitation).isWaitingAtExactly("Task_RecheckFindings");
        recheck(false);
        assertThat(sanitation).hasPassed("Gateway_RecheckPassed").isWaitingAtExactly("Task_CorrectFindings");
        clean();
        desk.complete("sanitation2", campaign + ":sanitation", "Task_CorrectFindings", Map.of());
        recheck(true);
        assertThat(sanitation).hasPassed("EndEvent_FindingsCorrected").isEnded();
        org.assertj.core.api.Assertions.assertThat(checks.check(campaign + ":sanitation").status()).isEqualTo(CheckStatus.CORRECTED);
        clean();

        desk.runJobs(caseNumber);
        assertThat(whole).hasPassed("CallActivity_CheckDepartment").isWaitingAtExactly("Task_SummariseCampaign");
        desk.complete("supervisor2", campaign, "Task_SummariseCampaign", Map.of("campaignSummary", "总体较好。"));
        assertThat(whole).hasPassed("EndEvent_CampaignClosed").isEnded();
        clean();
    }

    @Test
    void aCheckIsStartedByItsCampaignAloneAndACampaignByThePageAlone() {
        open("sanitation");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("supervision-check", campaign)).hasStackTraceContaining("不能手工或重复发起");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("supervision-check", caseNumber + "-DC-9")).hasStackTraceContaining("没有编号为");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("department-check", campaign + ":sanitation")).hasStackTraceContaining("不能手工或重复发起");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("department-check")).hasStackTraceContaining("没有编号为");
    }

    @Test
    void anInstanceThatIsMissingOrTooManyIsNoticed() {
        open("sanitation");
        runtime.deleteProcessInstance(desk.instance(campaign + ":sanitation").getId(), "lost");
        org.assertj.core.api.Assertions.assertThat(exceptions()).anyMatch(each -> each.contains(campaign + ":sanitation在台账中为“待现场检查”，流程中有0个"));
    }

    private void open(String... departments) {
        campaign = desk.openCampaign(caseNumber, List.of(departments));
    }

    private void recheck(boolean passed) {
        desk.complete("supervisor2", campaign + ":sanitation", "Task_RecheckFindings", Map.of("recheckPassed", passed, "opinion", "意见"));
    }

    private void clean() {
        org.assertj.core.api.Assertions.assertThat(exceptions()).isEmpty();
    }

    private List<String> exceptions() {
        return reconciliation.of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream()).toList();
    }
}
