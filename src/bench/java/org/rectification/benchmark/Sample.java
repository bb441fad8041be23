package org.rectification.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Durations of the same work, done several times. */
public class Sample {

    public interface Work {

        void run() throws Exception;
    }

    private final List<Duration> durations = new ArrayList<>();

    public void time(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        durations.add(Duration.ofNanos(System.nanoTime() - begun));
    }

    public double medianMillis() {
        List<Duration> sorted = durations.stream().sorted().toList();
        return millis(sorted.get(sorted.size() / 2));
    }

    /** Median with the fastest and the slowest, in this many items a second. */
    public String perSecond(int items) {
        return "%,.0f (%,.0f–%,.0f)".formatted(items / medianMillis() * 1000, items / millis(slowest()) * 1000, items / millis(fastest()) * 1000);
    }

    public String inMillis() {
        return "%,.1f (%,.1f–%,.1f)".formatted(medianMillis(), millis(fastest()), millis(slowest()));
    }

    /** p50 / p99. */
    String percentiles() {
        List<Duration> sorted = durations.stream().sorted().toList();
        return "%,.1f / %,.1f".formatted(medianMillis(), millis(sorted.get((int) Math.ceil(sorted.size() * .99) - 1)));
    }

    private Duration fastest() {
        return durations.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private Duration slowest() {
        return durations.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
