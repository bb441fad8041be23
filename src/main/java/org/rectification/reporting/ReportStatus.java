package org.rectification.reporting;

/** Where a report stands between the department and the office. */
public enum ReportStatus {
    OPEN("待填报"), SUBMITTED("待审核"), ACCEPTED("已通过");

    private final String label;

    ReportStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
