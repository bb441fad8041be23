package org.rectification.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The working days of the People's Republic: weekdays, less the legal holidays, plus the weekends worked for them (调休). */
@Component
public class WorkingDays {

    /** Years that nobody has announced yet have weekends and no holidays. */
    public boolean isWorkingDay(LocalDate day) {
        LegalHoliday announced = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (announced != null) return announced.isWork();
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The {@code days}-th working day after {@code base}; the base itself does not count. */
    public LocalDate after(LocalDate base, int days) {
        LocalDate day = base;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) counted++;
        }
        return day;
    }
}
