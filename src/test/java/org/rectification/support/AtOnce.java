package org.rectification.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deeds of several people, or of the system, at the same instant. */
public final class AtOnce {

    private AtOnce() {}

    /** @return what went wrong, empty when all succeeded */
    public static List<Throwable> run(Runnable... deeds) {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        ExecutorService threads = Executors.newFixedThreadPool(deeds.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable deed : deeds) {
                running.add(threads.submit(() -> {
                    start.await();
                    deed.run();
                    return null;
                }));
            }
            List<Throwable> thrown = new ArrayList<>();
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    thrown.add(e.getCause());
                }
            }
            return thrown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
