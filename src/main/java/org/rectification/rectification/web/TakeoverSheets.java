package org.rectification.rectification.web;

import java.util.List;
import java.util.Map;
import org.rectification.evidence.EvidenceFile;
import org.rectification.organization.Person;
import org.rectification.rectification.HistoricalSignOff;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.Takeover;
import org.rectification.rectification.TaskStatus;
import org.springframework.stereotype.Component;

/** 历史销号 before the launch: what is written down, and which tasks could still be. */
@Component
class TakeoverSheets {

    /** What a page shows at once, and what a form with two fields a task can send. */
    private static final int MOST_SHOWN = 200;

    private final Takeover takeover;
    private final LedgerView ledger;
    private final LedgerRows rows;

    TakeoverSheets(Takeover takeover, LedgerView ledger, LedgerRows rows) {
        this.takeover = takeover;
        this.ledger = ledger;
        this.rows = rows;
    }

    record Line(RectificationTask task, HistoricalSignOff signOff, List<EvidenceFile> minutes) {}

    /** @param lines the first ones of {@code total} */
    record Listed(List<Line> lines, int total) {}

    record Unrecorded(List<RectificationTask> tasks, int total) {

        public boolean isInPlan() {
            return tasks.stream().anyMatch(RectificationTask::isInPlan);
        }
    }

    /** As far as this person may read. */
    Listed listed(String caseNumber, Person viewer) {
        List<String> numbers = rows.taskNumbers(caseNumber, LedgerFilter.HISTORICAL, viewer).values().stream().flatMap(List::stream).toList();
        if (numbers.isEmpty()) return new Listed(List.of(), 0);
        List<String> shown = numbers.stream().limit(MOST_SHOWN).toList();
        Map<String, RectificationTask> tasks = ledger.tasksBy(shown);
        Map<String, HistoricalSignOff> signOffs = takeover.ofCase(caseNumber);
        Map<String, List<EvidenceFile>> minutes = takeover.minutesOf(shown);
        return new Listed(shown.stream().map(number -> new Line(tasks.get(number), signOffs.get(number), minutes.getOrDefault(number, List.of()))).toList(), numbers.size());
    }

    Unrecorded unrecorded(String caseNumber) {
        List<RectificationTask> all = ledger.tasks(caseNumber).stream().filter(task -> task.status() == TaskStatus.NOT_STARTED && !task.isHistorical()).toList();
        return new Unrecorded(all.stream().limit(MOST_SHOWN).toList(), all.size());
    }
}
