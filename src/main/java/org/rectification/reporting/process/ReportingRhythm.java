package org.rectification.reporting.process;

import org.rectification.reporting.Cadences;
import org.springframework.stereotype.Component;

/** What the case's model asks about its reporting periods. */
@Component
public class ReportingRhythm {

    private final Cadences cadences;

    ReportingRhythm(Cadences cadences) {
        this.cadences = cadences;
    }

    /** Asked anew at every firing, so that a changed cadence takes effect. The number is empty while the case is just beginning. */
    public String cycle(String caseNumber) {
        return cadences.cron(caseNumber);
    }
}
