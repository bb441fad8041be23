package org.rectification.rectification;

import java.time.LocalDate;

/** A case with its numbers. {@code overdue} and {@code blocked} count tasks, {@code rebounds} how often any of them rebounded; {@code completion} counts problems all of whose tasks are signed off; {@code takenOverOn} null where the case began here, {@code historical} tasks are among the signed off once it is launched. */
public record CaseFigures(String caseNumber, String title, String inspectionBody, String inspectedParty, LocalDate feedbackDate,
                          LocalDate concentratedDeadline, CaseStage stage, Integer declaredProblems, long problems, long tasks, long measures,
                          long measuresDone, long signedOff, long overdue, long blocked, long rebounds, Completion completion, LocalDate takenOverOn, long historical) {

    public Completion measureCompletion() {
        return Completion.of(measuresDone, measures);
    }

    /** How many problems the feedback declared beyond those registered so far; 0 once registering is over. */
    public long stillToRegister() {
        return stage != CaseStage.REGISTERING || declaredProblems == null ? 0 : Math.max(0, declaredProblems - problems);
    }

    /** Why the feedback's number of problems and the registered one differ; null where they do not. */
    public String differenceExplained() {
        if (declaredProblems == null) return "反馈意见没有载明问题数";
        long more = problems - declaredProblems;
        if (more == 0) return null;
        if (more > 0) return "反馈意见载明" + declaredProblems + "个，登记了" + problems + "个，多出的" + more + "个是巡察期间移交或拆分登记的问题";
        return "反馈意见载明" + declaredProblems + "个，登记了" + problems + "个，" + (stage == CaseStage.REGISTERING ? "还差" + -more + "个" : "少" + -more + "个，须核对是合并登记还是漏登");
    }
}
