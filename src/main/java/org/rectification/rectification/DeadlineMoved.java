package org.rectification.rectification;

import java.time.LocalDate;

/**
 * The task is due on another day from now on; whoever repeats it elsewhere follows in the same transaction.
 *
 * @param dueOn null while the task's time does not run
 */
public record DeadlineMoved(String taskNumber, LocalDate dueOn) {}
