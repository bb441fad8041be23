package org.rectification.rectification;

/** Where a problem comes from: the feedback itself, or found and handed over while the inspection was still going on. */
public enum Origin {
    FEEDBACK("反馈意见"), DURING_INSPECTION("巡察期间移交");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
