package org.rectification.supervision;

/** Where a department stands in a campaign. */
public enum CheckStatus {
    RECORDING("待现场检查"), CORRECTING("检查问题整改中"), RECHECKING("待复查"), CLEAR("未发现问题"), CORRECTED("已整改到位"), CALLED_OFF("不再检查");

    private final String label;

    CheckStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == RECORDING || this == CORRECTING || this == RECHECKING;
    }
}
