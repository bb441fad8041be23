package org.rectification.rectification;

public enum BlockStatus {
    REQUESTED("待认定"), REFUSED("不予认定"), BLOCKED("客观受阻"), RESUMED("已恢复整改"), ENDED("已终止");

    private final String label;

    BlockStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == REQUESTED || this == BLOCKED;
    }
}
