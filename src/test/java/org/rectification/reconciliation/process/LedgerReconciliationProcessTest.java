package org.rectification.reconciliation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** bpmn/ledger-reconciliation.bpmn, and where its result is read. */
@OnH2
class LedgerReconciliationProcessTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;

    @BeforeEach
    void engine(@Autowired ProcessEngine engine) {
        init(engine);
    }

    @Test
    void whatANightFindsIsKnownInTheMorning() {
        Desk desk = new Desk(context);
        String caseNumber = desk.launchedCase(1);
        String page = "/cases/" + caseNumber + "/reconciliation";
        night();
        assertThat(Session.of(port, "office1").get(page).words()).contains("最近一次", "，全部相符");
        assertThat(found(caseNumber).get("exceptions").asInt()).isZero();

        runtime.deleteProcessInstance(desk.instance(Desk.taskNumber(caseNumber, 1)).getId(), "lost");
        night();
        assertThat(Session.of(port, "office1").get(page).words()).contains("，1处不符");
        assertThat(found(caseNumber).get("firstOfThem").asText()).contains("流程中有0个在办事项");
    }

    private void night() {
        Job timer = management.createJobQuery().timers().activityId("StartEvent_Nightly").singleResult();
        List<String> before = nights().stream().map(ProcessInstance::getId).toList();
        management.executeJob(timer.getId());
        ProcessInstance night = nights().stream().filter(each -> !before.contains(each.getId())).findFirst().orElseThrow();
        management.executeJob(management.createJobQuery().processInstanceId(night.getId()).activityId("Task_ReconcileLedgers").singleResult().getId());
        BpmnAwareTests.assertThat(night).hasPassedInOrder("StartEvent_Nightly", "Task_ReconcileLedgers", "EndEvent_Reconciled").isEnded();
    }

    private List<ProcessInstance> nights() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("ledger-reconciliation").list();
    }

    private JsonNode found(String caseNumber) {
        return StreamSupport.stream(new Bureau(port, management).as("admin").get("/api/oversight").json().get("cases").spliterator(), false)
                .filter(each -> each.get("caseNumber").asText().equals(caseNumber)).findFirst().orElseThrow().get("night");
    }
}
