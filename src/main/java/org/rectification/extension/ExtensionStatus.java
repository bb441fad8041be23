package org.rectification.extension;

public enum ExtensionStatus {
    REQUESTED("待审签"), ENDORSED("待审定"), APPROVED("已批准"), REFUSED("未批准"), ENDED("已终止");

    private final String label;

    ExtensionStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == REQUESTED || this == ENDORSED;
    }
}
