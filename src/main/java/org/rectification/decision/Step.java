package org.rectification.decision;

/** Where somebody decides on a task: 审签, 核查, 销号审定. */
public enum Step {
    ENDORSE("部门负责人审签", "同意", "转督导检查组核查"), CHECK("核查验收", "通过", "转领导小组审定"), SIGN_OFF("销号审定", "同意销号", "从台账上销号");

    private final String label;
    private final String yes;
    private final String means;

    Step(String label, String yes, String means) {
        this.label = label;
        this.yes = yes;
        this.means = means;
    }

    public String label() {
        return label;
    }

    /** How people say yes to it. */
    public String yes() {
        return yes;
    }

    /** What a yes brings about. */
    public String means() {
        return means;
    }
}
