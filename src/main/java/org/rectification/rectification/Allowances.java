package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.calendar.WorkingDays;
import org.springframework.stereotype.Service;

/** Until when a step is due. What follows the feedback counts from its date or from the takeover, everything else from the day on which the step begins. */
@Service
public class Allowances {

    private final AllowanceSettings settings;
    private final Cases cases;
    private final WorkingDays workingDays;
    private final Clock clock;

    Allowances(AllowanceSettings settings, Cases cases, WorkingDays workingDays, Clock clock) {
        this.settings = settings;
        this.cases = cases;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public LocalDate afterFeedback(Allowance allowance, String caseNumber) {
        return workingDays.after(cases.get(caseNumber).preparedFrom(), allowance.days(settings));
    }

    public LocalDate fromToday(Allowance allowance) {
        return workingDays.after(LocalDate.now(clock), allowance.days(settings));
    }

    /** In working days. */
    public int days(Allowance allowance) {
        return allowance.days(settings);
    }

    public String label(Allowance allowance) {
        return allowance.label(settings);
    }
}
