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
        return of(task, task.round());
    }

    Round of(RectificationTask task, int round) {
        return new Round(task.taskNumber(), round, decisions.of(task.taskNumber(), round), evidence.manifest(task.taskNumber(), round), instalments.spokesmen(task.taskNumber()));
    }

    void write(Decision decision) {
        decisions.write(decision);
    }

    void found(String taskNumber, int round, String person, Footing footing) {
        decisions.found(taskNumber, round, person, footing);
    }
}
