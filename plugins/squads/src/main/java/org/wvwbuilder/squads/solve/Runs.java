package org.wvwbuilder.squads.solve;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wvwbuilder.plugin.Problem;

/**
 * Gives each run its turn: never more at once than there are workers, so that the server goes on answering, and only as
 * many waiting as can be served soon.
 */
public final class Runs implements AutoCloseable {
    private static final int WAITING_FOR_EACH = 8;
    private static final int MOST_OF_ONE = 4;

    private final ThreadPoolExecutor workers;
    private final Map<String, Integer> byAccount = new ConcurrentHashMap<>();

    /** One worker a core, less the one that everything else lives on. */
    public Runs() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    Runs(int count) {
        workers = new ThreadPoolExecutor(
                count,
                count,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(count * WAITING_FOR_EACH),
                Thread.ofPlatform()
                        .daemon()
                        .name("optimiser-", 1)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts a run as soon as a worker is free. Cancelling it interrupts it, or takes it out of the queue.
     *
     * @throws Problem 429 when the account has too many already, 503 when too many wait
     */
    <T> Run<T> start(String account, Callable<T> work) {
        admit(account);
        var run = new Run<>(work, account);
        try {
            workers.execute(run);
            return run;
        } catch (RejectedExecutionException full) {
            run.release();
            throw new Problem(
                    503,
                    "optimiser-busy",
                    "Too many squads are being solved right now. Try again in a few seconds.",
                    List.of(),
                    Map.of("Retry-After", "5"));
        }
    }

    private void admit(String account) {
        if (byAccount.merge(account, 1, Integer::sum) > MOST_OF_ONE) {
            leave(account);
            throw new Problem(
                    429,
                    "too-many-runs",
                    "You have four squads being solved already. Wait for one, or cancel it.",
                    List.of(),
                    Map.of("Retry-After", "5"));
        }
    }

    private void leave(String account) {
        byAccount.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    }

    /** How many wait for a worker. */
    public int waiting() {
        return workers.getQueue().size();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** One run, waiting, at work or done. */
    final class Run<T> extends FutureTask<T> {
        private final String account;
        private final AtomicBoolean released = new AtomicBoolean();
        private volatile boolean begun;

        private Run(Callable<T> work, String account) {
            super(work);
            this.account = account;
        }

        @Override
        public void run() {
            begun = true;
            super.run();
        }

        boolean begun() {
            return begun;
        }

        /** Ends it, wherever it is. */
        void cancel() {
            cancel(true);
            workers.remove(this);
        }

        @Override
        protected void done() {
            release();
        }

        private void release() {
            if (released.compareAndSet(false, true)) leave(account);
        }
    }
}
