package org.rectification.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * 代录: a sign-off that a leader decided on paper and somebody else recorded.
 *
 * @param objectUntil last day on which the leader may object
 * @param objection   why he does not stand by it, null unless he objects; {@code objectedAt} as well
 */
public record PaperSignOff(String taskNumber, String title, int round, String leader, String secretary, String secretaryName, long scan, boolean approved, String opinion, LocalDateTime recordedAt, LocalDate objectUntil,
                           String objection, LocalDateTime objectedAt) {

    public boolean isObjectedTo() {
        return objection != null;
    }
}
