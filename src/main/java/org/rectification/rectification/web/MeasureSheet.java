package org.rectification.rectification.web;

import java.time.LocalDate;
import java.util.List;
import org.rectification.rectification.TaskFile;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.refusal.web.Complaint;

/**
 * A task's measures as one person finds them.
 *
 * @param tickable whether he may tick them now
 * @param filing   whether he may add evidence to them now
 * @param wrong    what has just been refused, null where nothing was
 */
public record MeasureSheet(TaskFile file, LocalDate today, boolean tickable, boolean filing, Wrong wrong) {

    /** @param doneOn as typed, null where it was not about a date */
    public record Wrong(int ordinal, String doneOn, Complaint complaint) {}

    public long done() {
        return file.measures().stream().filter(measure -> measure.doneOn() != null).count();
    }

    public List<EvidenceLine> showing(int ordinal) {
        return file.evidence().stream().filter(each -> each.measure() != null && each.measure() == ordinal).toList();
    }

    /** Files of the open round that do not show this measure yet. */
    public List<EvidenceLine> choices(int ordinal) {
        return thisRound().stream().filter(each -> each.measure() == null || each.measure() != ordinal).toList();
    }

    public List<EvidenceLine> thisRound() {
        return file.evidence().stream().filter(each -> each.round() == file.row().round()).toList();
    }

    public Wrong wrongWith(int ordinal) {
        return wrong != null && wrong.ordinal() == ordinal ? wrong : null;
    }
}
