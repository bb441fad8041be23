package org.rectification.supervision;

public enum ProposalStatus {
    AWAITING_ANSWER("待答复"), AWAITING_ACCEPTANCE("待审核答复"), ACCEPTED("已办结");

    private final String label;

    ProposalStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this != ACCEPTED;
    }
}
