package org.rectification.rectification;

/** A running task is supported by departments that have not been asked yet. */
public record SupportWidened(String taskNumber) {}
