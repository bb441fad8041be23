package org.rectification.decision;

/**
 * What became of one decision of a batch.
 *
 * @param title  null where the task does not wait for this person
 * @param result what was done, or why not
 */
public record Outcome(String taskNumber, String title, boolean done, String result) {}
