package org.rectification.supervision.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.supervision.ProposalStatus;

/**
 * A supervision proposal as people read it.
 *
 * @param department  null for the whole party, which {@code departmentName} then names
 * @param taskNumber  null, as is {@code taskTitle}, where it is about no single task
 * @param answerDueOn what the proposal says; {@code dueOn} is later once an answer was refused shortly before
 * @param daysLeft    working days to {@code dueOn}, null unless its answer is awaited
 * @param awaited     who has to act now, null once it is done with
 * @param answers     the judged ones and the one that waits, the first one first
 * @param answerFiles with the answer that is being written
 */
public record ProposalLine(String proposalNumber, String caseNumber, int number, String title, String text, String department, String departmentName, String taskNumber,
                           String taskTitle, LocalDate answerDueOn, LocalDate dueOn, Integer daysLeft, ProposalStatus status, String statusName, String awaited, String filedBy,
                           String filedByName, LocalDateTime filedAt, int refusals, List<FileLine> files, List<AnswerLine> answers, List<FileLine> answerFiles) {

    /** @param accepted null, as is everything that follows it, while it waits to be judged */
    public record AnswerLine(int number, String text, String answeredBy, String answeredByName, LocalDateTime answeredAt, List<FileLine> files, Boolean accepted, String opinion,
                             String judgedBy, String judgedByName, LocalDateTime judgedAt) {}
}
