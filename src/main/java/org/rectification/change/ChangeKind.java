package org.rectification.change;

/** What may become of a launched task. */
public enum ChangeKind {

    HAND_OVER("移交"), MERGE("合并"), SPLIT("拆分"), WITHDRAW("撤销");

    private final String label;

    ChangeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
