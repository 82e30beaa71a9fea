package org.wvwbuilder.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Problem;

class HashingPoolTests {

    @Test
    void whatTheWorkGivesAndHowOftenIsKnown() {
        try (var pool = new HashingPool(1, 1)) {
            assertThat(pool.run(() -> "a")).isEqualTo("a");
            assertThat(pool.run(() -> "b")).isEqualTo("b");
            assertThat(pool.begun()).isEqualTo(2);
            assertThat(pool.waiting()).isZero();
        }
    }

    @Test
    void aFailureIsToldWithItsReason() {
        try (var pool = new HashingPool(1, 1)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> pool.run(() -> {
                        throw new IOException("no algorithm");
                    }))
                    .withRootCauseExactlyInstanceOf(IOException.class);
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingIsToldToComeBackAndStaysInterrupted() {
        try (var pool = new HashingPool(1, 1)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> pool.run(() -> {
                        new CountDownLatch(1).await();
                        return 1;
                    }))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(503));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theEndOfThePoolEndsWhatItDoes() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var pool = new HashingPool(1, 1)) {
                callers.submit(() -> pool.run(() -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.countDown();
                    }
                    return 1;
                }));
                begun.await();
            }
            ended.await();
        }
    }
}
