package org.rectification.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Flaw;

/**
 * What an uploaded ledger adds, changes and may not change, row by row.
 *
 * @param outsideBodies supporting parties of added and changed tasks that are none of our departments
 * @param unreadColumns headings that the system has no column for
 * @param unreadSheets  the other sheets of the file
 * @param absent        tasks of the case that the file does not have, the first {@value #MOST_ABSENT} of them; they stay as they are
 */
public record ImportReport(String caseNumber, boolean dryRun, String file, String sheet, Totals totals, List<RowOutcome> rows, List<String> outsideBodies, List<String> unreadColumns, List<String> unreadSheets, List<AbsentTask> absent) {

    static final int MOST_ABSENT = 200;
    private static final int MOST_FLAWS = 200;

    public record AbsentTask(String taskNumber, String title) {}

    /** @param rows that hold anything; {@code absent} counts all tasks of the case that the file does not have */
    public record Totals(int rows, int unchanged, int added, int changed, int refused, int addedProblems, int addedTasks, int changedProblems, int changedTasks, int absent) {}

    public boolean changesNothing() {
        return rows.isEmpty();
    }

    public List<RowOutcome> of(RowOutcome.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    /** Equal for reports that would do the same: what was shown is what is then confirmed. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rows.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws Refusal INPUT where nothing but the form of cells is wrong, RULE otherwise; the field of a flaw is its cell */
    void refuse() {
        List<RowOutcome.CellOutcome> refused = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (RowOutcome row : of(RowOutcome.Kind.REFUSED)) {
            row.cells().stream().filter(cell -> cell.reason() != null).forEach(cell -> {
                refused.add(cell);
                if (flaws.size() < MOST_FLAWS) flaws.add(new Flaw(row.row(), cell.cell(), cell.reason()));
            });
        }
        if (refused.isEmpty()) return;
        if (refused.size() > MOST_FLAWS) flaws.add(new Flaw(null, null, "共有" + refused.size() + "处不能导入，以上列出前" + MOST_FLAWS + "处；全部见试导入（dryRun=true）的结果"));
        throw refused.stream().anyMatch(RowOutcome.CellOutcome::rule) ? Refusal.ofRule(flaws) : Refusal.ofInput(flaws);
    }
}
