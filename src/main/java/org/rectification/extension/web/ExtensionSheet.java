package org.rectification.extension.web;

import java.time.LocalDate;
import java.util.List;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.web.Complaint;

/**
 * A task's extensions as one person finds them.
 *
 * @param handler whether he is one who may ask
 * @param whyNot  why nobody can ask now, null where one can
 * @param latest  the last day one can ask for
 * @param lines   the first request first
 * @param asked   what has just been refused
 */
public record ExtensionSheet(RectificationTask task, boolean handler, String whyNot, LocalDate latest, List<ExtensionLine> lines, Asked asked) {

    /** As typed. */
    public record Asked(String deadline, String reason, Complaint complaint) {

        static final Asked NOTHING = new Asked("", "", Complaint.NONE);
    }

    /** Whether there is anything to see or to do. */
    public boolean isShown() {
        return handler || !lines.isEmpty();
    }

    /** Newest first. */
    public List<ExtensionLine> newestFirst() {
        List<ExtensionLine> reversed = new java.util.ArrayList<>(lines);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
