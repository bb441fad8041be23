package org.rectification.rectification.web;

import java.time.LocalDate;
import java.util.List;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.BlockStatus;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.web.Complaint;

/**
 * What blocks or blocked a task, as one person finds it.
 *
 * @param handler  whether he is one who may ask
 * @param hastener whether he may bring a review forward
 * @param whyNot   why nobody can ask now, null where one can
 * @param lines    newest first
 * @param typed    what has just been refused
 */
record BlockSheet(RectificationTask task, boolean handler, boolean hastener, String whyNot, List<BlockLine> lines, LocalDate today, BlockDraft typed, Complaint complaint) {

    /** Whether there is anything to see or to do. */
    public boolean isShown() {
        return handler && whyNot == null || !lines.isEmpty();
    }

    public boolean isHastenable(BlockLine line) {
        return hastener && line.status() == BlockStatus.BLOCKED && !line.underReview();
    }

    public long pausedDays() {
        return lines.stream().mapToLong(BlockLine::pausedDays).sum();
    }
}
