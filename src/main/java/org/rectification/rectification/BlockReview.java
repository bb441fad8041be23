package org.rectification.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What the office found. {@code nextReviewOn} is null where the task goes on. */
public record BlockReview(String blockKey, boolean stillBlocked, String findings, LocalDate nextReviewOn, String person, LocalDateTime reviewedAt) {}
