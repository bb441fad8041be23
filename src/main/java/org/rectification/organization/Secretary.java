package org.rectification.organization;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * 代录人: somebody records on these days, both included, what a leader decided on paper.
 *
 * @param endedAt null unless it was ended before its last day
 */
public record Secretary(long id, String leader, String secretary, LocalDate fromOn, LocalDate toOn, String enteredBy, LocalDateTime enteredAt, String endedBy, LocalDateTime endedAt) {

    public boolean isOver(LocalDate day) {
        return endedAt != null || toOn.isBefore(day);
    }

    /** 待开始, 代录中, 已结束 or 提前结束. */
    public String state(LocalDate day) {
        return endedAt != null ? "提前结束" : isOver(day) ? "已结束" : fromOn.isAfter(day) ? "待开始" : "代录中";
    }
}
