package org.rectification.rectification;

/** 集中整改总结 has come to the office, for the first time or because the bulletin was returned. */
public record SummaryBegun(String caseNumber) {}
