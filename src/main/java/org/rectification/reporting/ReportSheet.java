package org.rectification.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A report as its department fills it in: a line a task, prefilled from the last one.
 *
 * @param today the day by which days left and measures done are counted
 */
public record ReportSheet(LocalDate today, String caseNumber, String period, LocalDate startsOn, LocalDate endsOn, String department, String departmentName, LocalDate dueOn,
                          ReportStatus status, Standing standing, int returns, String opinion, String submittedBy, LocalDateTime submittedAt,
                          String reviewedBy, LocalDateTime reviewedAt, List<Line> rows) {

    public String reportKey() {
        return ProgressReport.key(caseNumber, period, department);
    }

    /**
     * @param lastProgress what was reported on the task the last time, null where nothing was
     * @param repeated     nothing new the last time and nothing new now
     */
    public record Line(String taskNumber, String title, LocalDate deadline, Integer daysLeft, boolean lead, String progress, String hindrance, String nextStep,
                       boolean noChange, String lastProgress, boolean repeated, List<MeasureTick> measures) {}

    /** @param ordinal 1 for the task's first measure */
    public record MeasureTick(int ordinal, String text, LocalDate doneOn) {}
}
