package org.rectification.bulletin;

/** Why something is kept from the public: what the rules on making party matters and government information public except. */
public enum Ground {
    STATE_SECRET("国家秘密", "涉密内容不得在非涉密系统中处理，确属国家秘密的请同时从本系统删去"),
    WORK_SECRET("工作秘密", "泄露后会妨碍正常履职的内部事项"),
    COMMERCIAL_SECRET("商业秘密", "企业的技术、经营信息"),
    PRIVACY("个人隐私", "可识别到个人的处分、健康、住址等情况"),
    OTHER("其他不宜公开", "涉及社会稳定、正在办理的案件或问题线索等，请在理由中写明");

    private final String label;
    private final String hint;

    Ground(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }
}
