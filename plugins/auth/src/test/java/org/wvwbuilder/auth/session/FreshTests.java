package org.wvwbuilder.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.testing.TestClock;

class FreshTests {
    private final TestClock clock = TestClock.at("2026-11-23T20:00:00Z");
    private final AtomicInteger source = new AtomicInteger();
    private final AtomicLong era = new AtomicLong();
    private final Fresh<Integer> fresh = new Fresh<>(source::incrementAndGet, clock, era);

    @Test
    void aSecondLongNothingIsRead() {
        fresh.get();
        clock.advance(Duration.ofMillis(999));
        assertThat(fresh.get()).isEqualTo(1);
    }

    @Test
    void afterASecondItIsReadAgain() {
        fresh.get();
        clock.advance(Duration.ofMillis(1000));
        assertThat(fresh.get()).isEqualTo(2);
    }

    @Test
    void whatIsForgottenIsReadAtOnce() {
        fresh.get();
        fresh.forget();
        assertThat(fresh.get()).isEqualTo(2);
        era.incrementAndGet();
        assertThat(fresh.get()).isEqualTo(3);
    }

    @Test
    void whatIsForgottenForTwoReasonsAtOnceIsReadToo() {
        fresh.get();
        fresh.forget();
        era.incrementAndGet();
        assertThat(fresh.get()).isEqualTo(2);
    }

    @Test
    void aClockThatStepsBackKeepsNothing() {
        fresh.get();
        clock.advance(Duration.ofHours(-1));
        assertThat(fresh.get()).isEqualTo(2);
    }

    @Test
    void whatIsForgottenWhileItIsReadIsNotKept() {
        var reads = new AtomicInteger();
        var holder = new Fresh<?>[1];
        var racing = new Fresh<>(
                () -> {
                    if (reads.incrementAndGet() == 1) holder[0].forget();
                    return reads.get();
                },
                clock,
                era);
        holder[0] = racing;
        racing.get();
        assertThat(racing.get()).isEqualTo(2);
    }

    @Test
    void whileOneReadsTheOthersGoOnWithTheOldValue() {
        assertThat(seenWhileReadAgainAfter(Duration.ofMillis(1999))).isEqualTo(1);
    }

    @Test
    void afterTwoSecondsNobodyGetsTheOldValue() {
        assertThat(seenWhileReadAgainAfter(Duration.ofMillis(2000))).isEqualTo(3);
    }

    /** What somebody gets who asks while another reads for the second time. */
    private int seenWhileReadAgainAfter(Duration age) {
        var reads = new AtomicInteger();
        var seen = new AtomicInteger();
        var holder = new ArrayList<Fresh<Integer>>();
        holder.add(new Fresh<>(
                () -> {
                    int read = reads.incrementAndGet();
                    if (read == 2) seen.set(holder.getFirst().get());
                    return read;
                },
                clock,
                era));
        holder.getFirst().get();
        clock.advance(age);
        assertThat(holder.getFirst().get()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1000));
        assertThat(holder.getFirst().get()).as("the next may read again").isGreaterThan(2);
        return seen.get();
    }

    @Test
    void whatIsKeptFirstStays() {
        var map = new Generations<Integer, String>(2);
        assertThat(map.keep(1, "first")).isEqualTo("first");
        assertThat(map.keep(1, "second")).isEqualTo("first");
        map.keep(2, "b");
        map.keep(3, "c");
        assertThat(map.get(1, key -> "made again")).as("in the old half").isEqualTo("first");
        map.keep(4, "d");
        assertThat(map.find(2)).as("nobody asked for it").isEmpty();
        assertThat(map.find(1)).contains("first");
        assertThat(map.get(5, key -> "made")).isEqualTo("made");
    }

    @Test
    void theMapForgetsWhatNobodyAsksForAndKeepsTheRest() {
        var map = new Generations<Integer, String>(10);
        for (int i = 0; i < 1000; i++) {
            map.keep(i, "v" + i);
            assertThat(map.get(0, key -> "made again")).isEqualTo("v0");
        }
        assertThat(map.find(500)).isEmpty();
        assertThat(map.find(999)).contains("v999");
    }
}
