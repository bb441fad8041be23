package org.rectification.extension;

/** Somebody has asked for a later deadline; who follows belongs to the same transaction. */
public record ExtensionRequested(String extensionKey) {}
