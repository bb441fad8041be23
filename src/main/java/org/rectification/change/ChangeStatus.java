package org.rectification.change;

public enum ChangeStatus {

    REQUESTED("待审定"), APPLIED("已生效"), REFUSED("未批准"), ENDED("已终止");

    private final String label;

    ChangeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
