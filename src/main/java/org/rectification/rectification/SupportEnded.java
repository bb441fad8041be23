package org.rectification.rectification;

/** A department is no longer asked for its support, because it leads the task now. */
public record SupportEnded(SupportKey key) {}
