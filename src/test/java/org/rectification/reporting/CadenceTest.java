package org.rectification.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal;
import org.springframework.scheduling.support.CronExpression;

class CadenceTest {

    @ParameterizedTest
    @CsvSource({
            "HALF_MONTH, 2026-11-15, 2026-11H1, 2026-11-01, 2026-11-15",
            "HALF_MONTH, 2026-11-16, 2026-11H2, 2026-11-16, 2026-11-30",
            "HALF_MONTH, 2024-02-29, 2024-02H2, 2024-02-16, 2024-02-29",
            "HALF_MONTH, 2025-02-28, 2025-02H2, 2025-02-16, 2025-02-28",
            "WEEKLY, 2026-11-21, 2026-W47, 2026-11-16, 2026-11-22",
            "WEEKLY, 2027-01-02, 2026-W53, 2026-12-28, 2027-01-03",
            "MONTHLY, 2026-11-21, 2026-11, 2026-11-01, 2026-11-30",
            "QUARTERLY, 2026-11-21, 2026-Q4, 2026-10-01, 2026-12-31"})
    void aDayBelongsToOnePeriod(String cadence, LocalDate day, String key, LocalDate startsOn, LocalDate endsOn) {
        assertThat(Cadence.of(cadence).containing(day)).isEqualTo(new Period(key, startsOn, endsOn));
    }

    @Test
    void aCronOfOnesOwnPartsThePeriodsAtItsFirings() {
        Period period = Cadence.of("0 0 9 10,25 * ?").containing(LocalDate.of(2026, 11, 12));
        assertThat(period).isEqualTo(new Period("2026-11-24", LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 24)));
    }

    @Test
    void firedTwoMonthsLateEveryPeriodInBetweenIsOpened() {
        assertThat(Cadence.HALF_MONTH.endedBetween(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 11, 16))).extracting(Period::key)
                .containsExactly("2026-09H1", "2026-09H2", "2026-10H1", "2026-10H2", "2026-11H1");
    }

    @Test
    void onThePeriodsLastDayItIsNotOverYet() {
        assertThat(Cadence.HALF_MONTH.endedBetween(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 15))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HALF_MONTH, 2026年11月下半月", "WEEKLY, 2026年第47周", "MONTHLY, 2026年11月", "QUARTERLY, 2026年第4季度", "0 0 9 10 * ?, 2026年11月10日至12月9日", "0 0 9 20 12 ?, 2025年12月20日至2026年12月19日"})
    void aPeriodIsCalledAsPeopleCallIt(String cadence, String label) {
        assertThat(Cadence.of(cadence).containing(LocalDate.of(2026, 11, 21)).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEEKLY", "HALF_MONTH", "MONTHLY", "QUARTERLY", "0 0 9 10,25 * ?"})
    void aPeriodIsOpenedOnTheDayAfterIt(String name) {
        Cadence cadence = Cadence.of(name);
        Period period = cadence.containing(LocalDate.of(2026, 11, 12));
        var opening = CronExpression.parse(cadence.cron(LocalTime.of(9, 0))).next(period.endsOn().atStartOfDay());
        assertThat(opening).isEqualTo(period.endsOn().plusDays(1).atTime(9, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DAILY", "* * *", "0 0 9 30 2 ?", "0 0 9 29 2 ?", "0 0 9,18 * * ?", "0 * 9 1 * ?",
            "0 0 9 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24 * ?", "<script>"})
    void whatIsNoRhythmIsRefused(String name) {
        assertThatThrownBy(() -> Cadence.of(name)).isInstanceOf(Refusal.class).hasMessageContaining("报告周期");
    }
}
