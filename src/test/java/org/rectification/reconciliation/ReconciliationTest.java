package org.rectification.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;
import org.rectification.support.Bureau;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is bent past the rules, in the database or in the engine, is found and named. */
@OnH2
class ReconciliationTest {

    @Autowired Reconciliation reconciliation;
    @Autowired JdbcClient jdbc;
    @Autowired RuntimeService runtime;
    Desk desk;
    String caseNumber;
    String open;
    String signedOff;

    @BeforeEach
    void oneOpenAndOneSignedOff(@Autowired ApplicationContext context) {
        desk = new Desk(context);
        caseNumber = desk.launchedCase(2);
        open = taskNumber(caseNumber, 1);
        signedOff = taskNumber(caseNumber, 2);
        desk.signedOff(signedOff);
    }

    @Test
    void aCaseInWhichEverybodyKeptToTheRulesIsClean() {
        assertThat(exceptions()).isEmpty();
        assertThat(reconciliation.of(caseNumber).clean()).isTrue();
        reconciliation.requireClosable(caseNumber);
    }

    @Test
    void aProblemWithoutATaskIsNamed() {
        jdbc.sql("insert into ledger.problem (version, case_number, number, aspect, title, text, origin, in_plan) values (0, ?, 2, 'x', '后来的问题', 'x', 'FEEDBACK', true)").param(caseNumber).update();

        assertFound("问题2“后来的问题”没有整改任务");
    }

    @Test
    void anOpenTaskWithoutItsProcessIsNamed() {
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().processInstanceBusinessKey(open).singleResult().getId(), "bent");

        assertFound(open + "在台账中为“落实整改中”，流程中有0个在办事项，应为1个");
    }

    @Test
    void aTaskWhoseProcessStandsElsewhereIsNamed() {
        jdbc.sql("update ledger.rectification_task set status = 'AWAITING_CHECK' where task_number = ?").param(open).update();

        assertFound(open + "在台账中为“待核查验收”，流程却停在Task_Implement");
    }

    @Test
    void aDeadlineThatTheOpenStepDoesNotKnowIsNamed() {
        LocalDate before = LocalDate.now().plusDays(40);
        jdbc.sql("update ledger.rectification_task set deadline = ? where task_number = ?").params(before.plusDays(1), open).update();

        assertFound(open + "台账时限为" + before.plusDays(1) + "，待办期限为" + before);
    }

    @Test
    void supportThatIsAwaitedWithoutItsProcessOrOtherwiseThanTheLedgerSaysIsNamed(@Autowired ApplicationContext context) {
        Desk desk = new Desk(context);
        caseNumber = desk.supportedCase(List.of("finance", "legal", "parks"), List.of("县供电公司"));
        String task = taskNumber(caseNumber, 1);
        assertThat(exceptions()).isEmpty();
        desk.support("parks", task);
        assertThat(exceptions()).isEmpty();

        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().processInstanceBusinessKey(task + ":finance").singleResult().getId(), "bent");
        jdbc.sql("update ledger.supporting_department set confirmed_at = current_timestamp where task_number = ? and department = 'legal'").param(task).update();

        assertFound(task + ":finance的配合落实情况尚未确认，流程中有0个在办事项，应为1个", task + ":legal无须确认配合落实情况，却有在办流程");
    }

    @Test
    void anItemStruckOffByHandIsNamedByEveryRuleItBreaks() {
        jdbc.sql("update ledger.rectification_task set status = 'SIGNED_OFF' where task_number = ?").param(open).update();

        assertFound(open + "已销号，流程却仍停在Task_Implement", open + "已销号，但报验、审签、核查、销号四人或所依据的佐证材料不符", "案件记录未销号1项，台账中实有0项");
    }

    @Test
    void aMissingDecisionIsNamed() {
        jdbc.sql("delete from ledger.task_decision where task_number = ? and role = 'CHECKER'").param(signedOff).update();

        assertFound(signedOff + "已销号，但报验、审签、核查、销号四人或所依据的佐证材料不符");
    }

    @Test
    void evidenceWhoseBytesChangedIsNamed() {
        jdbc.sql("update ledger.evidence_chunk set bytes = ? where evidence_id = (select id from ledger.evidence where task_number = ?)").params(Bureau.pdf("forged"), signedOff).update();

        assertFound(signedOff + "的佐证材料“记录.pdf”与存入时不一致");
    }

    @Test
    void evidenceWhoseHashWasChangedAlongIsNamed() {
        jdbc.sql("update ledger.evidence set sha256 = ? where task_number = ?").params("0".repeat(64), signedOff).update();

        assertFound(signedOff + "已销号，但报验、审签、核查、销号四人或所依据的佐证材料不符", signedOff + "的佐证材料“记录.pdf”与存入时不一致");
    }

    @Test
    void aWrongCountOfOpenTasksIsNamed() {
        jdbc.sql("update ledger.rectification_case set open_tasks = 2 where case_number = ?").param(caseNumber).update();

        assertFound("案件记录未销号2项，台账中实有1项");
    }

    @Test
    void aRequestForMoreTimeWithoutItsProcessIsNamed() {
        String key = desk.askForExtension("sanitation1", open, 30);
        assertThat(exceptions()).isEmpty();
        runtime.deleteProcessInstance(desk.instance(key).getId(), "bent");

        assertFound(key + "在台账中尚未办结，流程中有0个在办事项，应为1个");
    }

    @Test
    void aBlockedTaskRunsOnBesideTheProcessThatBlocksIt() {
        String key = desk.reportBlocked("sanitation1", open);
        assertThat(exceptions()).isEmpty();
        desk.complete("leader1", key, "Task_ApproveBlocked", Map.of("blockedApproved", true));
        assertThat(exceptions()).isEmpty();

        jdbc.sql("update ledger.rectification_task set status = 'IN_PROGRESS' where task_number = ?").param(open).update();
        assertFound(open + "已认定为客观受阻，在台账中却为“落实整改中”", open + "台账时限为" + LocalDate.now().plusDays(40) + "，待办期限为null");
        jdbc.sql("update ledger.rectification_task set status = 'BLOCKED' where task_number = ?").param(open).update();
        jdbc.sql("update ledger.task_block set status = 'RESUMED' where block_key = ?").param(key).update();
        assertFound(key + "在台账中已办结或不存在，却有在办流程", open + "在台账中为“客观受阻”，却没有领导小组的认定");
    }

    @Test
    void aLookBackWithoutItsProcessAndAReboundThatWasNeverIssuedAreNamed() {
        desk.signedOff(open);
        desk.runJobs(caseNumber);
        desk.summarise(caseNumber);
        desk.approveBulletin(caseNumber, true);
        desk.beginLookBack(caseNumber);
        desk.lookBack(open, false);
        assertThat(exceptions()).isEmpty();

        jdbc.sql("delete from ledger.task_launch where task_number = ? and round = 2").param(open).update();
        runtime.deleteProcessInstance(desk.instance(signedOff).getId(), "bent");
        assertFound(signedOff + "在台账中尚未办结，流程中有0个在办事项，应为1个", open + "经回头看认定反弹，却没有重新下达");
    }

    private void assertFound(String... exceptions) {
        assertThat(exceptions()).containsExactlyInAnyOrder(exceptions);
        assertThat(reconciliation.of(caseNumber).clean()).isFalse();
        assertThatThrownBy(() -> reconciliation.requireClosable(caseNumber)).isInstanceOf(Refusal.class).hasMessageContaining("台账核对有" + exceptions.length + "处不符");
    }

    private List<String> exceptions() {
        return reconciliation.of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream()).toList();
    }
}
