package org.rectification.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

/** A due day belongs to those who owe something on it: the engine's due date is its last second. */
public final class EndOfDay {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private EndOfDay() {}

    public static Date of(LocalDate day) {
        return Date.from(day.atTime(LAST_SECOND).atZone(ZoneId.systemDefault()).toInstant());
    }
}
