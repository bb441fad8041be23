package org.rectification.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;

/** What a campaign and a department in it may go through. */
class DepartmentCheckTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 18, 10, 0);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 2);

    private final DepartmentCheck check = new DepartmentCheck("T-1-DC-1", "sanitation");

    @Test
    void whatIsFoundIsPutRightAndRecheckedUntilItIsEnough() {
        check.found("supervisor1", 10, DUE, NOW);
        assertThat(check.status()).isEqualTo(CheckStatus.CORRECTING);
        assertThat(check.correctionDueOn()).isEqualTo(DUE);
        check.corrected("sanitation1", NOW);
        assertRefused(() -> check.returned("supervisor1", Set.of("sanitation1"), " ", DUE), "退回时请填写意见");
        check.returned("supervisor1", Set.of("sanitation1"), "照片不清", DUE.plusDays(14));
        assertThat(check.returns()).isEqualTo(1);
        assertThat(check.correctionDueOn()).isEqualTo(DUE.plusDays(14));
        check.corrected("sanitation2", NOW);
        check.passed("supervisor1", Set.of("sanitation1"), null);
        assertThat(check.status()).isEqualTo(CheckStatus.CORRECTED);
    }

    @Test
    void whoeverHadAHandInTheCorrectionDoesNotRecheckIt() {
        check.found("supervisor1", 10, DUE, NOW);
        check.corrected("both1", NOW);
        assertRefused(() -> check.passed("both1", Set.of(), null), "须由其他人复查");
        assertRefused(() -> check.passed("both2", Set.of("both2"), null), "须由其他人复查");
        assertRefused(() -> check.returned("both2", Set.of("both2"), "不行", DUE), "须由其他人复查");
        assertThat(check.status()).isEqualTo(CheckStatus.RECHECKING);
    }

    @Test
    void nothingIsDoneOutOfTurn() {
        assertRefused(() -> check.corrected("sanitation1", NOW), "当前为“待现场检查”，不能提交整改情况");
        assertRefused(() -> check.passed("supervisor1", Set.of(), null), "不能复查");
        assertRefused(check::requireCorrecting, "不能填写整改情况");
        check.nothingFound("supervisor1", NOW);
        assertThat(check.status().isOpen()).isFalse();
        assertRefused(check::requireRecording, "当前为“未发现问题”");
        assertRefused(() -> check.found("supervisor1", 10, DUE, NOW), "当前为“未发现问题”");
    }

    @Test
    void onlyWhereNobodyHasBeenIsCalledOff() {
        check.calledOff("supervisor2", "并入审计检查", NOW);
        assertThat(check.status()).isEqualTo(CheckStatus.CALLED_OFF);
        assertThat(check.status().isOpen()).isFalse();
        assertThat(check).extracting(DepartmentCheck::callOffReason, DepartmentCheck::calledOffBy, DepartmentCheck::calledOffAt).containsExactly("并入审计检查", "supervisor2", NOW);
        assertRefused(() -> check.found("supervisor1", 10, DUE, NOW), "当前为“不再检查”");
        DepartmentCheck visited = new DepartmentCheck("T-1-DC-1", "finance");
        visited.found("supervisor1", 10, DUE, NOW);
        assertRefused(() -> visited.calledOff("supervisor2", "并入审计检查", NOW), "当前为“检查问题整改中”，不能取消");
    }

    @Test
    void eachBeginsOnce() {
        Campaign campaign = new Campaign("T-1", 1, "检查", DUE, List.of(3, 1), null, "supervisor1", NOW);
        assertThat(campaign.campaignNumber()).isEqualTo("T-1-DC-1");
        assertThat(campaign.problems()).containsExactly(3, 1);
        campaign.begun();
        assertRefused(campaign::begun, "不能手工或重复发起");
        check.begun();
        assertRefused(check::begun, "不能手工或重复发起");
    }

    @Test
    void aCampaignIsSummedUpOnceAllAreThrough() {
        Campaign campaign = new Campaign("T-1", 1, "检查", DUE, List.of(), null, "supervisor1", NOW);
        assertRefused(() -> campaign.summarised("supervisor1", "情况", 2, NOW), "还有2个科室没有查完");
        assertRefused(() -> campaign.summarised("supervisor1", " ", 0, NOW), "请填写督导情况");
        campaign.summarised("supervisor1", "情况", 0, NOW);
        assertRefused(() -> campaign.summarised("supervisor1", "情况", 0, NOW), "已办结");
    }

    static void assertRefused(ThrowingCallable deed, String reason) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
