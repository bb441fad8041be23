package org.rectification.supervision.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way through bpmn/supervision-proposal.bpmn. */
@OnH2
class SupervisionProposalProcessTest {

    @Autowired ApplicationContext context;
    @Autowired RuntimeService runtime;
    @Autowired Reconciliation reconciliation;
    Desk desk;
    String caseNumber;

    @BeforeEach
    void desk(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        caseNumber = desk.launchedCase(1);
    }

    @Test
    void refusedOnceThenAccepted() {
        String key = desk.fileProposal(caseNumber, "finance");
        ProcessInstance instance = desk.instance(key);
        assertThat(instance).hasPassedInOrder("StartEvent_ProposalFiled", "Gateway_AnswerStart").isWaitingAtExactly("Task_AnswerProposal");
        desk.complete("financehead", key, "Task_AnswerProposal", Map.of("answer", "已部署。"));
        assertThat(instance).isWaitingAtExactly("Task_AcceptAnswer");
        judge(key, false);
        assertThat(instance).hasPassed("Gateway_AnswerAccepted").isWaitingAtExactly("Task_AnswerProposal");
        clean();
        desk.complete("financehead", key, "Task_AnswerProposal", Map.of("answer", "已部署，年底前完成。"));
        judge(key, true);
        assertThat(instance).hasPassed("EndEvent_AnswerAccepted").isEnded();
        clean();
    }

    @Test
    void forTheWholePartyTheOfficeAnswers() {
        String key = desk.fileProposal(caseNumber, "");
        desk.complete("office1", key, "Task_AnswerProposal", Map.of("answer", "已部署。"));
        judge(key, true);
        clean();
    }

    @Test
    void itIsStartedByThePageAlone() {
        String key = desk.fileProposal(caseNumber, "finance");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("supervision-proposal", key)).hasStackTraceContaining("不能手工或重复发起");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("supervision-proposal")).hasStackTraceContaining("没有编号为");
    }

    private void judge(String key, boolean accepted) {
        desk.complete("discipline1", key, "Task_AcceptAnswer", Map.of("answerAccepted", accepted, "opinion", "意见"));
    }

    private void clean() {
        org.assertj.core.api.Assertions.assertThat(reconciliation.of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream())).isEmpty();
    }
}
