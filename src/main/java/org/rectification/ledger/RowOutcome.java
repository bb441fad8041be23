package org.rectification.ledger;

import java.util.List;

/**
 * What importing a row comes to; rows in which nothing differs have none.
 *
 * @param row        as the table program counts, from 1
 * @param problem    number of the problem, null where it could not be told
 * @param taskNumber null where the row holds no task, or one that is still to be added
 * @param title      of the task, or else of the problem
 */
public record RowOutcome(int row, Kind kind, Integer problem, String taskNumber, String title, List<CellOutcome> cells) {

    public enum Kind {
        ADDED("新增"), CHANGED("修改"), REFUSED("不能导入");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param cell   整改台账!H12
     * @param column its heading, null for the row as a whole
     * @param from   what the ledger says, null for nothing
     * @param to     what the file says, null for nothing
     * @param reason why it is refused, null where it is not
     * @param rule   whether a rule forbids it; otherwise it could not be understood
     * @param note   how it was read where that is not plain to see, null elsewhere
     */
    public record CellOutcome(String cell, String column, String from, String to, String reason, boolean rule, String note) {

        CellOutcome noted(String note) {
            return new CellOutcome(cell, column, from, to, reason, rule, note);
        }
    }

    public boolean isRefused() {
        return kind == Kind.REFUSED;
    }
}
