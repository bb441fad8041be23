package org.rectification.rectification;

import java.util.function.ToIntFunction;

/** 办理时限: from which day on so many working days count for a step. */
public enum Allowance {
    REGISTER("反馈或接管", AllowanceSettings::register), PLAN("反馈或接管", AllowanceSettings::plan), REVIEW("方案送审", AllowanceSettings::review),
    APPROVE("联审", AllowanceSettings::approve), DECOMPOSE("方案审定", AllowanceSettings::decompose), SUMMARISE("集中整改结束", AllowanceSettings::summarise),
    BULLETIN("总结提交", AllowanceSettings::approve), ENDORSE("报验", AllowanceSettings::endorse), CHECK("审签", AllowanceSettings::check),
    SIGN_OFF("核查", AllowanceSettings::signOff), CORRECT("现场检查", AllowanceSettings::correct), RECHECK("整改提交", AllowanceSettings::recheck),
    CAMPAIGN("各科室查完", AllowanceSettings::campaign), ACCEPT_ANSWER("答复", AllowanceSettings::acceptAnswer), ANSWER_AGAIN("答复退回", AllowanceSettings::answerAgain),
    REVIEW_REPORT("报送", AllowanceSettings::reviewReport),
    LOOK_BACK("发起", AllowanceSettings::lookBack), CHANGE("申请", AllowanceSettings::approve),
    ENDORSE_EXTENSION("申请", AllowanceSettings::endorse), APPROVE_EXTENSION("审签", AllowanceSettings::approve), APPROVE_BLOCKED("申请", AllowanceSettings::approve);

    private final String base;
    private final ToIntFunction<AllowanceSettings> days;

    Allowance(String base, ToIntFunction<AllowanceSettings> days) {
        this.base = base;
        this.days = days;
    }

    int days(AllowanceSettings settings) {
        return days.applyAsInt(settings);
    }

    /** 报验后3个工作日. */
    String label(AllowanceSettings settings) {
        return base + "后" + days(settings) + "个工作日";
    }
}
