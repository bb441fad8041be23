package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;

class EscalationTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 10, 0);

    private final Escalation escalation = new Escalation("通报批评", "leader2", "leading-group", LocalDate.of(2026, 11, 30));

    private void assertRefused(Runnable deed, String reason) {
        StepStatus before = escalation.status();
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason);
        assertThat(escalation.status()).isEqualTo(before);
    }

    @Test
    void confirmedItTakesEffectForTheDepartmentsHeads() {
        escalation.confirmed("leader1", " ", List.of("sanitationhead", "sanitationhead2"), NOW);
        assertThat(escalation.status()).isEqualTo(StepStatus.CONFIRMED);
        assertThat(escalation.decidedBy()).isEqualTo("leader1");
        assertThat(escalation.opinion()).isNull();
        assertThat(escalation.concerned()).isEqualTo("sanitationhead sanitationhead2");
    }

    @Test
    void declinedItNeedsAnOpinion() {
        assertRefused(() -> escalation.declined("leader1", " ", NOW), "填写意见");
        assertRefused(() -> escalation.declined("leader1", null, NOW), "填写意见");
        assertRefused(() -> escalation.declined("leader1", "长".repeat(2001), NOW), "最多2000字");
        escalation.declined("leader1", " 已约定期限 ", NOW);
        assertThat(escalation.status()).isEqualTo(StepStatus.DECLINED);
        assertThat(escalation.opinion()).isEqualTo("已约定期限");
    }

    @Test
    void theLeadLeaderDecidesNothingAboutHisOwnTask() {
        assertRefused(() -> escalation.confirmed("leader2", "同意", List.of(), NOW), "责任领导");
        assertRefused(() -> escalation.declined("leader2", "不必", NOW), "责任领导");
    }

    @Test
    void itIsDecidedOnce() {
        escalation.lapsed("五个工作日内无人确认", NOW);
        assertThat(escalation.status()).isEqualTo(StepStatus.LAPSED);
        assertThat(escalation.opinion()).isEqualTo("五个工作日内无人确认");
        assertThat(escalation.decidedBy()).isNull();
        assertRefused(() -> escalation.confirmed("leader1", "同意", List.of(), NOW), "已失效");
        assertRefused(() -> escalation.declined("leader1", "不必", NOW), "已失效");
        assertRefused(() -> escalation.lapsed("再次", NOW), "已失效");
        assertRefused(escalation::begun, "不能手工或重复发起");
    }

    @Test
    void itIsAskedOnce() {
        escalation.begun();
        assertRefused(escalation::begun, "不能手工或重复发起");
    }

    @Test
    void aKeyIsReadStrictly() {
        assertThat(Escalation.idIn(Escalation.key(12))).contains(12L);
        for (String other : new String[] {null, "", "LS-", "12", "LS-x", "LS-1-2", "LS-99999999999999999999"}) assertThat(Escalation.idIn(other)).isEmpty();
    }
}
