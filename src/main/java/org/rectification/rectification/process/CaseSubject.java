package org.rectification.rectification.process;

import org.rectification.engine.Subject;
import org.rectification.rectification.LedgerView;
import org.springframework.stereotype.Component;

@Component
class CaseSubject implements Subject {

    private final LedgerView ledger;

    CaseSubject(LedgerView ledger) {
        this.ledger = ledger;
    }

    @Override
    public String process() {
        return RectificationCaseProcess.KEY;
    }

    @Override
    public String of(String caseNumber) {
        return ledger.caseOf(caseNumber).title();
    }

    @Override
    public String page(String caseNumber) {
        return "/cases/" + caseNumber;
    }
}
