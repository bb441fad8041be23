package org.rectification.supervision.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.supervision.CheckStatus;

/**
 * One department in a campaign.
 *
 * @param correctionDays  working days, null like everything that follows it until something was found
 * @param callOffReason   null, as is who called it off and when, unless it was
 * @param findings        without what is still being recorded where a department reads about itself
 */
public record CheckLine(String checkKey, String department, String departmentName, CheckStatus status, String statusName, boolean open, String checkedBy, String checkedByName,
                        LocalDateTime checkedAt, Integer correctionDays, LocalDate correctionDueOn, Integer daysLeft, String correctedBy, String correctedByName,
                        LocalDateTime correctedAt, int returns, String callOffReason, String calledOffByName, LocalDateTime calledOffAt, List<FindingLine> findings, List<RecheckLine> rechecks) {

    public record RecheckLine(int number, String correctedBy, String correctedByName, LocalDateTime correctedAt, boolean passed, String opinion, String person,
                              String personName, LocalDateTime recheckedAt) {}
}
