package org.rectification.rectification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Organization;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskFile.InstalmentLine;
import org.rectification.rectification.TaskFile.MeasureLine;
import org.rectification.rectification.TaskFile.Opinion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person needs to see of many tasks at once to decide on their present rounds. */
@Service
@Transactional(readOnly = true)
public class OpenRounds {

    private final LedgerView ledger;
    private final Decisions decisions;
    private final Instalments instalments;
    private final Organization organization;

    OpenRounds(LedgerView ledger, Decisions decisions, Instalments instalments, Organization organization) {
        this.ledger = ledger;
        this.decisions = decisions;
        this.instalments = instalments;
        this.organization = organization;
    }

    /**
     * @param signed     who submitted and decided so far, the first one first
     * @param lastReturn of an earlier round, null where there was none
     */
    public record OpenRound(LedgerRow row, String caseNumber, String signOffStandard, List<MeasureLine> measures, List<InstalmentLine> instalments,
                            List<Opinion> signed, List<EvidenceLine> evidence, Return lastReturn) {

        /** Null while it is not submitted. */
        public String completionStatement() {
            return signed.stream().filter(opinion -> opinion.role() == Role.SUBMITTER).map(Opinion::opinion).findFirst().orElse(null);
        }
    }

    public record Return(int round, @JsonUnwrapped Opinion opinion) {}

    /** Task number → its round; whether somebody may see them is the caller's to know. */
    public Map<String, OpenRound> of(Collection<String> taskNumbers) {
        if (taskNumbers.isEmpty()) return Map.of();
        Map<String, String> people = organization.personNames();
        Map<String, String> departments = organization.departmentNames();
        Map<String, List<Measure>> measures = ledger.measuresOf(taskNumbers);
        Map<String, List<Instalment>> supporting = instalments.of(taskNumbers);
        Map<String, Decision> refusals = decisions.lastRefusals(taskNumbers);
        Horizon horizon = ledger.horizon();
        return ledger.tasksBy(taskNumbers).values().stream().collect(Collectors.toMap(RectificationTask::taskNumber, task -> {
            Round round = ledger.currentRound(task);
            Decision refusal = refusals.get(task.taskNumber());
            return new OpenRound(LedgerRow.of(task, horizon), task.caseNumber(), task.signOffStandard(), measures.getOrDefault(task.taskNumber(), List.of()).stream().map(MeasureLine::of).toList(),
                    supporting.getOrDefault(task.taskNumber(), List.of()).stream().map(each -> InstalmentLine.of(each, departments, people)).toList(), round.decisions().stream().map(decision -> Opinion.of(decision, people, List.of())).toList(),
                    round.evidence().files().stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList(),
                    refusal == null ? null : new Return(refusal.round(), Opinion.of(refusal, people, List.of())));
        }));
    }
}
