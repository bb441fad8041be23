package org.rectification.rectification;

/** What blocks a task has changed before the day of its review. */
public record EarlyReviewRequested(String blockKey) {}
