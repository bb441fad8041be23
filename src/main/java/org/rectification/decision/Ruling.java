package org.rectification.decision;

/**
 * One person's decision on one task, as it will stand in the ledger.
 *
 * @param round   the one he has seen
 * @param choice  never {@code SKIP}
 * @param opinion null for none
 */
public record Ruling(String taskNumber, int round, Choice choice, String opinion) {}
