package org.rectification.rectification;

import org.rectification.evidence.EvidenceStore;
import org.springframework.stereotype.Repository;

@Repository
class Rounds {

    private final Decisions decisions;
    private final EvidenceStore evidence;
    private final Instalments instalments;

    Rounds(Decisions decisions, EvidenceStore evidence, Instalments instalments) {
        this.decisions = decisions;
        this.evidence = evidence;
        this.instalments = instalments;
    }

    Round current(RectificationTask task) {
        return new Round(task.taskNumber(), task.round(), decisions.of(task.taskNumber(), task.round()), evidence.manifest(task.taskNumber(), task.round()),
                instalments.spokesmen(task.taskNumber()));
    }

    void write(Decision decision) {
        decisions.write(decision);
    }
}
