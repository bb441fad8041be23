package org.rectification.rectification.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
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
        return endOf(allowances.afterFeedback(Allowance.REGISTER, caseNumber));
    }

    public Date draftPlan(String caseNumber) {
        return endOf(allowances.afterFeedback(Allowance.PLAN, caseNumber));
    }

    public Date reviewPlan(String caseNumber) {
        return endOf(allowances.fromToday(Allowance.REVIEW));
    }

    public Date approvePlan(String caseNumber) {
        return endOf(allowances.fromToday(Allowance.APPROVE));
    }

    public Date decomposeTasks(String caseNumber) {
        return endOf(allowances.fromToday(Allowance.DECOMPOSE));
    }

    public Date summariseCase(String caseNumber) {
        return endOf(allowances.fromToday(Allowance.SUMMARISE));
    }

    public Date approveBulletin(String caseNumber) {
        return endOf(allowances.fromToday(Allowance.BULLETIN));
    }

    public Date endorse(String taskNumber) {
        return endOf(allowances.fromToday(Allowance.ENDORSE));
    }

    public Date check(String taskNumber) {
        return endOf(allowances.fromToday(Allowance.CHECK));
    }

    public Date signOff(String taskNumber) {
        return endOf(allowances.fromToday(Allowance.SIGN_OFF));
    }

    private static Date endOf(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59, 59)).atZone(ZoneId.systemDefault()).toInstant());
    }
}
