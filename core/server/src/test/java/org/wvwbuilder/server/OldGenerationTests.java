package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OldGenerationTests {
    private static final long MEGABYTE = 1 << 20;
    private static final long LIVE = 25 * MEGABYTE;

    private final AtomicLong used = new AtomicLong(LIVE);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicInteger collections = new AtomicInteger();
    private final OldGeneration old = new OldGeneration(used::get, this::collect, nanos::get);

    private void collect() {
        collections.incrementAndGet();
        used.set(LIVE);
    }

    private void grow(long megabytes, Duration within) {
        used.addAndGet(megabytes * MEGABYTE);
        nanos.addAndGet(within.toNanos());
        old.glance();
    }

    @Test
    void whatIsAliveIsLeftInPeace() {
        for (int i = 0; i < 10; i++) grow(0, Duration.ofMinutes(2));
        assertThat(collections).hasValue(0);
    }

    @Test
    void whatDiesSlowlyIsCollectedFromEightMegabytesOn() {
        for (int round = 1; round <= 3; round++) {
            grow(6, Duration.ofSeconds(20));
            assertThat(collections).hasValue(round - 1);
            grow(2, Duration.ofSeconds(20));
            assertThat(collections).hasValue(round);
        }
    }

    @Test
    void whatDiesFastIsCollectedLessAndLessOften() {
        grow(8, Duration.ofSeconds(2));
        assertThat(collections).hasValue(1);
        grow(8, Duration.ofSeconds(2));
        assertThat(collections).hasValue(2);
        grow(15, Duration.ofSeconds(2));
        assertThat(collections).hasValue(2);
        grow(1, Duration.ofSeconds(2));
        assertThat(collections).hasValue(3);
        // Once it is calm again, the room is small again.
        grow(8, Duration.ofSeconds(20));
        assertThat(collections).hasValue(4);
    }
}
