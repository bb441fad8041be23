package org.rectification.reconciliation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rectification.organization.Person;
import org.rectification.reconciliation.Reconciliation;
import org.rectification.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "台账核对")
class ReconciliationController {

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping("/api/cases/{caseNumber}/reconciliation")
    @Operation(summary = "台账与流程逐条核对，不改动任何内容")
    Reconciliation.Finding reconcile(@PathVariable String caseNumber, Person reader) {
        if (!reader.readsEverything()) throw Refusal.notYours("台账核对涉及全部科室，您无权查看");
        return reconciliation.of(caseNumber);
    }
}
