package org.rectification.lookback;

public enum LookBackStatus {
    AWAITED("待回头看"), HELD("成效保持"), REBOUNDED("已反弹");

    private final String label;

    LookBackStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
