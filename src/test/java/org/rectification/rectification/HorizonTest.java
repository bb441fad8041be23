package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rectification.calendar.AnnouncedHolidays;

class HorizonTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private final Horizon horizon = onDay(FRIDAY);

    private static Horizon onDay(LocalDate today) {
        return Horizon.of(today, new AnnouncedHolidays());
    }

    @ParameterizedTest
    @CsvSource({
            "TIME_LIMITED, 2026-04-07, GREEN", "TIME_LIMITED, 2026-04-03, BLUE", "TIME_LIMITED, 2026-03-23, BLUE", "TIME_LIMITED, 2026-03-20, YELLOW",
            "TIME_LIMITED, 2026-03-06, YELLOW", "TIME_LIMITED, 2026-03-05, RED", "LONG_TERM, 2026-04-03, BLUE", "LONG_TERM, 2026-03-20, YELLOW",
            "IMMEDIATE, 2026-03-12, GREEN", "IMMEDIATE, 2026-03-11, BLUE", "IMMEDIATE, 2026-03-10, BLUE", "IMMEDIATE, 2026-03-09, YELLOW", "IMMEDIATE, 2026-03-05, RED"})
    void theLightChangesAsTheDeadlineComesNearerInWorkingDays(TaskKind kind, LocalDate deadline, Light light) {
        assertThat(horizon.light(TaskStatus.IN_PROGRESS, kind, deadline)).isEqualTo(light);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = {"NOT_STARTED", "IN_PROGRESS", "AWAITING_ENDORSEMENT", "AWAITING_CHECK", "AWAITING_SIGN_OFF"})
    void anOpenTaskIsRedTheDayAfterItsDeadlineWhereverItWaits(TaskStatus status) {
        assertThat(horizon.light(status, TaskKind.TIME_LIMITED, FRIDAY.minusDays(1))).isEqualTo(Light.RED);
    }

    @Test
    void aDeadlineOnADayOffEndsOnTheNextWorkingDay() {
        LocalDate saturday = FRIDAY.plusDays(1);
        assertThat(onDay(saturday.plusDays(1)).light(TaskStatus.IN_PROGRESS, TaskKind.IMMEDIATE, saturday)).isEqualTo(Light.YELLOW);
        assertThat(onDay(saturday.plusDays(2)).light(TaskStatus.IN_PROGRESS, TaskKind.IMMEDIATE, saturday)).isEqualTo(Light.YELLOW);
        assertThat(onDay(saturday.plusDays(1)).daysLeft(saturday)).as("until Monday").isOne();
        assertThat(onDay(saturday.plusDays(2)).daysLeft(saturday)).isZero();
        assertThat(onDay(saturday.plusDays(3)).light(TaskStatus.IN_PROGRESS, TaskKind.IMMEDIATE, saturday)).isEqualTo(Light.RED);
        assertThat(onDay(saturday.plusDays(3)).daysLeft(saturday)).isEqualTo(-3);
        assertThat(onDay(saturday.plusDays(1)).light(TaskStatus.IN_PROGRESS, TaskKind.IMMEDIATE, FRIDAY)).as("over since Friday night").isEqualTo(Light.RED);
    }

    @Test
    void theDayToWhichItIsPutOffIsNamedUntilItIsOver() {
        LocalDate saturday = FRIDAY.plusDays(1);
        assertThat(horizon.putOffTo(saturday)).isEqualTo(saturday.plusDays(2));
        assertThat(onDay(saturday.plusDays(2)).putOffTo(saturday)).isEqualTo(saturday.plusDays(2));
        assertThat(onDay(saturday.plusDays(3)).putOffTo(saturday)).isNull();
        assertThat(horizon.putOffTo(FRIDAY)).isNull();
        assertThat(horizon.putOffTo(null)).isNull();
    }

    @Test
    void whatIsSignedOffIsDoneHoweverLate() {
        assertThat(horizon.light(TaskStatus.SIGNED_OFF, TaskKind.IMMEDIATE, FRIDAY.minusDays(99))).isEqualTo(Light.DONE);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = {"BLOCKED", "WITHDRAWN"})
    void whatIsBlockedOrWithdrawnIsPausedHoweverLate(TaskStatus status) {
        assertThat(horizon.light(status, TaskKind.TIME_LIMITED, FRIDAY.minusDays(1))).isEqualTo(Light.PAUSED);
    }

    @Test
    void withoutADeadlineNothingIsLate() {
        assertThat(horizon.light(TaskStatus.NOT_STARTED, TaskKind.TIME_LIMITED, null)).isEqualTo(Light.GREEN);
        assertThat(horizon.daysLeft(null)).isNull();
    }

    @Test
    void daysLeftAreCalendarDaysAcrossMonths() {
        assertThat(horizon.daysLeft(LocalDate.of(2026, 4, 1))).isEqualTo(26);
        assertThat(horizon.daysLeft(FRIDAY.minusDays(1))).isEqualTo(-1);
    }
}
