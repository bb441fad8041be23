package org.rectification.feedback;

/** What the document leaves open about a proposed problem; a person decides. */
public enum Doubt {
    SPLIT_BY_SENTENCE("问题和整改情况写在一起，已按语句分开"),
    PERHAPS_STATEMENT("全放在“已有进度”里，其中可能有问题表述"),
    PERHAPS_PROGRESS("全放在“问题表述”里，其中可能有整改情况"),
    PERHAPS_SEVERAL("几段没有编号，放在一个问题里；各是一个问题的可从光标处拆分"),
    NUMBER_SKIPPED("原文编号在此不连续，前面可能缺一项");

    private final String label;

    Doubt(String label) {
        this.label = label;
    }

    public String label() { return label; }
}
