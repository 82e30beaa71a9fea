package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.strategy.AdaptiveExecutionStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTests {
    private final ArrayDeque<Runnable> begun = new ArrayDeque<>();
    private final Threads threads = new Threads();

    ThreadsTests() {
        threads.setVirtualThreadsExecutor(begun::add);
    }

    @AfterEach
    void stop() throws Exception {
        threads.stop();
    }

    @Test
    void onlyOneWaitsToLookForRequests() throws Exception {
        threads.start();
        var strategy = new AdaptiveExecutionStrategy(() -> null, threads);
        for (int i = 0; i < 3; i++) assertThat(threads.tryExecute(strategy)).isTrue();
        assertThat(begun).hasSize(1);
        begun.remove().run();
        assertThat(threads.tryExecute(strategy)).isTrue();
        assertThat(begun).hasSize(1);
    }

    @Test
    void whoeverAsksOnceItLooksIsHeard() throws Exception {
        threads.start();
        var looked = new AtomicInteger();
        var strategy = new AdaptiveExecutionStrategy(() -> null, threads) {
            @Override
            public void run() {
                // It may have looked past the place that something new has come to.
                if (looked.incrementAndGet() == 1)
                    assertThat(threads.tryExecute(this)).isTrue();
            }
        };
        assertThat(threads.tryExecute(strategy)).isTrue();
        begun.remove().run();
        assertThat(begun).hasSize(1);
        begun.remove().run();
        assertThat(looked).hasValue(2);
    }

    @Test
    void thoseOfTwoSelectorsDoNotWaitForEachOther() throws Exception {
        threads.start();
        for (int i = 0; i < 2; i++) {
            assertThat(threads.tryExecute(new AdaptiveExecutionStrategy(() -> null, threads)))
                    .isTrue();
        }
        assertThat(begun).hasSize(2);
    }

    @Test
    void whatCannotBeginIsNotWaitedFor() throws Exception {
        var strategy = new AdaptiveExecutionStrategy(() -> null, threads);
        assertThat(threads.tryExecute(strategy)).isFalse();
        threads.start();
        assertThat(threads.tryExecute(strategy)).isTrue();
        assertThat(begun).hasSize(1);
    }
}
