package org.wvwbuilder.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets one through in a while. A disk that is full or a database that is away fails every request alike: the log needs to
 * hear of it once, above all when it lies on that very disk. Each single request stands in the access log.
 */
final class Seldom {
    private final long pause;
    private final AtomicLong next;

    /** @param now the moment as of {@link System#nanoTime()} from which on one is let through */
    Seldom(Duration pause, long now) {
        this.pause = pause.toNanos();
        this.next = new AtomicLong(now);
    }

    /** Whether it is time again; true for one caller only, however many ask at the same moment. */
    boolean due(long now) {
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + pause);
    }
}
