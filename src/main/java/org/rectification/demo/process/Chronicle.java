package org.rectification.demo.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rectification.calendar.WorkingDays;

/** Everything that has been told so far. People act on working days only and not today, and each subject is in one place at a time. */
class Chronicle {

    private final LocalDate today;
    private final WorkingDays workingDays;
    private final Map<LocalDate, Boolean> known = new HashMap<>();
    private final List<Deed> deeds = new ArrayList<>();

    Chronicle(LocalDate today, WorkingDays workingDays) {
        this.today = today;
        this.workingDays = workingDays;
    }

    /** Oldest first. */
    List<Deed> deeds() {
        return deeds.stream().sorted(Comparator.comparing(Deed::at)).toList();
    }

    Diary diary(String subject, LocalDateTime free) {
        return new Diary(subject, free);
    }

    /** One subject's hours: whatever happens to it happens after what happened before. */
    final class Diary {

        private final String subject;
        private LocalDateTime free;

        private Diary(String subject, LocalDateTime free) {
            this.subject = subject;
            this.free = free;
        }

        LocalDateTime write(LocalDate day, int hour, String person, String step, Consumer<Desk> act) {
            LocalDateTime at = day.atTime(hour, Math.floorMod(subject.hashCode(), 45));
            if (at.isBefore(free)) at = free;
            if (!at.toLocalDate().isBefore(today)) throw new IllegalStateException(subject + ": " + step + " cannot be done before today");
            free = at.plusMinutes(20);
            deeds.add(new Deed(at, person, step, subject, act));
            return at;
        }

        LocalDateTime write(int day, int hour, String person, String step, Consumer<Desk> act) {
            return write(lastWorkingDayBy(today.plusDays(day)), hour, person, step, act);
        }
    }

    LocalDate lastWorkingDayBy(LocalDate day) {
        LocalDate working = day;
        while (!known.computeIfAbsent(working, workingDays::isWorkingDay)) working = working.minusDays(1);
        return working;
    }
}
