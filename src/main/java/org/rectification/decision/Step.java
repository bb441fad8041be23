package org.rectification.decision;

/** Where somebody decides on a task: 审签, 核查, 销号审定. */
public enum Step {
    ENDORSE("部门负责人审签", "同意"), CHECK("核查验收", "通过"), SIGN_OFF("销号审定", "同意销号");

    private final String label;
    private final String yes;

    Step(String label, String yes) {
        this.label = label;
        this.yes = yes;
    }

    public String label() {
        return label;
    }

    /** How people say yes to it. */
    public String yes() {
        return yes;
    }
}
