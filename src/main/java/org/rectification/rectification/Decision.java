package org.rectification.rectification;

import java.time.LocalDateTime;

/**
 * What one person decided in one round; never changed afterwards.
 *
 * @param opinion      the completion statement of a submitter, the opinion of the others; null where none was given
 * @param evidenceHash the manifest the person decided on
 */
public record Decision(String taskNumber, int round, Role role, String person, boolean approved, String opinion,
                       String evidenceHash, LocalDateTime decidedAt) {}
