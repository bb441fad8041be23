package org.rectification.rectification;

/** A launched task has left the ledger without a sign-off. */
public record TaskWithdrawn(String taskNumber) implements TaskEnded {}
