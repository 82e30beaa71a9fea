package org.wvwbuilder.kernel;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls foreign code that may never come back. */
final class Deadline {

    private Deadline() {}

    /**
     * Runs the work on a thread of its own and stops waiting after the time.
     *
     * @throws TimeoutException when it did not come back; its thread was interrupted, and may live on
     */
    static <T> T within(Duration time, String name, Callable<T> work) throws Exception {
        var result = new CompletableFuture<T>();
        var thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception exception) throw exception;
            throw (Error) e.getCause();
        }
    }
}
