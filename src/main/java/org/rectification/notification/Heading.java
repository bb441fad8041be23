package org.rectification.notification;

/** Under what a line of a digest stands, in the order in which people read them. */
public enum Heading {
    OVERDUE("已超期"), NEAR("即将到期"), RETURNED("被退回"), WAITING("待您办理"), MORE("其余事项");

    private final String label;

    Heading(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
