package org.rectification.rectification;

/** The case counts from another takeover than before, or from none; what is due by it follows in the same transaction. */
public record CaseTakenOver(String caseNumber) {}
