package org.rectification.rectification.process;

import java.util.Date;
import org.rectification.engine.EndOfDay;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.springframework.stereotype.Component;

/** Until when the models say a step is due: the end of the allowance's last day. */
@Component
public class StepDueDates {

    private final Allowances allowances;

    StepDueDates(Allowances allowances) {
        this.allowances = allowances;
    }

    public Date registerProblems(String caseNumber) {
        return EndOfDay.of(allowances.afterFeedback(Allowance.REGISTER, caseNumber));
    }

    public Date draftPlan(String caseNumber) {
        return EndOfDay.of(allowances.afterFeedback(Allowance.PLAN, caseNumber));
    }

    public Date reviewPlan(String caseNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.REVIEW));
    }

    public Date approvePlan(String caseNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.APPROVE));
    }

    public Date decomposeTasks(String caseNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.DECOMPOSE));
    }

    public Date summariseCase(String caseNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.SUMMARISE));
    }

    public Date approveBulletin(String caseNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.BULLETIN));
    }

    public Date endorse(String taskNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.ENDORSE));
    }

    public Date check(String taskNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.CHECK));
    }

    public Date endorseExtension(String extensionKey) {
        return EndOfDay.of(allowances.fromToday(Allowance.ENDORSE_EXTENSION));
    }

    public Date approveExtension(String extensionKey) {
        return EndOfDay.of(allowances.fromToday(Allowance.APPROVE_EXTENSION));
    }

    public Date approveBlocked(String blockKey) {
        return EndOfDay.of(allowances.fromToday(Allowance.APPROVE_BLOCKED));
    }

    public Date approveChange(String changeKey) {
        return EndOfDay.of(allowances.fromToday(Allowance.CHANGE));
    }

    public Date signOff(String taskNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.SIGN_OFF));
    }

    public Date reviewReport(String reportKey) {
        return EndOfDay.of(allowances.fromToday(Allowance.REVIEW_REPORT));
    }

    public Date lookBack(String taskNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.LOOK_BACK));
    }
}
