package org.rectification.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.rectification.calendar.WorkingDays;

/**
 * What a day looks forward to and back on: the last deadlines that are over, and the last that are near, in working days. A term
 * that would end on a day off ends on the next working day. The ledger's queries and its colours compare with the same dates.
 */
public record Horizon(LocalDate today, LocalDate over, LocalDate nextWorkingDay, LocalDate yellow, LocalDate blue, LocalDate yellowImmediate, LocalDate blueImmediate, WorkingDays days) {

    /** Twenty and ten working days before the deadline, for immediate tasks three and one: where the ladder has its first rungs. */
    static Horizon of(LocalDate today, WorkingDays days) {
        return new Horizon(today, days.before(today), days.orNext(today), days.after(today, 10), days.after(today, 20), days.after(today, 1), days.after(today, 3), days);
    }

    /** Calendar days to the deadline, to the next working day where its end is put off to that, negative once it is over; null without a deadline. */
    public Integer daysLeft(LocalDate deadline) {
        if (deadline == null) return null;
        int days = (int) ChronoUnit.DAYS.between(today, deadline);
        return days < 0 && deadline.isAfter(over) ? (int) ChronoUnit.DAYS.between(today, nextWorkingDay) : days;
    }

    /** The working day to which the end of a term is put off that would end on a day off; null where it is not, or is over. */
    public LocalDate putOffTo(LocalDate deadline) {
        if (deadline == null || !deadline.isAfter(over) || days.isWorkingDay(deadline)) return null;
        return days.orNext(deadline);
    }

    public Light light(TaskStatus status, TaskKind kind, LocalDate deadline) {
        if (status == TaskStatus.SIGNED_OFF) return Light.DONE;
        if (status == TaskStatus.BLOCKED || status == TaskStatus.WITHDRAWN) return Light.PAUSED;
        if (deadline == null) return Light.GREEN;
        if (!deadline.isAfter(over)) return Light.RED;
        boolean immediate = kind == TaskKind.IMMEDIATE;
        if (!deadline.isAfter(immediate ? yellowImmediate : yellow)) return Light.YELLOW;
        return deadline.isAfter(immediate ? blueImmediate : blue) ? Light.GREEN : Light.BLUE;
    }
}
