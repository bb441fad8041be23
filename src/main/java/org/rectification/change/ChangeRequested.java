package org.rectification.change;

public record ChangeRequested(String changeKey) {}
