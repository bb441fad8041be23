package org.rectification.change;

/** Nobody decides about it any more, since its task, or the one that was to take it in, has left the ledger's open ones. */
public record ChangeEnded(String changeKey) {}
