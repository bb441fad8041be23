package org.rectification.reporting.web;

import org.rectification.reporting.Overview.Cell;
import org.rectification.reporting.ReportStatus;
import org.rectification.reporting.Standing;

/** How a report looks at a glance: a word and a shape, so that nobody depends on colours. */
enum Mark {
    ON_TIME("按时", "●", "在期限内填报，已审核通过"), LATE("补报", "◐", "过了期限才填报，已审核通过"), IN_REVIEW("待审", "◇", "已填报，等整改办审核"),
    RETURNED("退回修改", "↩", "已填报，被整改办退回，等科室改后重报"), AWAITED("待报", "○", "还没有填报，未到期限"), MISSING("未报", "✕", "还没有填报，已过期限");

    private final String label;
    private final String shape;
    private final String meaning;

    Mark(String label, String shape, String meaning) {
        this.label = label;
        this.shape = shape;
        this.meaning = meaning;
    }

    static Mark of(Cell cell) {
        return of(cell.status(), cell.standing(), cell.returns());
    }

    static Mark of(ReportStatus status, Standing standing, int returns) {
        return switch (status) {
            case SUBMITTED -> IN_REVIEW;
            case ACCEPTED -> standing == Standing.LATE ? LATE : ON_TIME;
            case OPEN -> returns > 0 ? RETURNED : standing == Standing.MISSING ? MISSING : AWAITED;
        };
    }

    public String label() { return label; }
    public String shape() { return shape; }
    public String meaning() { return meaning; }
}
