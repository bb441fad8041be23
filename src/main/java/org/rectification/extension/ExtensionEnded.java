package org.rectification.extension;

public record ExtensionEnded(String extensionKey) {}
