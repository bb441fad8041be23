package org.rectification.rectification;

import java.time.LocalDate;

/** A case with its numbers. {@code overdue} and {@code blocked} count tasks, {@code rebounds} how often any of them rebounded; {@code completion} counts problems all of whose tasks are signed off; {@code takenOverOn} null where the case began here, {@code historical} tasks are among the signed off once it is launched, {@code handedOver} problems among the registered. */
public record CaseFigures(String caseNumber, String title, String inspectionBody, String inspectedParty, LocalDate feedbackDate,
                          LocalDate concentratedDeadline, CaseStage stage, Integer declaredProblems, long problems, long tasks, long measures,
                          long measuresDone, long signedOff, long overdue, long blocked, long rebounds, Completion completion, LocalDate takenOverOn, long historical, long handedOver) {

    public Completion measureCompletion() {
        return Completion.of(measuresDone, measures);
    }

    /** What was handed over during the inspection stands for none of the problems that the feedback declared. Negative where some of these are missing; 0 too where it declared no number. */
    private long beyondDeclared() {
        return declaredProblems == null ? 0 : problems - handedOver - declaredProblems;
    }

    /** How many problems of the feedback are not yet registered; 0 once registering is over. */
    public long stillToRegister() {
        return stage == CaseStage.REGISTERING ? Math.max(0, -beyondDeclared()) : 0;
    }

    /** How many problems are registered beyond those that the feedback declared and those said to be handed over during the inspection; only the office knows why. */
    public long unexplained() {
        return Math.max(0, beyondDeclared());
    }

    /** Whether somebody has to compare the registered problems with the feedback's number before registering is over. */
    public boolean differenceOpen() {
        return stage == CaseStage.REGISTERING && beyondDeclared() != 0;
    }

    /** Whether the number of problems is not to be understood without a word: also where as many are missing as were handed over. */
    public boolean differsFromDeclared() {
        return declaredProblems != null && (beyondDeclared() != 0 || handedOver > 0);
    }

    /** Whether all that the feedback declared is registered, and besides it only what was handed over during the inspection. */
    public boolean differsByHandedOverAlone() {
        return declaredProblems != null && handedOver > 0 && beyondDeclared() == 0;
    }

    /** How the feedback's number of problems and the registered one differ, as far as the ledger tells; null where they do not. */
    public String differenceExplained() {
        if (declaredProblems == null) return "反馈意见没有载明问题数";
        long more = beyondDeclared();
        if (more == 0 && handedOver == 0) return null;
        String both = "反馈意见载明" + declaredProblems + "个，登记了" + problems + "个" + (handedOver == 0 ? "" : "，其中" + handedOver + "个登记为巡察期间移交");
        if (more == 0) return both;
        String by = (more > 0 ? "多" : stage == CaseStage.REGISTERING && handedOver == 0 ? "还差" : "少") + Math.abs(more) + "个";
        return both + (handedOver == 0 ? "，" : "，其余比载明的") + by;
    }

    /** What the office can do about the difference while it may still change the problems; null where nothing is to be done. */
    public String differenceToCheck() {
        if (!stage.allowsDrafting() || beyondDeclared() == 0) return null;
        return beyondDeclared() < 0 ? "须核对是合并登记还是漏登" : "须核对是否重复登记：重复的请删除，巡察期间移交的请在“修改”中改正来源；拆分登记的，请在通报的“问题数说明”中写明";
    }
}
