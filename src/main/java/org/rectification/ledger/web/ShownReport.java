package org.rectification.ledger.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.ledger.ImportReport;
import org.rectification.ledger.RowOutcome;
import org.rectification.ledger.RowOutcome.Kind;

/** A report as the page shows it: of a long one what matters most, first of all what has to be put right. */
public record ShownReport(ImportReport report) {

    private static final int MOST_ROWS = 200;
    /** Of each kind, so that whoever looks at that kind alone sees some. */
    private static final int LEAST_ROWS = 50;
    private static final int MOST_OPEN = 10;

    /** Refused rows first, the others in the order of the file; where there are too many, changed ones before new ones. */
    public List<RowOutcome> rows() {
        List<RowOutcome> refused = report.of(Kind.REFUSED);
        if (report.rows().size() <= MOST_ROWS) return Stream.concat(refused.stream(), report.rows().stream().filter(row -> !row.isRefused())).toList();
        List<RowOutcome> changed = report.of(Kind.CHANGED);
        List<RowOutcome> added = report.of(Kind.ADDED);
        int forAdded = Math.min(LEAST_ROWS, added.size());
        int ofRefused = Math.min(refused.size(), MOST_ROWS - forAdded - Math.min(LEAST_ROWS, changed.size()));
        int ofChanged = Math.min(changed.size(), MOST_ROWS - forAdded - ofRefused);
        return Stream.of(refused.stream().limit(ofRefused), changed.stream().limit(ofChanged), added.stream().limit(MOST_ROWS - ofRefused - ofChanged)).flatMap(each -> each).toList();
    }

    /** Of a long list only what has to be put right is open; the others say in a line what they are about. */
    public boolean isOpen(RowOutcome row) {
        return row.isRefused() || report.rows().size() <= MOST_OPEN;
    }

    /** The columns in which a row differs, blank where it does not. */
    public String columns(RowOutcome row) {
        List<String> columns = row.cells().stream().map(RowOutcome.CellOutcome::column).filter(Objects::nonNull).distinct().toList();
        String cells = columns.isEmpty() ? "" : " · " + columns.size() + "格：" + String.join("、", columns);
        return cells + (row.cells().stream().anyMatch(cell -> cell.column() == null) ? " · 整行" : "");
    }

    /** What has to be put right stands first. */
    public List<RowOutcome.CellOutcome> cells(RowOutcome row) {
        return row.cells().stream().sorted(Comparator.comparing(cell -> cell.reason() == null)).toList();
    }

    public int notShown() {
        return report.rows().size() - rows().size();
    }

    /** What it adds and changes, in problems and tasks: the same words before and after. */
    public String deeds() {
        ImportReport.Totals totals = report.totals();
        return Stream.of(counted("新增", totals.addedProblems(), totals.addedTasks()), counted("修改", totals.changedProblems(), totals.changedTasks())).filter(words -> !words.isEmpty()).collect(Collectors.joining("，"));
    }

    private static String counted(String deed, int problems, int tasks) {
        if (problems == 0 && tasks == 0) return "";
        return deed + Stream.of(problems == 0 ? "" : "问题" + problems + "个", tasks == 0 ? "" : "任务" + tasks + "项").filter(words -> !words.isEmpty()).collect(Collectors.joining("、"));
    }

    public boolean isConfirmable() {
        return report.dryRun() && !report.changesNothing() && report.totals().refused() == 0;
    }
}
