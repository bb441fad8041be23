package org.rectification.reconciliation.web;

import java.time.Clock;
import java.time.LocalDateTime;
import org.rectification.organization.Person;
import org.rectification.reconciliation.NightlyReconciliation;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ReconciliationPageController {

    private final Reconciliation reconciliation;
    private final NightlyReconciliation nightly;
    private final LedgerView ledger;
    private final Clock clock;

    ReconciliationPageController(Reconciliation reconciliation, NightlyReconciliation nightly, LedgerView ledger, Clock clock) {
        this.reconciliation = reconciliation;
        this.nightly = nightly;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNumber}/reconciliation")
    String page(@PathVariable String caseNumber, Person reader, Model model) {
        if (!reader.readsEverything()) throw Refusal.notYours("台账核对涉及全部科室，您无权查看");
        model.addAttribute("ofCase", ledger.caseOf(caseNumber));
        model.addAttribute("finding", reconciliation.of(caseNumber));
        model.addAttribute("night", nightly.latest(caseNumber).orElse(null));
        model.addAttribute("at", LocalDateTime.now(clock));
        return "reconciliation";
    }
}
