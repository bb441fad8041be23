package org.rectification.rectification;

/** A launched task has left the ledger without a sign-off; whatever was under way about it ends in the same transaction. */
public record TaskWithdrawn(String taskNumber) {}
