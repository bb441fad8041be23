package org.rectification.supervision;

import org.rectification.rectification.LedgerView;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The task that a finding or a proposal names: one that whoever has to act on it can read. */
@Component
class NamedTasks {

    private final LedgerView ledger;

    NamedTasks(LedgerView ledger) {
        this.ledger = ledger;
    }

    /**
     * @param field      what it is called in the request
     * @param department the one that leads or supports it, null for any
     * @return null where none is named
     * @throws Refusal UNKNOWN, or INPUT for a task of another case or of other departments
     */
    String named(String field, String typed, String caseNumber, String department) {
        if (typed == null || typed.isBlank()) return null;
        DraftedTask found = ledger.draftedTask(typed.strip());
        String taskNumber = found.task().taskNumber();
        if (!found.task().caseNumber().equals(caseNumber)) throw Refusal.ofInput(field, "任务" + taskNumber + "不是本案的整改任务");
        boolean concerned = department == null || department.equals(found.task().leadDepartment()) || found.supportingDepartments().contains(department);
        if (!concerned) throw Refusal.ofInput(field, "任务" + taskNumber + "不由该科室承办或配合，请另选或不填");
        return taskNumber;
    }
}
