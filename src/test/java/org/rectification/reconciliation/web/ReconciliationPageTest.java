package org.rectification.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnH2
class ReconciliationPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;

    @Test
    void everyRuleIsShownWithWhatBreaksIt() {
        String caseNumber = new Bureau(port, management).launchedCase(1);
        Session auditor = Session.of(port, "auditor1");
        String page = "/cases/" + caseNumber + "/reconciliation";
        assertThat(auditor.get(page).words()).contains("账实相符", "每个问题都有整改任务", "核对1项，全部相符");

        jdbc.sql("update ledger.rectification_task set status = 'AWAITING_CHECK' where task_number = ?").param(taskNumber(caseNumber, 1)).update();
        assertThat(auditor.get(page).words()).contains("有不符之处", "1处不符", "流程却停在");
        assertThat(Session.of(port, "sanitation1").get(page).status()).isEqualTo(403);
    }
}
