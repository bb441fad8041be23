package org.rectification.ledger.web;

import java.util.List;
import java.util.stream.Stream;
import org.rectification.ledger.ImportReport;
import org.rectification.ledger.RowOutcome;
import org.rectification.ledger.RowOutcome.Kind;

/** A report as the page shows it: of a long one what matters most, first of all what has to be put right. */
public record ShownReport(ImportReport report) {

    private static final int MOST_ROWS = 400;

    /** In the order of the file, unless there are too many: then refused rows before changed ones before new ones. */
    public List<RowOutcome> rows() {
        if (report.rows().size() <= MOST_ROWS) return report.rows();
        return Stream.of(Kind.REFUSED, Kind.CHANGED, Kind.ADDED).flatMap(kind -> report.of(kind).stream()).limit(MOST_ROWS).toList();
    }

    public int notShown() {
        return report.rows().size() - rows().size();
    }

    public int count(String kind) {
        return report.of(Kind.valueOf(kind)).size();
    }

    public boolean isConfirmable() {
        return report.dryRun() && !report.changesNothing() && report.totals().refused() == 0;
    }
}
