package org.rectification.rectification.web;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.MeasureLedger;
import org.rectification.rectification.TaskFile;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Lays out a task's measures for a person, as its page and every change to them alike show it. */
@Component
class MeasureSheets {

    private final LedgerView ledger;
    private final MeasureLedger measures;
    private final TaskLifecycle lifecycle;
    private final Clock clock;

    MeasureSheets(LedgerView ledger, MeasureLedger measures, TaskLifecycle lifecycle, Clock clock) {
        this.ledger = ledger;
        this.measures = measures;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    MeasureSheet of(String taskNumber, Person viewer, MeasureSheet.Wrong wrong) {
        TaskFile file = ledger.file(taskNumber, viewer);
        return new MeasureSheet(file, LocalDate.now(clock), measures.isOpenTo(viewer, taskNumber), lifecycle.takesEvidence(taskNumber, viewer), wrong);
    }
}
