package org.rectification.rectification;

/** A department says that a task is blocked; who follows belongs to the same transaction. */
public record BlockRequested(String blockKey) {}
