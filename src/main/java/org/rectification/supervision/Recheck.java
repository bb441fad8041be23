package org.rectification.supervision;

import java.time.LocalDateTime;

/** 复查 of one correction. {@code ordinal} is 1 for the first. */
public record Recheck(String checkKey, int ordinal, String correctedBy, LocalDateTime correctedAt, boolean passed, String opinion, String person, LocalDateTime recheckedAt) {}
