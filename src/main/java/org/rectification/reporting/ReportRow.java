package org.rectification.reporting;

import org.rectification.refusal.Flaws;

/**
 * What is reported on one task.
 *
 * @param hindrance what stands in the way; with {@code noChange} the reason why nothing moved
 */
public record ReportRow(String taskNumber, String progress, String hindrance, String nextStep, boolean noChange) {

    /** Trimmed and no longer than the ledger takes; what is still missing is looked at when the report is submitted. */
    ReportRow checked(Flaws flaws) {
        return new ReportRow(taskNumber, flaws.optionalText("progress", "进展情况", progress, 2000), flaws.optionalText("hindrance", "存在困难", hindrance, 1000),
                flaws.optionalText("nextStep", "下一步打算", nextStep, 1000), noChange);
    }

    /** What the department still owes on this task, null when nothing. */
    String missing() {
        if (noChange) return hindrance == null || hindrance.isBlank() ? "勾选“本期无新进展”后请说明原因" : null;
        return progress == null || progress.isBlank() ? "请填写进展情况，或勾选“本期无新进展”并说明原因" : null;
    }
}
