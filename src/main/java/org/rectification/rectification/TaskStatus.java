package org.rectification.rectification;

/** Where a task stands. Only SIGNED_OFF counts as done. */
public enum TaskStatus {
    NOT_STARTED("未下达"), IN_PROGRESS("落实整改中"), AWAITING_ENDORSEMENT("待部门审签"), AWAITING_CHECK("待核查验收"),
    AWAITING_SIGN_OFF("待销号审定"), SIGNED_OFF("已销号"), BLOCKED("客观受阻"), WITHDRAWN("已撤销");

    private final String label;

    TaskStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * As people name it: 历史销号 apart from 已销号, 已合并 and 已拆分 apart from 已撤销.
     *
     * @param historical whether the sign-off is one from before the takeover
     * @param exit       how it left the ledger, null where it did not
     */
    String label(boolean historical, LedgerExit exit) {
        if (exit != null) return exit.label();
        return historical && this == SIGNED_OFF ? "历史销号" : label;
    }

    /** Whether days towards its deadline, or past it, mean anything to anybody. */
    public boolean isTimed() {
        return this != SIGNED_OFF && this != BLOCKED && this != WITHDRAWN;
    }
}
