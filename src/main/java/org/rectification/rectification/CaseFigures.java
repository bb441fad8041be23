package org.rectification.rectification;

import java.time.LocalDate;

/** A case with its numbers. {@code overdue} and {@code blocked} count tasks, {@code rebounds} how often any of them rebounded; {@code completion} counts problems all of whose tasks are signed off; {@code takenOverOn} null where the case began here, {@code historical} tasks are among the signed off once it is launched, {@code handedOver} problems among the registered. */
public record CaseFigures(String caseNumber, String title, String inspectionBody, String inspectedParty, LocalDate feedbackDate,
                          LocalDate concentratedDeadline, CaseStage stage, Integer declaredProblems, long problems, long tasks, long measures,
                          long measuresDone, long signedOff, long overdue, long blocked, long rebounds, Completion completion, LocalDate takenOverOn, long historical, long handedOver) {

    public Completion measureCompletion() {
        return Completion.of(measuresDone, measures);
    }

    /** How many problems the feedback declared beyond those registered so far; 0 once registering is over. */
    public long stillToRegister() {
        return stage != CaseStage.REGISTERING || declaredProblems == null ? 0 : Math.max(0, declaredProblems - problems);
    }

    /** How many problems are registered beyond those that the feedback declared and those said to be handed over during the inspection; only the office knows why. */
    public long unexplained() {
        return declaredProblems == null ? 0 : Math.max(0, problems - handedOver - declaredProblems);
    }

    /** Whether somebody has to compare the registered problems with the feedback's number. */
    public boolean differenceOpen() {
        return declaredProblems != null && (problems < declaredProblems || unexplained() > 0);
    }

    /** Why the feedback's number of problems and the registered one differ, as far as the ledger tells; null where they do not. */
    public String differenceExplained() {
        if (declaredProblems == null) return "反馈意见没有载明问题数";
        long more = problems - declaredProblems;
        if (more == 0) return null;
        String both = "反馈意见载明" + declaredProblems + "个，登记了" + problems + "个，";
        if (more < 0) return both + (stage == CaseStage.REGISTERING ? "还差" + -more + "个" : "少" + -more + "个，须核对是合并登记还是漏登");
        String handed = handedOver == 0 ? "" : "其中" + handedOver + "个登记为巡察期间移交";
        if (unexplained() == 0) return both + handed;
        return both + "多" + more + "个，" + (handed.isEmpty() ? "" : handed + "，另外" + unexplained() + "个") + "须核对是否重复登记" + (stage.isLaunched() ? "" : "：重复的请删除，巡察期间移交的请在“修改”中改正来源")
                + "；拆分登记的，请在通报的“问题数说明”中写明";
    }
}
