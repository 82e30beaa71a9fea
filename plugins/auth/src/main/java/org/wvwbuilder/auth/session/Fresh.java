package org.wvwbuilder.auth.session;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A value of the database that is kept in memory for at most two seconds. After one second a single caller reads it
 * again while the others go on with the old one, so that a busy session costs one read a second, not one a request.
 */
public final class Fresh<T> {
    static final long SOFT_MILLIS = 1000;
    static final long HARD_MILLIS = 2000;

    private record Reading<T>(T value, long at, long era) {}

    private final Supplier<T> source;
    private final InstantSource clock;
    private final AtomicLong commonEra;
    private final AtomicLong ownEra = new AtomicLong();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Reading<T> last;

    /** @param commonEra grows when every value that shares it is to be read again */
    public Fresh(Supplier<T> source, InstantSource clock, AtomicLong commonEra) {
        this.source = source;
        this.clock = clock;
        this.commonEra = commonEra;
    }

    public T get() {
        var known = last;
        if (known == null || known.era() != era()) return read();
        long age = clock.millis() - known.at();
        if (age < 0 || age >= HARD_MILLIS) return read();
        if (age < SOFT_MILLIS || !reading.compareAndSet(false, true)) return known.value();
        try {
            return read();
        } finally {
            reading.set(false);
        }
    }

    /** Makes the next caller read it again. Call it after the change was committed. */
    public void forget() {
        ownEra.incrementAndGet();
    }

    /** Time and era are taken before: what changes while it is being read is not kept. */
    private T read() {
        long at = clock.millis();
        long era = era();
        var value = source.get();
        last = new Reading<>(value, at, era);
        return value;
    }

    /** Both only grow, so that no sum comes twice. */
    private long era() {
        return commonEra.get() + ownEra.get();
    }
}
