package org.rectification.deadlines;

public record EscalationEnded(String key) {}
