package org.rectification.security;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.rectification.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** The days that {@link Filters} ask for by this bean's name: what ends on a day off is due until the end of the next working day. */
@Component
public class FilterDays {

    private final WorkingDays workingDays;
    private final Clock clock;

    FilterDays(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What was due before then is late. */
    public Date late() {
        return begin(workingDays.before(today()).plusDays(1));
    }

    /** The beginning of the day that follows so many, of which today is the first. */
    public Date after(long days) {
        return begin(today().plusDays(days));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Date begin(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
