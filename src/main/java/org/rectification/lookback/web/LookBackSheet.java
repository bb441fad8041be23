package org.rectification.lookback.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.lookback.LookBack;
import org.rectification.lookback.LookBackDraws.Draw;
import org.rectification.lookback.Sample;

/**
 * A case's look-backs as one person finds them.
 *
 * @param editable    whether he may choose the share now
 * @param months      from the last sign-off to the look-back
 * @param due         null while tasks are open and where nothing is left to look back at
 * @param share       percent, as chosen or as typed
 * @param departments code → how many of its tasks the draw is taken from
 * @param draws       the first one first
 */
public record LookBackSheet(boolean editable, int months, LocalDate due, int share, Map<String, Integer> departments, List<Draw> draws, List<LookBack> lookBacks, String objection) {

    /** A department's part of the coming draw. */
    public int drawnOf(int tasks) {
        return Sample.size(tasks, share);
    }

    public int toDraw() {
        return departments.values().stream().mapToInt(this::drawnOf).sum();
    }

    public int total() {
        return departments.values().stream().mapToInt(Integer::intValue).sum();
    }

    public List<LookBack> of(Draw draw) {
        return lookBacks.stream().filter(each -> each.draw() == draw.ordinal()).toList();
    }

    public long count(Draw draw, String status) {
        return of(draw).stream().filter(each -> each.status().name().equals(status)).count();
    }
}
