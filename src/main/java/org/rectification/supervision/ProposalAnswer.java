package org.rectification.supervision;

import java.time.LocalDateTime;

/** An answer to a proposal with what was said of it. {@code ordinal} is 1 for the first. */
public record ProposalAnswer(String proposalNumber, int ordinal, String text, String answeredBy, LocalDateTime answeredAt, boolean accepted, String opinion,
                             String judgedBy, LocalDateTime judgedAt) {}
