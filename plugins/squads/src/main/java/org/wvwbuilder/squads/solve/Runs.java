package org.wvwbuilder.squads.solve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.wvwbuilder.plugin.Problem;

/**
 * Gives each run its turn: never more at once than there are workers, so that the server goes on answering, and only as
 * many waiting as can be served soon.
 */
public final class Runs implements AutoCloseable {
    private static final int WAITING_FOR_EACH = 8;
    private static final int MOST_OF_ONE = 4;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ThreadPoolExecutor workers;
    private final Map<String, Integer> byAccount = new ConcurrentHashMap<>();
    private final Map<Name, Run<?>> byName = new ConcurrentHashMap<>();

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

    /** True for what a person may call a run, to cancel it by. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    <T> Run<T> start(String account, Callable<T> work) {
        return start(account, Optional.empty(), work);
    }

    /**
     * Starts a run as soon as a worker is free. Cancelling it interrupts it, or takes it out of the queue.
     *
     * @param name ends the account's run of this name, if there is one: whoever asks again no longer waits for that
     * @throws Problem 429 when the account has too many already, 503 when too many wait
     */
    <T> Run<T> start(String account, Optional<String> name, Callable<T> work) {
        name.ifPresent(called -> cancel(account, called));
        admit(account);
        var run = new Run<>(work, account, name.map(called -> new Name(account, called)));
        run.name.map(called -> byName.put(called, run)).ifPresent(Run::end);
        try {
            workers.execute(run);
            // Cancelled before it came into the queue, it would wait there for nothing.
            if (run.isCancelled()) workers.remove(run);
            return run;
        } catch (RejectedExecutionException full) {
            run.release();
            throw busy();
        }
    }

    /**
     * Refuses before any work is put into a request that could not even wait.
     *
     * @throws Problem 503 when too many wait, none of which the new run would end
     */
    void expectRoom(String account, Optional<String> name) {
        boolean replaces = name.filter(called -> byName.containsKey(new Name(account, called)))
                .isPresent();
        if (!replaces && workers.getQueue().remainingCapacity() == 0) throw busy();
    }

    private static Problem busy() {
        return new Problem(
                503,
                "optimiser-busy",
                "Too many squads are being solved right now. Try again in a few seconds.",
                List.of(),
                Map.of("Retry-After", "5"));
    }

    /** Ends the run that the account calls so; false when there is none. */
    boolean cancel(String account, String name) {
        var run = Optional.ofNullable(byName.get(new Name(account, name)));
        run.ifPresent(Run::end);
        return run.isPresent();
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

    private record Name(String account, String name) {}

    /** One run, waiting, at work or done. */
    final class Run<T> extends FutureTask<T> {
        private final String account;
        private final Optional<Name> name;
        private final AtomicBoolean released = new AtomicBoolean();
        private volatile boolean begun;
        private volatile boolean unwanted;

        private Run(Callable<T> work, String account, Optional<Name> name) {
            super(work);
            this.account = account;
            this.name = name;
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

        /** Ends it because its account wants so. */
        private void end() {
            unwanted = true;
            cancel();
        }

        /** What to tell who waits for a cancelled run. */
        Problem why() {
            return unwanted
                    ? new Problem(409, "cancelled", "You cancelled this run, or began another one of its name.")
                    : new Problem(503, "stopped", "The server stopped this run. Try again.");
        }

        // Before the result is seen: whoever has an answer may ask again at once, under the same name, too.
        @Override
        protected void set(T result) {
            release();
            super.set(result);
        }

        @Override
        protected void setException(Throwable failure) {
            release();
            super.setException(failure);
        }

        /** For what was cancelled, and so has no result. */
        @Override
        protected void done() {
            release();
        }

        private void release() {
            if (!released.compareAndSet(false, true)) return;
            name.ifPresent(called -> byName.remove(called, this));
            leave(account);
        }
    }
}
