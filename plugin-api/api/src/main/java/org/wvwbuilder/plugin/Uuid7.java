package org.wvwbuilder.plugin;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * Makes ids that sort by the time of their making: UUIDs of version 7 (RFC 9562). Use them for every row, so that the
 * newest stand together in an index. They are hard to guess, but they tell their age: a secret needs more.
 *
 * {@snippet lang=java :
 * String id = Uuid7.next(context.clock());
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    /** Milliseconds and, below them, a counter. Only ever grows: so do the ids, even when the clock steps back. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /**
     * A new id, 36 characters, lower-case; greater, as a string, than every one that this process made before.
     *
     * @param clock usually {@link PluginContext#clock()}
     */
    public static String next(InstantSource clock) {
        // Half of the counter's range is left for more ids of the same millisecond; beyond that it borrows from the
        // next.
        long start = clock.millis() << COUNTER_BITS | RANDOM.nextInt(1 << COUNTER_BITS - 1);
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, start));
        long high = tick >>> COUNTER_BITS << 16 | 0x7000 | tick & 0xfff;
        long low = RANDOM.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low).toString();
    }
}
