package org.rectification.rectification;

/** How urgent a task is; decides how early its light changes. */
public enum TaskKind {
    IMMEDIATE("立行立改"), TIME_LIMITED("限期整改"), LONG_TERM("长期整改");

    private final String label;

    TaskKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
