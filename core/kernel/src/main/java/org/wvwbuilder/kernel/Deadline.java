package org.wvwbuilder.kernel;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls foreign code that may never come back; and while it has not, does not call it again. For one caller at a time. */
final class Deadline {
    private final Duration time;
    private final String name;
    private volatile Thread last;
    private volatile StackTraceElement[] place = {};

    /** @param name of the thread that the calls are made on */
    Deadline(Duration time, String name) {
        this.time = time;
        this.name = name;
    }

    /** The same for a single call. */
    static <T> T within(Duration time, String name, Callable<T> work) throws Exception {
        return new Deadline(time, name).call(work);
    }

    /** Where the last call stands, or stood when its time was over; empty before the first and after its end. */
    StackTraceElement[] stack() {
        var thread = last;
        if (place.length > 0 || thread == null) return place.clone();
        return thread.getStackTrace();
    }

    /**
     * Runs the work on a thread of its own and stops waiting after the time.
     *
     * @throws TimeoutException when it did not come back, or the call before it has not yet; its thread was interrupted,
     *     and may live on. Its stack is that of the thread, not the caller's
     */
    <T> T call(Callable<T> work) throws Exception {
        if (last != null && !last.join(time)) throw new TimeoutException("the call before it has not come back");
        var result = new CompletableFuture<T>();
        var queries = new Queries();
        last = Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                result.complete(ScopedValue.where(Queries.CURRENT, queries).call(work::call));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // An interrupt moves it on.
            place = last.getStackTrace();
            queries.breakOff();
            last.interrupt();
            var late = new TimeoutException("where it stood");
            late.setStackTrace(place);
            throw late;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception exception) throw exception;
            throw (Error) e.getCause();
        }
    }
}
