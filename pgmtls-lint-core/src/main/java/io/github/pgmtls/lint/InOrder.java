package io.github.pgmtls.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Work on many things in several threads, whose results are taken in the order of the things. */
final class InOrder {

    /** Fewer things than these are done by one thread: more of them would start no sooner. */
    private static final int FEWEST = 16;

    private static final int MOST_THREADS = 8;
    private static final int WAITING_PER_THREAD = 4;

    private InOrder() {}

    /**
     * Does work. No more results wait to be taken than a few for each thread.
     *
     * @param count how many things there are
     * @param work makes the result of the thing of a number; several threads ask at once
     * @param taken takes the results in order, in the thread of the caller
     */
    static <T> void run(int count, IntFunction<T> work, Consumer<T> taken) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        if (count < FEWEST || threads == 1) {
            for (int i = 0; i < count; i++) {
                taken.accept(work.apply(i));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
        try {
            Deque<Future<T>> waiting = new ArrayDeque<>();
            for (int i = 0; i < count; i++) {
                int thing = i;
                waiting.add(pool.submit(() -> work.apply(thing)));
                if (waiting.size() == threads * WAITING_PER_THREAD) {
                    taken.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                taken.accept(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pgmtls-lint");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        }
    }
}
