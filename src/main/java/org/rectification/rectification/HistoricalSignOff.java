package org.rectification.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * 历史销号: a sign-off from before the case was taken over. It stays on file even where the task rebounds.
 *
 * @param decidedBy as the minutes name them: a meeting or a person, not necessarily one with a login
 */
public record HistoricalSignOff(String taskNumber, LocalDate signedOffOn, String decidedBy, String recordedBy, LocalDateTime recordedAt) {}
