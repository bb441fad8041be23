package org.rectification.extension.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.rectification.support.Desk.taskNumber;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.extension.ExtensionStatus;
import org.rectification.extension.Extensions;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way through bpmn/deadline-extension.bpmn. */
@OnH2
class DeadlineExtensionProcessTest {

    @Autowired ApplicationContext context;
    @Autowired Extensions extensions;
    Desk desk;
    String key;
    ProcessInstance instance;

    @BeforeEach
    void aRequest(@Autowired ProcessEngine engine) {
        init(engine);
        desk = new Desk(context);
        String task = taskNumber(desk.launchedCase(1), 1);
        key = desk.askForExtension("sanitation1", task, 30);
        instance = desk.instance(key);
    }

    @Test
    void approved() {
        assertThat(instance).hasPassed("StartEvent_ExtensionRequested").isWaitingAtExactly("Task_EndorseExtension");
        endorse(true);
        assertThat(instance).hasPassed("Gateway_ExtensionEndorsed").isWaitingAtExactly("Task_ApproveExtension");
        approve(true);
        assertThat(instance).hasPassedInOrder("Gateway_ExtensionApproved", "EndEvent_ExtensionApproved").hasNotPassed("Gateway_ExtensionRefused").isEnded();
        assertThat(extensions.extension(key).status()).isEqualTo(ExtensionStatus.APPROVED);
    }

    @Test
    void notEndorsed() {
        endorse(false);
        assertThat(instance).hasPassedInOrder("Gateway_ExtensionEndorsed", "Gateway_ExtensionRefused", "EndEvent_ExtensionRefused").hasNotPassed("Task_ApproveExtension").isEnded();
        assertThat(extensions.extension(key).status()).isEqualTo(ExtensionStatus.REFUSED);
    }

    @Test
    void notApproved() {
        endorse(true);
        approve(false);
        assertThat(instance).hasPassedInOrder("Gateway_ExtensionApproved", "Gateway_ExtensionRefused", "EndEvent_ExtensionRefused").isEnded();
        assertThat(extensions.extension(key).status()).isEqualTo(ExtensionStatus.REFUSED);
        assertThat(desk.instance(extensions.extension(key).taskNumber())).isWaitingAtExactly("Task_Implement");
    }

    private void endorse(boolean endorsed) {
        desk.complete("sanitationhead", key, "Task_EndorseExtension", Map.of("extensionEndorsed", endorsed, "opinion", "审签意见"));
    }

    private void approve(boolean approved) {
        desk.complete("leader1", key, "Task_ApproveExtension", Map.of("extensionApproved", approved, "opinion", "审定意见"));
    }
}
