package org.rectification.rectification;

/**
 * A historical sign-off as the office types it.
 *
 * @param signedOffOn an ISO date
 * @param reason      where the approved plan held the task
 */
public record HistoricalDraft(String signedOffOn, String decidedBy, String reason) {

    public static final HistoricalDraft EMPTY = new HistoricalDraft(null, null, null);
}
