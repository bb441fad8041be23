package org.rectification.rectification;

public record BlockEnded(String blockKey) {}
