package org.rectification.rectification;

/** What was still asked for about it is settled. */
public record TaskSignedOff(String taskNumber) {}
