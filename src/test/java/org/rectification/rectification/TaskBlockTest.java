package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;

class TaskBlockTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 9, 0);
    private static final LocalDate TODAY = AT.toLocalDate();
    private static final BlockDraft DRAFT = new BlockDraft("用地手续未批复", "市自然资源局", "2026-11-10", "城管函〔2026〕12号", "先行围挡", "2026-12-21");
    private static final String LEAD_LEADER = "leader2";

    private final TaskBlock block = new TaskBlock("HZ-2021-01-03-02", 1, DRAFT.checked(TODAY, TODAY.plusDays(180)), "sanitation1", AT);

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        assertThatThrownBy(() -> BlockDraft.EMPTY.checked(TODAY, TODAY.plusDays(180))).isInstanceOf(Refusal.class)
                .hasMessageContainingAll("受阻原因", "涉及的外部单位", "去函日期", "去函文号", "过渡措施", "复核日期");
        assertThatThrownBy(() -> new BlockDraft("a", "b", "2026-11-22", "c", "d", "2026-11-21").checked(TODAY, TODAY.plusDays(180))).isInstanceOf(Refusal.class)
                .hasMessageContainingAll("去函日期2026-11-22晚于今天", "复核日期须晚于今天");
        assertThatThrownBy(() -> new BlockDraft("a", "b", "2026-11-20", "c", "d", "2036-11-01").checked(TODAY, TODAY.plusDays(180))).isInstanceOf(Refusal.class)
                .hasMessageContaining("复核日期最迟为" + TODAY.plusDays(180));
    }

    @Test
    void aBlockLastsFromItsApprovalToTheReviewThatEndsIt() {
        assertThat(block.blockKey()).isEqualTo("HZ-2021-01-03-02:B1");
        assertThat(block.pausedDays(TODAY)).isZero();
        block.decided("leader1", LEAD_LEADER, true, null, AT);
        assertThat(block.status()).isEqualTo(BlockStatus.BLOCKED);
        assertThat(block.pausedDays(TODAY.plusDays(7))).isEqualTo(7);

        BlockReview first = block.reviewed("office1", true, "2027-01-21", "尚未批复", 180, AT.plusDays(30));
        assertThat(first.nextReviewOn()).isEqualTo(block.reviewOn()).isEqualTo("2027-01-21");
        BlockReview last = block.reviewed("office1", false, "不用填", "已批复", 180, AT.plusDays(60));
        assertThat(last.nextReviewOn()).isNull();
        assertThat(block.status()).isEqualTo(BlockStatus.RESUMED);
        assertThat(block.pausedDays(TODAY.plusDays(999))).isEqualTo(60);
    }

    @Test
    void neitherWhoAskedNorTheLeadLeaderDecides() {
        assertRefused(() -> block.decided("sanitation1", LEAD_LEADER, true, null, AT), "由您申请，须由他人认定");
        assertRefused(() -> block.decided(LEAD_LEADER, LEAD_LEADER, true, null, AT), "您是本任务的责任领导");
        assertRefused(() -> block.decided("leader1", LEAD_LEADER, false, " ", AT), "不予认定时请填写意见");
        block.decided("leader1", LEAD_LEADER, false, "可以协调", AT);
        assertThat(block.status()).isEqualTo(BlockStatus.REFUSED);
        assertThat(block.pausedDays(TODAY.plusDays(9))).isZero();
        assertRefused(() -> block.decided("leader3", LEAD_LEADER, true, null, AT), "当前为“不予认定”，不能认定");
    }

    @Test
    void aReviewSaysWhatItFoundAndWhenTheNextOneIs() {
        assertRefused(() -> block.reviewed("office1", false, null, "已批复", 180, AT), "当前为“待认定”，不能复核");
        block.decided("leader1", LEAD_LEADER, true, null, AT);
        assertRefused(() -> block.reviewed("sanitation1", false, null, "已批复", 180, AT), "须由他人复核");
        assertRefused(() -> block.reviewed("office1", true, "2026-11-21", "", 180, AT), "请填写复核情况；下次复核日期须晚于今天");
        assertRefused(() -> block.reviewed("office1", true, null, "尚未批复", 180, AT), "请填写下次复核日期");
        assertRefused(() -> block.reviewed("office1", true, "2036-01-01", "尚未批复", 180, AT), "一次认定最长180天，到" + TODAY.plusDays(180) + "为止");
        assertThat(block.reviewOn()).isEqualTo("2026-12-21");
    }

    @Test
    void aReviewIsBroughtForwardOnce() {
        assertRefused(() -> block.reviewBroughtForward(TODAY), "当前为“待认定”");
        block.decided("leader1", LEAD_LEADER, true, null, AT);
        assertThat(block.isUnderReview(TODAY)).isFalse();
        block.reviewBroughtForward(TODAY);
        assertThat(block.isUnderReview(TODAY)).isTrue();
        assertRefused(() -> block.reviewBroughtForward(TODAY), "整改办正在复核，不必再申请");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String reason) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }
}
