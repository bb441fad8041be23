package org.rectification.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Organization;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskFile.Opinion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person needs to see of many tasks at once to decide on their present rounds. */
@Service
@Transactional(readOnly = true)
public class OpenRounds {

    private final LedgerView ledger;
    private final Organization organization;

    OpenRounds(LedgerView ledger, Organization organization) {
        this.ledger = ledger;
        this.organization = organization;
    }

    /** @param signed who submitted and decided so far, the first one first */
    public record OpenRound(LedgerRow row, String caseNumber, List<Opinion> signed, List<EvidenceLine> evidence) {

        /** Null while it is not submitted. */
        public String completionStatement() {
            return signed.stream().filter(opinion -> opinion.role() == Role.SUBMITTER).map(Opinion::opinion).findFirst().orElse(null);
        }
    }

    /** Task number → its round; whether somebody may see them is the caller's to know. */
    public Map<String, OpenRound> of(Collection<String> taskNumbers) {
        if (taskNumbers.isEmpty()) return Map.of();
        Map<String, String> people = organization.personNames();
        Horizon horizon = ledger.horizon();
        return ledger.tasksBy(taskNumbers).values().stream().collect(Collectors.toMap(RectificationTask::taskNumber, task -> {
            Round round = ledger.currentRound(task);
            return new OpenRound(LedgerRow.of(task, horizon), task.caseNumber(), round.decisions().stream().map(decision -> Opinion.of(decision, people, List.of())).toList(),
                    round.evidence().files().stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList());
        }));
    }
}
