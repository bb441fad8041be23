package org.rectification.rectification;

/** How a task left the ledger without being signed off; null for one that did not. */
public enum LedgerExit {
    WITHDRAWN("已撤销"), MERGED("已合并"), SPLIT("已拆分");

    private final String label;

    LedgerExit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
