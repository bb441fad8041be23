package org.rectification.rectification;

/** The three phases of a rectification. */
public enum Phase {
    PREPARATION("前期准备"), EXECUTION("全面推进"), SUMMARY("总结评估");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
