package org.wvwbuilder.backup.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.testing.Await;

class JourneyTests {
    private static final Duration WORKED = Duration.ofSeconds(2);

    /** A step of another process, such as a dump, takes minutes; it would rest for twice as many. */
    @Test
    void aRestAfterALongStepIsShort() {
        var journey = new Journey(true, step -> {});
        work(WORKED);
        long before = System.nanoTime();
        journey.at("copy", 1, 1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(WORKED);
    }

    @Test
    @Timeout(30)
    void aTaskIsEndedWithinItsRest() throws Exception {
        var journey = new Journey(true, step -> {});
        work(Duration.ofMillis(250));
        var resting = new CompletableFuture<Thread>();
        var end = CompletableFuture.runAsync(() -> {
            resting.complete(Thread.currentThread());
            journey.at("copy", 1, 1);
        });
        var thread = resting.get();
        Await.until("the task rests", () -> thread.getState() == Thread.State.TIMED_WAITING);
        journey.cancel();
        assertThatThrownBy(() -> end.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Journey.Cancelled.class);
    }

    private static void work(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) Thread.onSpinWait();
    }
}
