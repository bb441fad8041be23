package org.rectification.rectification;

/** A launched task has got another lead department, which begins to implement it anew in the same transaction. */
public record TaskHandedOver(String taskNumber) {}
