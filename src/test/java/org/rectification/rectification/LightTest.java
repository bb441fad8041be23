package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LightTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 20);

    @ParameterizedTest
    @CsvSource({
            "TIME_LIMITED, 21, GREEN", "TIME_LIMITED, 20, BLUE", "TIME_LIMITED, 11, BLUE", "TIME_LIMITED, 10, YELLOW", "TIME_LIMITED, 0, YELLOW", "TIME_LIMITED, -1, RED",
            "LONG_TERM, 21, GREEN", "LONG_TERM, 20, BLUE", "LONG_TERM, 10, YELLOW", "LONG_TERM, -1, RED",
            "IMMEDIATE, 4, GREEN", "IMMEDIATE, 3, BLUE", "IMMEDIATE, 2, BLUE", "IMMEDIATE, 1, YELLOW", "IMMEDIATE, 0, YELLOW", "IMMEDIATE, -1, RED"})
    void theLightChangesAsTheDeadlineComesNearer(TaskKind kind, int daysLeft, Light light) {
        assertThat(Light.of(TaskStatus.IN_PROGRESS, kind, TODAY.plusDays(daysLeft), TODAY)).isEqualTo(light);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = {"NOT_STARTED", "IN_PROGRESS", "AWAITING_ENDORSEMENT", "AWAITING_CHECK", "AWAITING_SIGN_OFF"})
    void anOpenTaskIsRedTheDayAfterItsDeadlineWhereverItWaits(TaskStatus status) {
        assertThat(Light.of(status, TaskKind.TIME_LIMITED, TODAY.minusDays(1), TODAY)).isEqualTo(Light.RED);
    }

    @Test
    void whatIsSignedOffIsDoneHoweverLate() {
        assertThat(Light.of(TaskStatus.SIGNED_OFF, TaskKind.IMMEDIATE, TODAY.minusDays(99), TODAY)).isEqualTo(Light.DONE);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = {"BLOCKED", "WITHDRAWN"})
    void whatIsBlockedOrWithdrawnIsPausedHoweverLate(TaskStatus status) {
        assertThat(Light.of(status, TaskKind.TIME_LIMITED, TODAY.minusDays(1), TODAY)).isEqualTo(Light.PAUSED);
    }

    @Test
    void withoutADeadlineNothingIsLate() {
        assertThat(Light.of(TaskStatus.NOT_STARTED, TaskKind.TIME_LIMITED, null, TODAY)).isEqualTo(Light.GREEN);
        assertThat(Light.daysLeft(null, TODAY)).isNull();
    }

    @Test
    void daysLeftAreCalendarDaysAcrossMonths() {
        assertThat(Light.daysLeft(LocalDate.of(2026, 3, 1), TODAY)).isEqualTo(9);
        assertThat(Light.daysLeft(LocalDate.of(2026, 2, 19), TODAY)).isEqualTo(-1);
    }
}
