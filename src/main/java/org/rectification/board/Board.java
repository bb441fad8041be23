package org.rectification.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.deadlines.LadderStep;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.Completion;
import org.rectification.rectification.Light;

/**
 * 看板: how one case stands, ready to be drawn. Figures are always those of the whole case; the rest is of the tasks that were chosen.
 *
 * @param lights      with a number for every light
 * @param departments departments with tasks, those with the most overdue ones first
 * @param aspects     方面 in the order of the feedback
 * @param ladder      how often which level of the ladder took effect, the gravest last
 * @param latestSteps of the ladder, newest first
 */
public record Board(LocalDate today, CaseFigures figures, Map<Light, Long> lights, List<LightShare> departments, List<LightShare> aspects, Timeline timeline, Trend trend,
                    Map<String, Long> ladder, List<LadderStep> latestSteps) {

    /** Of the chosen tasks. */
    public Completion signedOff() {
        return Completion.of(lights.get(Light.DONE), lights.values().stream().mapToLong(Long::longValue).sum());
    }

    /** @param code of a department, or an aspect's own name; every light has a number */
    public record LightShare(String code, String name, Map<Light, Long> lights) {

        public long tasks() {
            return lights.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(Light light) {
            return lights.getOrDefault(light, 0L);
        }
    }

    /**
     * Tasks on a time axis, a row a problem.
     *
     * @param problems    those with open tasks first when not all of them are shown; in order of their numbers
     * @param left        how many problems are not shown
     * @param putOff      deadlines that end on a day off → the working day they are put off to
     * @param concentrated the deadline of the concentrated rectification
     */
    public record Timeline(List<ProblemRow> problems, long left, List<Mark> marks, Map<LocalDate, LocalDate> putOff, List<PhaseLine> phases, LocalDate concentrated) {}

    /** @param nextDeadline the earliest of an open task, blocked ones left out, null where there is none */
    public record ProblemRow(int number, String title, String aspect, long tasks, long signedOff, LocalDate nextDeadline, long overdue) {}

    /**
     * Tasks of a problem with the same light that are due within the same days; {@code taskNumber} and {@code title} of the first of them.
     *
     * @param deadline the earliest, {@code latest} the last one; mostly the same day
     */
    public record Mark(int problem, LocalDate deadline, LocalDate latest, Light light, long tasks, String taskNumber, String title) {

        private static final int PLACES_A_ROW = 24;

        /** Where there are more than so many marks, neighbours that a picture has no room to tell apart become one. @param days in the order of problems and days */
        static List<Mark> gathered(List<Mark> days, int most) {
            if (days.size() <= most) return days;
            LocalDate first = days.stream().map(Mark::deadline).min(Comparator.naturalOrder()).orElseThrow();
            LocalDate last = days.stream().map(Mark::deadline).max(Comparator.naturalOrder()).orElseThrow();
            long width = ChronoUnit.DAYS.between(first, last) / PLACES_A_ROW + 1;
            return List.copyOf(days.stream().collect(Collectors.toMap(day -> new Place(day.problem, ChronoUnit.DAYS.between(first, day.deadline) / width, day.light), Function.identity(), Mark::with, LinkedHashMap::new)).values());
        }

        private record Place(int problem, long place, Light light) {}

        private Mark with(Mark later) {
            return new Mark(problem, deadline, later.latest, light, tasks + later.tasks, taskNumber, title);
        }
    }

    public record PhaseLine(String name, LocalDate deadline) {}

    /** Half a month after the other, from the launch to today. */
    public record Trend(long tasks, List<HalfMonth> halves) {}

    /** @param cumulative tasks signed off by its end, and still so today */
    public record HalfMonth(String label, LocalDate from, LocalDate to, long signedOff, long cumulative) {}
}
