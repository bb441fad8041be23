package org.rectification.ledger.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.ledger.ImportReport;
import org.rectification.ledger.RowOutcome;
import org.rectification.ledger.RowOutcome.Kind;

/** A report as the page shows it: of a long one what matters most, first of all what has to be put right. */
public record ShownReport(ImportReport report) {

    private static final int MOST_ROWS = 200;
    /** Of each kind, so that whoever looks at that kind alone sees some. */
    private static final int LEAST_ROWS = 50;

    /** In the order of the file, unless there are too many: then refused rows before changed ones before new ones. */
    public List<RowOutcome> rows() {
        if (report.rows().size() <= MOST_ROWS) return report.rows();
        List<RowOutcome> refused = report.of(Kind.REFUSED);
        List<RowOutcome> changed = report.of(Kind.CHANGED);
        List<RowOutcome> added = report.of(Kind.ADDED);
        int forAdded = Math.min(LEAST_ROWS, added.size());
        int ofRefused = Math.min(refused.size(), MOST_ROWS - forAdded - Math.min(LEAST_ROWS, changed.size()));
        int ofChanged = Math.min(changed.size(), MOST_ROWS - forAdded - ofRefused);
        return Stream.of(refused.stream().limit(ofRefused), changed.stream().limit(ofChanged), added.stream().limit(MOST_ROWS - ofRefused - ofChanged)).flatMap(each -> each).toList();
    }

    /** What has to be put right stands first. */
    public List<RowOutcome.CellOutcome> cells(RowOutcome row) {
        return row.cells().stream().sorted(Comparator.comparing(cell -> cell.reason() == null)).toList();
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
