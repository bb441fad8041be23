package org.rectification.decision.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.OpenRounds.Return;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskFile.InstalmentLine;
import org.rectification.rectification.TaskFile.MeasureLine;
import org.rectification.rectification.TaskFile.Opinion;

/**
 * A task that waits for somebody's decision, with what he needs to decide.
 *
 * @param dueOn      when the step itself is due, null where it is not
 * @param dueDays    calendar days until then
 * @param signed     who submitted and decided so far, the first one first
 * @param lastReturn why an earlier round was refused, null where none was
 */
public record DecisionLine(@JsonUnwrapped LedgerRow row, String leadDepartmentName, LocalDate dueOn, Integer dueDays, String signOffStandard, List<MeasureLine> measures,
                           List<InstalmentLine> instalments, String completionStatement, List<Opinion> signed, List<EvidenceLine> evidence, Return lastReturn) {

    /** What nobody has ticked yet. */
    public List<MeasureLine> measuresLeft() {
        return measures.stream().filter(measure -> measure.doneOn() == null).toList();
    }

    public long confirmedInstalments() {
        return instalments.stream().filter(instalment -> instalment.confirmedAt() != null).count();
    }
}
