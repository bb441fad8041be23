package org.rectification.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param working a weekend worked for a holiday (调休), or else a day off
 * @param name    of the holiday, null where the notice gives none
 */
public record SpecialDay(LocalDate day, boolean working, String name) {}
