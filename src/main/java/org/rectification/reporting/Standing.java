package org.rectification.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** How a department did in a period. A late report is 补报 for ever; what was never reported is 未报. */
public enum Standing {
    AWAITED("待报"), ON_TIME("按时"), LATE("补报"), MISSING("未报");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    /** @param firstSubmittedAt null where nothing was ever handed in; what is returned stays as punctual as it was */
    static Standing of(LocalDateTime firstSubmittedAt, LocalDate dueOn, LocalDate today) {
        if (firstSubmittedAt != null) return firstSubmittedAt.toLocalDate().isAfter(dueOn) ? LATE : ON_TIME;
        return today.isAfter(dueOn) ? MISSING : AWAITED;
    }

    public String label() {
        return label;
    }
}
