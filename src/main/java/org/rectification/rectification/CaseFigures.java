package org.rectification.rectification;

import java.time.LocalDate;

/** A case with its numbers. {@code overdue} and {@code blocked} count tasks; {@code completion} counts problems all of whose tasks are signed off. */
public record CaseFigures(String caseNumber, String title, String inspectionBody, String inspectedParty, LocalDate feedbackDate,
                          LocalDate concentratedDeadline, CaseStage stage, Integer declaredProblems, long problems, long tasks, long measures,
                          long measuresDone, long signedOff, long overdue, long blocked, Completion completion) {}
