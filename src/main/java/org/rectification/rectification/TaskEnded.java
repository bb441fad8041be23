package org.rectification.rectification;

/** A task needs nothing any more: whatever is still asked for about it ends in the same transaction. */
public sealed interface TaskEnded permits TaskSignedOff, TaskWithdrawn {

    String taskNumber();
}
