package org.rectification.rectification;

/** The four parts played in a round, each by another person. */
public enum Role {
    SUBMITTER("报验"), ENDORSER("审签"), CHECKER("核查"), SIGNER("销号审定");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
