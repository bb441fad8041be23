package org.rectification.reporting;

/** A case reports in another rhythm from now on. */
public record CadenceChanged(String caseNumber) {}
