package org.wvwbuilder.auth.password;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.wvwbuilder.plugin.Problem;

/**
 * The threads that hash passwords, as many as there are cores. Hashing is slow on purpose: without a bound, a hundred
 * sign-ins at once would leave nothing to anybody else.
 */
public final class HashingPool implements AutoCloseable {
    private static final int QUEUE = 256;
    private final ThreadPoolExecutor threads;
    private final LongAdder begun = new LongAdder();

    public HashingPool() {
        this(Runtime.getRuntime().availableProcessors(), QUEUE);
    }

    HashingPool(int size, int queue) {
        threads = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().daemon().name("auth-hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work and waits for it.
     *
     * @throws Problem 503 with Retry-After when too many wait already
     */
    public <T> T run(Callable<T> work) {
        try {
            return threads.submit(() -> {
                        begun.increment();
                        return work.call();
                    })
                    .get();
        } catch (RejectedExecutionException full) {
            throw busy();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed", failed.getCause());
        }
    }

    /** How many were begun since the start. */
    public long begun() {
        return begun.sum();
    }

    /** How many wait for their turn. */
    public int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Problem busy() {
        return new Problem(
                503,
                "busy",
                "Too many people sign in at once. Try again in a few seconds.",
                List.of(),
                Map.of("Retry-After", "5"));
    }
}
