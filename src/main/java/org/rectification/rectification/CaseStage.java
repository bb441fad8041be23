package org.rectification.rectification;

/** Where a case stands, in the order a case walks through. */
public enum CaseStage {
    REGISTERING("登记问题清单"), DRAFTING_PLAN("制定整改方案"), REVIEWING_PLAN("联审整改方案"), APPROVING_PLAN("审定整改方案"),
    DECOMPOSING("分解下达任务"), LAUNCHING("下达任务中"), RECTIFYING("集中整改"), SUMMARISING("集中整改总结"),
    APPROVING_BULLETIN("审定通报"), AWAITING_SIGN_OFFS("持续整改"), LOOKING_BACK("回头看"), CLOSED("整改办结");

    private final String label;

    CaseStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Before the launch problems and tasks can still be written, except while others judge the plan. */
    public boolean allowsDrafting() {
        return this == REGISTERING || this == DRAFTING_PLAN || this == DECOMPOSING;
    }

    public boolean isLaunched() {
        return compareTo(LAUNCHING) >= 0;
    }
}
