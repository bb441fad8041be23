package org.rectification.register;

/** The standard terms within a register; 成效数据 need none. */
public enum EntryKind {
    NEW(Register.RULES, "新建"), REVISED(Register.RULES, "修订"), ABOLISHED(Register.RULES, "废止"),

    TALK_REMINDER(Register.ACCOUNTABILITY, "谈话提醒"), CRITICISM(Register.ACCOUNTABILITY, "批评教育"), SELF_EXAMINATION(Register.ACCOUNTABILITY, "责令检查"),
    ADMONITION(Register.ACCOUNTABILITY, "诫勉"), CIRCULATED(Register.ACCOUNTABILITY, "通报"), ORGANIZATIONAL(Register.ACCOUNTABILITY, "组织处理"),
    PARTY_DISCIPLINE(Register.ACCOUNTABILITY, "党纪处分"), ADMINISTRATIVE_SANCTION(Register.ACCOUNTABILITY, "政务处分"), JUDICIAL_TRANSFER(Register.ACCOUNTABILITY, "移送司法"),
    OTHER_ACCOUNTABILITY(Register.ACCOUNTABILITY, "其他处理"),

    LEADING_GROUP(Register.MEETINGS, "领导小组会议"), PARTY_COMMITTEE(Register.MEETINGS, "党组会议"), SPECIAL(Register.MEETINGS, "专题会"),
    DEMOCRATIC_LIFE(Register.MEETINGS, "民主生活会"), PROGRESS(Register.MEETINGS, "调度推进会"), OTHER_MEETING(Register.MEETINGS, "其他会议");

    private final Register register;
    private final String label;

    EntryKind(Register register, String label) {
        this.register = register;
        this.label = label;
    }

    public Register register() {
        return register;
    }

    public String label() {
        return label;
    }
}
