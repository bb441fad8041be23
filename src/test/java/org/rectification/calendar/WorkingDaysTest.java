package org.rectification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays workingDays = new AnnouncedHolidays();

    @ParameterizedTest
    @CsvSource({
            "2024-02-09, true", // before the spring festival
            "2024-02-12, false",
            "2024-02-18, true", // a Sunday worked for it
            "2026-10-01, false",
            "2026-11-21, false", // a Saturday
            "2026-11-23, true"})
    void holidaysAndTheirWeekendsAreKnown(LocalDate day, boolean working) {
        assertThat(workingDays.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-20, 2026-11-20, 0", "2026-11-19, 2026-11-20, 1", "2026-11-23, 2026-11-20, -1",
            "2026-11-22, 2026-11-20, 0", // the Sunday after: no working day has gone by
            "2026-11-20, 2026-11-21, 1", // ends on a Saturday, therefore on Monday
            "2026-11-23, 2026-11-21, 0",
            "2026-11-24, 2026-11-21, -1",
            "2024-02-09, 2024-02-18, 1", "2024-02-09, 2024-02-12, 1", // in the spring festival, therefore on the Sunday worked for it
            "2023-01-18, 2023-01-25, 3", // 28 January 2023 was a Saturday worked
            "2025-09-30, 2025-10-11, 3"})
    void whatIsLeftCountsWorkingDaysToTheRolledEndOfTheTerm(LocalDate today, LocalDate deadline, int left) {
        assertThat(workingDays.left(today, deadline)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-15, 3, 2026-11-18", "2026-09-30, 3, 2026-10-10", "2024-02-15, 1, 2024-02-18"})
    void anAllowanceCountsWorkingDaysAfterItsBase(LocalDate base, int days, LocalDate due) {
        assertThat(workingDays.after(base, days)).isEqualTo(due);
    }

    @Test
    void aScreenIsToldOfTheNearDaysOffOnWhichATermWouldEnd() {
        DueDays days = DueDays.on(LocalDate.of(2026, 11, 22), workingDays);
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(days.today()).isEqualTo(monday.minusDays(1));
        assertThat(days.putOff()).as("Friday is over, Saturday is not").doesNotContainKey(monday.minusDays(3)).containsEntry(monday.minusDays(2), monday).containsEntry(monday.minusDays(1), monday)
                .containsEntry(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 30)).doesNotContainKey(monday).hasSize(6);
    }
}
