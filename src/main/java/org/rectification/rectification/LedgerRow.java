package org.rectification.rectification;

import java.time.LocalDate;

/** A line of the ledger as people read it. {@code daysLeft} and {@code putOffTo} as {@link Horizon} says, the latter null where no time runs, {@code historical} as {@link RectificationTask#isHistorical}. */
public record LedgerRow(String taskNumber, int problem, String title, TaskKind kind, Phase phase, String leadDepartment, String leadLeader,
                        LocalDate deadline, LocalDate originalDeadline, int extensions, Integer daysLeft, LocalDate putOffTo, int round, int rebounds, TaskStatus status, Light light, boolean historical, LedgerExit ledgerExit) {

    static LedgerRow of(RectificationTask task, Horizon horizon) {
        return new LedgerRow(task.taskNumber(), task.problem(), task.title(), task.kind(), task.phase(), task.leadDepartment(), task.leadLeader(),
                task.deadline(), task.originalDeadline(), task.extensions(), horizon.daysLeft(task.deadline()), task.status().isTimed() && !task.isHistorical() ? horizon.putOffTo(task.deadline()) : null, task.round(), task.rebounds(), task.status(),
                task.isHistorical() ? Light.DONE : horizon.light(task.status(), task.kind(), task.deadline()), task.isHistorical(), task.ledgerExit());
    }

    /** Whether days towards its deadline, or past it, mean anything to anybody. */
    public boolean timed() {
        return status.isTimed() && !historical;
    }

    public String statusName() {
        return status.label(historical, ledgerExit);
    }
}
