package org.rectification.lookback.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.lookback.LookBackStatus;
import org.rectification.rectification.TaskFile.EvidenceLine;

/**
 * A look-back as people read it.
 *
 * @param round       the one whose sign-off is looked back at
 * @param decidedBy   null, as are {@code decidedAt} and {@code opinion}, while it is awaited
 * @param newDeadline null unless the task rebounded
 */
public record LookBackLine(String taskNumber, int round, int draw, LookBackStatus status, String statusName, String decidedBy, String decidedByName, LocalDateTime decidedAt,
                           String opinion, LocalDate newDeadline, List<EvidenceLine> evidence) {}
