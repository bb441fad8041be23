package org.rectification.rectification;

/** Something that keeps a case from closing has come to its end. */
public record ClosingHindranceGone(String caseNumber) {}
