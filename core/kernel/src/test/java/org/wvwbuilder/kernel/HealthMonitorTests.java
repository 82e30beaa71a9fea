package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.HealthCheck;

class HealthMonitorTests {

    @Test
    void aCheckThatIsLateOnceIsDegradedAndDownWhenItIsLateAgain() {
        var answer = new CountDownLatch(1);
        try (var monitor = new HealthMonitor(InstantSource.system(), List::of)) {
            monitor.watch(new Check("slow", () -> {
                answer.await();
                return new HealthCheck.Health.Up();
            }));
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("degraded");
            assertThat(monitor.report().checks())
                    .singleElement()
                    .satisfies(check -> assertThat(check.why()).contains("no answer within 3 seconds"));
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("down");
            answer.countDown();
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("ok");
        }
    }

    @Test
    void aCheckThatNeverComesBackIsNotBegunAgain() {
        var answer = new CountDownLatch(1);
        var begun = new AtomicInteger();
        try (var monitor = new HealthMonitor(InstantSource.system(), List::of)) {
            monitor.watch(new Check("deaf", () -> {
                begun.incrementAndGet();
                while (answer.getCount() > 0) Thread.onSpinWait();
                return new HealthCheck.Health.Up();
            }));
            monitor.round();
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("down");
            assertThat(begun).hasValue(1);
        } finally {
            answer.countDown();
        }
    }

    @Test
    void anExceptionBetweenTwoLateAnswersIsAnAnswer() {
        var broken = new AtomicBoolean();
        try (var monitor = new HealthMonitor(InstantSource.system(), List::of)) {
            monitor.watch(new Check("slow", () -> {
                if (broken.get()) throw new IllegalStateException("no such table");
                new CountDownLatch(1).await();
                return new HealthCheck.Health.Up();
            }));
            monitor.round();
            broken.set(true);
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("down");
            broken.set(false);
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("degraded");
        }
    }

    @Test
    void aCheckThatSaysDownIsBelievedAtOnce() {
        try (var monitor = new HealthMonitor(InstantSource.system(), List::of)) {
            monitor.watch(new Check("broken", () -> new HealthCheck.Health.Down("it is")));
            monitor.round();
            assertThat(monitor.report().status()).isEqualTo("down");
        }
    }
}
