package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTests {
    private final Turns turns = new Turns();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whoComesMeanwhileGoesAwayAndTheWorkIsDoneOnceMore() throws Exception {
        var begun = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> turns.take(() -> {
            if (done.getAndIncrement() > 0) return;
            begun.countDown();
            await(free);
        }));
        begun.await();
        turns.take(() -> done.addAndGet(100));
        assertThat(done).hasValue(1);
        free.countDown();
        first.get();
        assertThat(done).hasValue(2);
    }

    @Test
    void afterwardsItIsAnybodysTurn() {
        for (int i = 1; i <= 3; i++) {
            turns.take(done::incrementAndGet);
            assertThat(done).hasValue(i);
        }
    }

    @Test
    void workThatFailsKeepsNobodyOut() {
        assertThatThrownBy(() -> turns.take(() -> {
                    turns.take(done::incrementAndGet);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        turns.take(() -> done.addAndGet(10));
        assertThat(done).hasValue(10);
    }

    /** Threads that run into each other are never in it together, and none is forgotten. */
    @Test
    void neverAreTwoAtItAndTheLastIsHeard() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var wanted = new AtomicInteger();
        var seen = new AtomicInteger();
        var threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(() -> {
                for (int round = 0; round < 5_000; round++) {
                    wanted.incrementAndGet();
                    turns.take(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        seen.set(wanted.get());
                        Thread.yield();
                        inside.decrementAndGet();
                    });
                }
            });
        }
        for (var thread : threads) thread.join();
        assertThat(most).hasValue(1);
        assertThat(seen).hasValue(wanted.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
