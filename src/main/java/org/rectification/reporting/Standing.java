package org.rectification.reporting;

/** How a department did in a period. A late report is 补报 for ever; what was never reported is 未报. */
public enum Standing {
    AWAITED("待报"), ON_TIME("按时"), LATE("补报"), MISSING("未报");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
