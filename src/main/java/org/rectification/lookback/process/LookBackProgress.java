package org.rectification.lookback.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.rectification.lookback.LookBackDraws;
import org.springframework.stereotype.Component;

/** What the case's model asks about its look-back. */
@Component
public class LookBackProgress {

    private final LookBackDraws draws;
    private final Clock clock;

    LookBackProgress(LookBackDraws draws, Clock clock) {
        this.draws = draws;
        this.clock = clock;
    }

    /** The beginning of the day that the ledger says at that moment. */
    public Date due(String caseNumber) {
        return Date.from(draws.due(caseNumber).orElseGet(() -> LocalDate.now(clock)).atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    public boolean rebounded(String caseNumber) {
        return draws.rebounded(caseNumber);
    }
}
