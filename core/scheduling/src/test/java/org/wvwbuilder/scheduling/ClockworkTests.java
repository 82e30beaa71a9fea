package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.SchedulerException;

@Timeout(60)
class ClockworkTests {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ROUNDS = 3_000;

    private final BlockingQueue<Instant> moments = new LinkedBlockingQueue<>();

    @Test
    void aJobIsArmedWhileItIsTakenAway() throws Exception {
        try (var clockwork = new Clockwork(InstantSource.system(), (job, moment) -> moments.add(moment))) {
            var taking = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < ROUNDS; i++) disarm(clockwork);
            });
            for (int i = 0; i < ROUNDS; i++) clockwork.arm("auth/purge", Instant.EPOCH, DAY);
            taking.join();
            clockwork.disarm("auth/purge");
        }
        assertThat(moments).isEmpty();
    }

    @Test
    void whatIsArmedLastCounts() throws Exception {
        try (var clockwork = new Clockwork(InstantSource.system(), (job, moment) -> moments.add(moment))) {
            var last = Instant.ofEpochSecond(2);
            clockwork.arm("auth/purge", Instant.ofEpochSecond(1), DAY);
            clockwork.arm("auth/purge", last, Duration.ZERO);
            assertThat(moments.poll(10, TimeUnit.SECONDS)).isEqualTo(last);
        }
        assertThat(moments).isEmpty();
    }

    private static void disarm(Clockwork clockwork) {
        try {
            clockwork.disarm("auth/purge");
        } catch (SchedulerException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
