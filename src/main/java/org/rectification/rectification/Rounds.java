package org.rectification.rectification;

import org.rectification.evidence.EvidenceStore;
import org.springframework.stereotype.Repository;

@Repository
class Rounds {

    private final Decisions decisions;
    private final EvidenceStore evidence;

    Rounds(Decisions decisions, EvidenceStore evidence) {
        this.decisions = decisions;
        this.evidence = evidence;
    }

    Round current(RectificationTask task) {
        return new Round(task.taskNumber(), task.round(), decisions.of(task.taskNumber(), task.round()), evidence.manifest(task.taskNumber(), task.round()));
    }

    void write(Decision decision) {
        decisions.write(decision);
    }
}
