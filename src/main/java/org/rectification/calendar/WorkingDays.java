package org.rectification.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The working days of the People's Republic: weekdays, less the legal holidays, plus the weekends worked for them (调休). */
public interface WorkingDays {

    boolean isWorkingDay(LocalDate day);

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The {@code days}-th working day after {@code base}; the base itself does not count. */
    default LocalDate after(LocalDate base, int days) {
        LocalDate day = base;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) counted++;
        }
        return day;
    }

    /** The day itself, or the first working day after it: a term that would end on a day off ends then (Civil Code, art. 203). */
    default LocalDate orNext(LocalDate day) {
        return isWorkingDay(day) ? day : after(day, 1);
    }

    /** The last working day before {@code day}. */
    default LocalDate before(LocalDate day) {
        LocalDate earlier = day.minusDays(1);
        while (!isWorkingDay(earlier)) earlier = earlier.minusDays(1);
        return earlier;
    }

    /**
     * Working days from {@code today} to the end of a term: 0 on its last day, 1 on the working day before, negative once it is over.
     * A term that would end on a day off ends on the next working day; a today off counts like the working day before it.
     */
    default int left(LocalDate today, LocalDate deadline) {
        LocalDate last = orNext(deadline);
        int left = 0;
        for (LocalDate day = today; day.isBefore(last); ) if (isWorkingDay(day = day.plusDays(1))) left++;
        for (LocalDate day = today; day.isAfter(last); day = day.minusDays(1)) if (isWorkingDay(day)) left--;
        return left;
    }
}
