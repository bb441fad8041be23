package org.rectification.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a screen needs to say of any due day how long is left, as every page says it.
 *
 * @param putOff days off, near ones, on which a term would end that is not over → the working day on which it ends
 */
public record DueDays(LocalDate today, Map<LocalDate, LocalDate> putOff) {

    private static final int NEAR_DAYS = 14;

    public static DueDays on(LocalDate today, WorkingDays days) {
        Map<LocalDate, LocalDate> putOff = new TreeMap<>();
        LocalDate over = days.before(today);
        over.plusDays(1).datesUntil(today.plusDays(NEAR_DAYS + 1)).filter(day -> !days.isWorkingDay(day)).forEach(day -> putOff.put(day, days.orNext(day)));
        return new DueDays(today, putOff);
    }
}
