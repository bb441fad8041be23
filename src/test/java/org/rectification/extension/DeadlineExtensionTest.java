package org.rectification.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal;

class DeadlineExtensionTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 9, 0);
    private static final String LEAD_LEADER = "leader2";

    private final DeadlineExtension extension = new DeadlineExtension("HZ-2021-01-03-02", 1, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31), "采购流标", "sanitation1", AT);

    @Test
    void threePeopleLeadToALaterDeadline() {
        assertThat(extension.extensionKey()).isEqualTo("HZ-2021-01-03-02:E1");
        extension.begun();
        extension.endorsed("sanitationhead", true, " 同意 ", AT);
        assertThat(extension.status()).isEqualTo(ExtensionStatus.ENDORSED);
        extension.decided("leader1", LEAD_LEADER, true, null, AT.plusDays(30));

        assertThat(extension.status()).isEqualTo(ExtensionStatus.APPROVED);
        assertThat(extension.endorsementOpinion()).isEqualTo("同意");
        assertThat(extension.decidedBy()).isEqualTo("leader1");
        assertThat(extension.opinion()).isNull();
    }

    @Test
    void eitherSignatureMayBeRefusedAndSaysWhy() {
        extension.endorsed("sanitationhead", false, "仍可按期完成", AT);
        assertThat(extension.status()).isEqualTo(ExtensionStatus.REFUSED);
        assertThat(extension.decidedBy()).isNull();

        DeadlineExtension other = endorsed();
        other.decided("leader1", LEAD_LEADER, false, "理由不充分", AT);
        assertThat(other.status()).isEqualTo(ExtensionStatus.REFUSED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void aRefusalWithoutAReasonIsRefused(String opinion) {
        assertRefused(() -> extension.endorsed("sanitationhead", false, opinion, AT), "不同意时请填写意见");
        assertThat(extension.status()).isEqualTo(ExtensionStatus.REQUESTED);
    }

    @Test
    void theSamePersonNeverSignsTwice() {
        assertRefused(() -> extension.endorsed("sanitation1", true, null, AT), "由您提出，申请、审签、审定须由三个不同的人办理");
        DeadlineExtension endorsed = endorsed();
        assertRefused(() -> endorsed.decided("sanitation1", LEAD_LEADER, true, null, AT), "由您提出");
        assertRefused(() -> endorsed.decided("sanitationhead", LEAD_LEADER, true, null, AT), "由您审签");
        assertRefused(() -> endorsed.decided(LEAD_LEADER, LEAD_LEADER, true, null, AT), "您是本任务的责任领导");
        assertThat(endorsed.status()).isEqualTo(ExtensionStatus.ENDORSED);
    }

    @Test
    void stepsAreTakenInOrderAndOnce() {
        assertRefused(() -> extension.decided("leader1", LEAD_LEADER, true, null, AT), "当前为“待审签”，不能审定");
        DeadlineExtension endorsed = endorsed();
        assertRefused(() -> endorsed.endorsed("sanitationhead", true, null, AT), "当前为“待审定”，不能审签");
        endorsed.decided("leader1", LEAD_LEADER, true, null, AT);
        assertRefused(() -> endorsed.decided("leader3", LEAD_LEADER, false, "不", AT), "当前为“已批准”");
        extension.begun();
        assertRefused(extension::begun, "不能手工或重复发起");
    }

    private static DeadlineExtension endorsed() {
        DeadlineExtension extension = new DeadlineExtension("HZ-2021-01-03-02", 2, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31), "采购流标", "sanitation1", AT);
        extension.endorsed("sanitationhead", true, null, AT);
        return extension;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String reason) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
