package org.rectification.deadlines;

/** What became of a step of the ladder. */
public enum StepStatus {
    TAKEN("已生效"), AWAITING("待确认"), CONFIRMED("已确认"), DECLINED("不予采纳"), LAPSED("已失效");

    private final String label;

    StepStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Without effect, by somebody's word or by nobody's. */
    public boolean isDropped() {
        return this == DECLINED || this == LAPSED;
    }

    public boolean isInEffect() {
        return this == TAKEN || this == CONFIRMED;
    }
}
