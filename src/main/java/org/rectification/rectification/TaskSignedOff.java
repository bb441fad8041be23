package org.rectification.rectification;

public record TaskSignedOff(String taskNumber) implements TaskEnded {}
