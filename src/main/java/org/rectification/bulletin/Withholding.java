package org.rectification.bulletin;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * 不予公开.
 *
 * @param problem  a whole problem, or null
 * @param passage  words that the public reads nowhere in the bulletin, or null
 * @param approved null until a member of the leading group has decided
 * @param consentDocument of the inspection office, null until the office has recorded it
 * @param carried  first asked for in an earlier bulletin of the case
 */
public record Withholding(long id, Integer problem, String passage, Ground ground, String reason, String askedBy, LocalDateTime askedAt, Boolean approved,
                          String decidedBy, LocalDateTime decidedAt, String consentDocument, LocalDate consentOn, boolean carried) {

    /** 问题3, or the words. */
    public String matter() {
        return problem != null ? "问题" + problem : "“" + passage + "”";
    }

    /** From the request on, so that nothing slips out while it is being decided. */
    public boolean holds() {
        return !Boolean.FALSE.equals(approved);
    }

    public boolean isUndecided() {
        return approved == null;
    }

    public boolean lacksConsent() {
        return Boolean.TRUE.equals(approved) && consentDocument == null;
    }
}
