package org.rectification.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Departments × periods.
 *
 * @param periods     keys, newest first
 * @param departments each with a cell a period, in the same order
 */
public record Overview(List<String> periods, List<Row> departments) {

    /** Null cells where the department owed no report. */
    public record Row(String department, String name, List<Cell> reports) {

        /** Whether one of the newest so many periods is still unreported. */
        public boolean owes(int newest) {
            return reports.stream().limit(newest).filter(Objects::nonNull).anyMatch(cell -> !cell.isFiled());
        }
    }

    public record Cell(String period, ReportStatus status, Standing standing, LocalDate dueOn, int returns) {

        boolean isFiled() {
            return standing == Standing.ON_TIME || standing == Standing.LATE;
        }

        /** Handed in once, sent back, and not handed in again. */
        public boolean sentBack() {
            return status == ReportStatus.OPEN && returns > 0;
        }
    }

    /**
     * One period in numbers: owed = filed + missing + awaited.
     *
     * @param late      how many of the filed came after the due date
     * @param inReview  how many of the filed wait for the office
     * @param missing   names of the departments that are overdue
     * @param awaited   names of those that still have time
     * @param returned  names of those whose report was sent back to them
     */
    public record Tally(LocalDate dueOn, int owed, int filed, int late, int inReview, List<String> missing, List<String> awaited, List<String> returned) {}

    /** @param at the period's place in {@link #periods} */
    public Tally tally(int at) {
        List<Cell> cells = departments.stream().map(row -> row.reports().get(at)).filter(Objects::nonNull).toList();
        int filed = (int) cells.stream().filter(Cell::isFiled).count();
        int late = (int) cells.stream().filter(cell -> cell.standing() == Standing.LATE).count();
        int inReview = (int) cells.stream().filter(cell -> cell.status() == ReportStatus.SUBMITTED).count();
        return new Tally(cells.isEmpty() ? null : cells.get(0).dueOn(), cells.size(), filed, late, inReview,
                named(at, cell -> cell.standing() == Standing.MISSING), named(at, cell -> cell.standing() == Standing.AWAITED), named(at, Cell::sentBack));
    }

    private List<String> named(int at, Predicate<Cell> wanted) {
        return departments.stream().filter(row -> row.reports().get(at) != null && wanted.test(row.reports().get(at))).map(Row::name).toList();
    }
}
