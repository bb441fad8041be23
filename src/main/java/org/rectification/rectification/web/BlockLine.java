package org.rectification.rectification.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.rectification.BlockStatus;

/**
 * A request for 客观受阻 as people read it.
 *
 * @param number     1 for the task's first request
 * @param pausedDays calendar days not counted, up to today where it lasts
 * @param awaited    who has to act now, null once the task goes on
 * @param reviews    the first one first
 */
record BlockLine(String blockKey, String taskNumber, int number, BlockStatus status, String statusName, String reason, String outsideBody, LocalDate requestDate,
                 String requestNumber, String interimMeasures, LocalDate reviewOn, boolean underReview, String requestedBy, String requestedByName, LocalDateTime requestedAt,
                 String decidedBy, String decidedByName, LocalDateTime decidedAt, String opinion, LocalDateTime resumedAt, long pausedDays, String awaited, List<ReviewLine> reviews) {

    record ReviewLine(boolean stillBlocked, String findings, LocalDate nextReviewOn, String person, String personName, LocalDateTime reviewedAt) {}
}
