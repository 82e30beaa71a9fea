package org.wvwbuilder.kernel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.plugin.Platform.PluginActivity;

/** The calls into a plugin whose watch looks when the test says so. */
final class WatchedCalls {
    static final long LATER = TimeUnit.MINUTES.toNanos(1);

    final Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(45), "plugins.call-deadline");
    final Calls calls = new Calls("kill-feed", patience, patience);
    final CountDownLatch never = new CountDownLatch(1);
    final CountDownLatch begun = new CountDownLatch(1);

    /** A call that remembers what was told to whoever waits for it. */
    static final class Remembered extends Call {
        final CountDownLatch told = new CountDownLatch(1);

        Remembered(Calls calls) {
            super(calls, calls.usual());
        }

        @Override
        protected String what() {
            return "GET /api/v1/kills";
        }

        @Override
        protected void tooLate() {
            told.countDown();
        }
    }

    /** A call on a thread of its own. */
    <T> CompletableFuture<T> start(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(new Remembered(calls).run(work));
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        return result;
    }

    /** Long after every call's time is up. */
    void sweep() {
        calls.sweep(System.nanoTime() + LATER);
    }

    Object hang() throws InterruptedException {
        begun.countDown();
        never.await();
        return null;
    }

    PluginActivity activity() {
        return calls.activity(List.of());
    }
}
