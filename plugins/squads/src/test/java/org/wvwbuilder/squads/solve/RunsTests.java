package org.wvwbuilder.squads.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Problem;

@Timeout(30)
class RunsTests {

    @Test
    void thereIsNeverMoreThanOneRunAWorkerAndAFullQueueIsToldSo() throws Exception {
        try (var runs = new Runs(2)) {
            var open = new CountDownLatch(1);
            var atOnce = new AtomicInteger();
            var most = new AtomicInteger();
            var started = new ArrayList<Runs.Run<Integer>>();
            for (int i = 0; i < 2 + 16; i++) {
                started.add(runs.start("person" + i, () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    open.await();
                    return atOnce.decrementAndGet();
                }));
            }
            var full = catchThrowableOfType(Problem.class, () -> runs.start("late", () -> 1));
            assertThat(full.status()).isEqualTo(503);
            assertThat(full.headers()).containsKey("Retry-After");
            assertThat(catchThrowableOfType(Problem.class, () -> runs.expectRoom("late", Optional.empty()))
                            .status())
                    .isEqualTo(503);
            open.countDown();
            for (var run : started) run.get(10, TimeUnit.SECONDS);
            assertThat(most.get()).isEqualTo(2);
            runs.expectRoom("late", Optional.empty());
            assertThat(runs.start("late", () -> 1).get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void onePersonDoesNotTakeTheWholeQueue() throws Exception {
        try (var runs = new Runs(1)) {
            var open = new CountDownLatch(1);
            var mine = new ArrayList<Runs.Run<Boolean>>();
            for (int i = 0; i < 4; i++) mine.add(runs.start("anna", () -> open.await(20, TimeUnit.SECONDS)));
            assertThat(catchThrowableOfType(Problem.class, () -> runs.start("anna", () -> true))
                            .status())
                    .isEqualTo(429);
            var bobs = runs.start("bob", () -> true);
            mine.getLast().cancel();
            var again = runs.start("anna", () -> true);
            open.countDown();
            assertThat(bobs.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(again.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCancelledRunIsInterruptedAndLeavesTheQueue() throws Exception {
        try (var runs = new Runs(1)) {
            var begun = new CountDownLatch(1);
            var interrupted = new CountDownLatch(1);
            var first = runs.start("anna", () -> {
                begun.countDown();
                try {
                    return new CountDownLatch(1).await(20, TimeUnit.SECONDS);
                } catch (InterruptedException stop) {
                    interrupted.countDown();
                    throw stop;
                }
            });
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            var second = runs.start("anna", () -> true);
            second.cancel();
            assertThat(runs.waiting()).isZero();
            first.cancel();
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aNamedRunIsEndedByItsOwnerOnlyAndByTheNextOfItsName() throws Exception {
        try (var runs = new Runs(1)) {
            var never = new CountDownLatch(1);
            var first = runs.start("anna", Optional.of("board"), () -> never.await(20, TimeUnit.SECONDS));
            var bobs = runs.start("bob", Optional.of("board"), () -> true);
            assertThat(runs.cancel("bob", "bord")).isFalse();
            assertThat(runs.cancel("cora", "board")).isFalse();
            var second = runs.start("anna", Optional.of("board"), () -> true);
            assertThat(first.isCancelled()).isTrue();
            assertThat(first.why().status()).isEqualTo(409);
            assertThat(bobs.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(runs.cancel("anna", "board")).as("it is over").isFalse();
        }
    }

    @Test
    void whoHasAnAnswerMayAskAgainAtOnce() throws Exception {
        try (var runs = new Runs(4)) {
            for (int i = 0; i < 5_000; i++) {
                var name = Optional.of("board");
                assertThat(runs.start("anna", name, () -> true).get(10, TimeUnit.SECONDS))
                        .isTrue();
                assertThat(runs.cancel("anna", "board")).as("round %s", i).isFalse();
            }
        }
    }

    @Test
    void whoEndsTheirRunsMayStartAsManyAgain() throws Exception {
        try (var runs = new Runs(1)) {
            var never = new CountDownLatch(1);
            for (int i = 0; i < 4; i++) {
                runs.start("anna", Optional.of("board" + i), () -> never.await(20, TimeUnit.SECONDS));
            }
            var again = runs.start("anna", Optional.of("board3"), () -> true);
            for (int i = 0; i < 3; i++)
                assertThat(runs.cancel("anna", "board" + i)).isTrue();
            assertThat(runs.waiting()).isLessThanOrEqualTo(1);
            assertThat(again.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
