package org.rectification.rectification;

import java.time.LocalDateTime;

/**
 * What one person decided in one round; never changed afterwards.
 *
 * @param opinion      the completion statement of a submitter, the opinion of the others; null where none was given
 * @param evidenceHash the manifest the person decided on
 * @param actingFor    in whose place the person decided, null for himself; he counts as himself all the same
 * @param meeting      as in {@link Footing}, and so are {@code recordedBy} and {@code scan}
 */
public record Decision(String taskNumber, int round, Role role, String person, boolean approved, String opinion,
                       String evidenceHash, LocalDateTime decidedAt, String actingFor, String meeting, String recordedBy, Long scan) {

    public Decision(String taskNumber, int round, Role role, String person, boolean approved, String opinion, String evidenceHash, LocalDateTime decidedAt) {
        this(taskNumber, round, role, person, approved, opinion, evidenceHash, decidedAt, null, null, null, null);
    }

    Decision inPlaceOf(String absent) {
        return new Decision(taskNumber, round, role, person, approved, opinion, evidenceHash, decidedAt, absent, meeting, recordedBy, scan);
    }
}
