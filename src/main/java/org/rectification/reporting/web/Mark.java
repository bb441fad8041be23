package org.rectification.reporting.web;

import java.util.Locale;
import org.rectification.reporting.Overview.Cell;
import org.rectification.reporting.ReportStatus;
import org.rectification.reporting.Standing;

/** How a report looks at a glance: a word, and in site.css a shape and a colour, so that nobody depends on colours alone. */
public enum Mark {
    ON_TIME("按时", "在期限内填报，已审核通过"), LATE("补报", "过了期限才填报，已审核通过"), IN_REVIEW("待审", "已填报，等整改办审核"),
    RETURNED("退回修改", "已填报，被整改办退回，等科室改后重报"), AWAITED("待报", "还没有填报，未到期限"), MISSING("未报", "还没有填报，已过期限");

    private final String label;
    private final String meaning;
    private final String css = "mark mark-" + name().toLowerCase(Locale.ROOT);

    Mark(String label, String meaning) {
        this.label = label;
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
    public String css() { return css; }
    public String meaning() { return meaning; }
}
