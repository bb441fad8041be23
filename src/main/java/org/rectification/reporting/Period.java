package org.rectification.reporting;

import java.time.LocalDate;

/**
 * 报告期. Both days belong to it.
 *
 * @param key 2026-11H1, 2026-W47, 2026-11, 2026-Q4, or the last day of a period of one's own
 */
public record Period(String key, LocalDate startsOn, LocalDate endsOn) {}
