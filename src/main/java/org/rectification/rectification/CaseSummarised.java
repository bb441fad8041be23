package org.rectification.rectification;

/** The office has handed the summary over, and with it the bulletin. */
public record CaseSummarised(String caseNumber, String summary, String by) {}
