package org.rectification.rectification;

import java.time.LocalDate;

/** The ledger has another deadline from now on; whoever repeats it elsewhere follows in the same transaction. */
public record DeadlineMoved(String taskNumber, LocalDate deadline) {}
