package org.rectification.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;

/** What the State Council had announced when this version was built; years after that have weekends and no holidays. */
public class AnnouncedHolidays implements WorkingDays {

    @Override
    public boolean isWorkingDay(LocalDate day) {
        SpecialDay special = on(day);
        return special != null ? special.working() : !WorkingDays.isWeekend(day);
    }

    /** Null for a day that is what its weekday says. */
    SpecialDay on(LocalDate day) {
        LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return holiday == null ? null : new SpecialDay(day, holiday.isWork(), holiday.getName());
    }
}
