package org.rectification.rectification.process;

import java.time.ZoneId;
import java.util.Date;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** What the case's model asks the ledger. */
@Component
public class CaseProgress {

    private final CaseLifecycle lifecycle;

    CaseProgress(CaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    public boolean allSignedOff(String caseNumber) {
        return lifecycle.allSignedOff(caseNumber);
    }

    public Date concentratedDeadlinePassedAt(String caseNumber) {
        return Date.from(lifecycle.concentratedDeadlinePassedAt(caseNumber).atZone(ZoneId.systemDefault()).toInstant());
    }
}
