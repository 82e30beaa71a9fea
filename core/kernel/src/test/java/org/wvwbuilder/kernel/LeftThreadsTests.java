package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which threads are taken for left behind, and how long that may take. */
class LeftThreadsTests {
    private final URLClassLoader loader = new URLClassLoader(new URL[0]);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() throws Exception {
        end.countDown();
        loader.close();
    }

    private Thread start() {
        var thread = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                end.await();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        return thread;
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    @Test
    void whoEndsInTimeIsNotLeft() {
        var thread = start();
        var waiting = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            while (waiting.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
            end.countDown();
        });
        assertThat(LeftThreads.outliving(loader, in(Duration.ofMinutes(1)))).isEmpty();
        assertThat(thread.isAlive()).isFalse();
    }

    /** They share the time: a stop is not held up by each of them anew. */
    @Test
    void whoDoesNotEndIsLeftWhenTheTimeIsOver() {
        var both = java.util.Set.of(start(), start());
        assertThat(LeftThreads.outliving(loader, in(Duration.ofMillis(20)))).containsExactlyInAnyOrderElementsOf(both);
        assertThat(LeftThreads.outliving(loader, in(Duration.ofMillis(-20)))).hasSize(2);
    }

    /** The stop of a server may be interrupted itself. */
    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        start();
        Thread.currentThread().interrupt();
        assertThat(LeftThreads.outliving(loader, in(Duration.ofMinutes(10)))).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void withoutAThreadNobodyWaits() {
        assertThat(LeftThreads.outliving(loader, in(Duration.ofMinutes(10)))).isEmpty();
    }
}
