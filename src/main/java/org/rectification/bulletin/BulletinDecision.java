package org.rectification.bulletin;

import java.time.LocalDateTime;

/** What a member of the leading group decided on a bulletin. */
public record BulletinDecision(Matter matter, String person, boolean approved, String opinion, LocalDateTime decidedAt) {

    public enum Matter {
        APPROVAL("审定通报"), PUBLICATION("批准公开");

        private final String label;

        Matter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
