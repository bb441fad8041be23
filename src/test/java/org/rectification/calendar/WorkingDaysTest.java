package org.rectification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays();

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
    @CsvSource({"2026-11-15, 3, 2026-11-18", "2026-09-30, 3, 2026-10-10", "2024-02-15, 1, 2024-02-18"})
    void anAllowanceCountsWorkingDaysAfterItsBase(LocalDate base, int days, LocalDate due) {
        assertThat(workingDays.after(base, days)).isEqualTo(due);
    }
}
