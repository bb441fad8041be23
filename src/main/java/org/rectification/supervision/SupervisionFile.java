package org.rectification.supervision;

import org.rectification.evidence.EvidenceFile;

/**
 * A file with a finding or a proposal.
 *
 * @param turn           how often the matter had been returned when the file came; what an earlier turn handed on stays
 * @param findingId      null for a proposal's
 * @param proposalNumber null for a finding's
 */
public record SupervisionFile(EvidenceFile file, Part part, int turn, Long findingId, String proposalNumber) {

    /** What it shows: the finding or what was done about it, the proposal or the answer. */
    public enum Part { FINDING, CORRECTION, PROPOSAL, ANSWER }
}
