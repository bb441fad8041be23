package org.rectification.organization;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * 代理: somebody stands in for somebody else on these days, both included.
 *
 * @param endedAt null unless it was ended before its last day
 */
public record Deputy(long id, String absent, String deputy, LocalDate fromOn, LocalDate toOn, String reason, String enteredBy, LocalDateTime enteredAt, String endedBy, LocalDateTime endedAt) {

    public boolean isInForce(LocalDate day) {
        return !isOver(day) && !fromOn.isAfter(day);
    }

    public boolean isOver(LocalDate day) {
        return endedAt != null || toOn.isBefore(day);
    }
}
