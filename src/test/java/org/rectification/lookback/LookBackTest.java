package org.rectification.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.lookback.LookBackStatus.AWAITED;
import static org.rectification.lookback.LookBackStatus.HELD;
import static org.rectification.lookback.LookBackStatus.REBOUNDED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;

class LookBackTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 22, 9, 0);

    private final LookBack lookBack = new LookBack("HZ-2021-01", 1, "HZ-2021-01-03-02", 2);

    @Test
    void whatHasHeldNeedsNoWords() {
        lookBack.decided("supervisor1", true, " ", "", AT);

        assertThat(lookBack.status()).isEqualTo(HELD);
        assertThat(lookBack.decidedBy()).isEqualTo("supervisor1");
        assertThat(lookBack.opinion()).isNull();
        assertThat(lookBack.newDeadline()).isNull();
    }

    @Test
    void aReboundSaysWhatWasFoundAndUntilWhenItIsPutRight() {
        assertRefused(() -> lookBack.decided("supervisor1", false, " ", "2026-12-31", AT), "请填写反弹情况");
        assertRefused(() -> lookBack.decided("supervisor1", false, "点位又被占用", "", AT), "请填写重新整改的时限");
        assertRefused(() -> lookBack.decided("supervisor1", false, "点位又被占用", "年底", AT), "不是有效日期");
        assertRefused(() -> lookBack.decided("supervisor1", false, "点位又被占用", "2026-11-22", AT), "须晚于今天");

        lookBack.decided("supervisor1", false, "点位又被占用", "2026-11-23", AT);
        assertThat(lookBack.status()).isEqualTo(REBOUNDED);
        assertThat(lookBack.newDeadline()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(lookBack.opinion()).isEqualTo("点位又被占用");
    }

    @Test
    void itIsDecidedOnce() {
        lookBack.decided("supervisor1", true, "成效保持", null, AT);
        assertThatThrownBy(() -> lookBack.decided("supervisor2", false, "反弹", "2027-01-01", AT)).isInstanceOf(Refusal.class).hasMessageContaining("已有结论“成效保持”");
        assertThat(lookBack.decidedBy()).isEqualTo("supervisor1");
    }

    @Test
    void itBeginsOnce() {
        lookBack.begun();
        assertThatThrownBy(lookBack::begun).isInstanceOf(Refusal.class).hasMessageContaining("不能手工或重复发起");
    }

    private void assertRefused(Runnable deed, String reason) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason);
        assertThat(lookBack.status()).isEqualTo(AWAITED);
        assertThat(lookBack.decidedBy()).isNull();
    }
}
