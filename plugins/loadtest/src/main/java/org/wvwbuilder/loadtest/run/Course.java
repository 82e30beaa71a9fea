package org.wvwbuilder.loadtest.run;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.wvwbuilder.loadtest.wire.Client;

/** Callers at work at the same time, and somebody who is told how far they are. */
record Course(Client client, Stop stop, Progress progress) {
    private static final int TOLD_EVERY_MILLIS = 250;
    /** How long an answer under way is waited for once the run is to end. */
    private static final long PATIENCE_NANOS = 2_000_000_000;

    /** Told how far a run is, a few times a second. */
    @FunctionalInterface
    public interface Progress {
        void at(String text);
    }

    /** What one caller does until there is nothing left to do. */
    @FunctionalInterface
    interface Caller {
        void call() throws InterruptedException;
    }

    /** Returns when every caller did. */
    void together(int callers, Caller caller, Supplier<String> state) throws InterruptedException {
        // Threads of the system: a caller waits in the kernel, and is woken by it, without a poller in between.
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("caller-", 0).factory())) {
            var started = java.util.stream.IntStream.range(0, callers)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        caller.call();
                        return null;
                    }))
                    .toList();
            await(started, state);
        }
    }

    private void await(List<Future<?>> started, Supplier<String> state) throws InterruptedException {
        for (var one : started) {
            while (!one.isDone()) {
                try {
                    one.get(TOLD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    progress.at(state.get());
                    if (stop.asked() && System.nanoTime() - stop.moment() > PATIENCE_NANOS) client.abandon();
                } catch (ExecutionException e) {
                    break;
                }
            }
            if (one.state() == Future.State.FAILED)
                throw new IllegalStateException("a caller failed", one.exceptionNow());
        }
    }
}
