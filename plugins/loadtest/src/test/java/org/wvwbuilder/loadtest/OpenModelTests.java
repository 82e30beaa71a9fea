package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.run.Figures;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Stop;
import org.wvwbuilder.loadtest.run.Verdict;
import org.wvwbuilder.testing.Await;

/** The driver against servers whose slowness is known. */
@Timeout(60)
class OpenModelTests {

    /** Answers at once, but for one second, which begins a second after the first request: then it answers nobody. */
    private static final class Stalling implements LocalServer.Behaviour {
        private final AtomicLong first = new AtomicLong();

        @Override
        public boolean answer(String request, LocalServer.Answer answer) throws java.io.IOException {
            first.compareAndSet(0, System.nanoTime());
            var since = System.nanoTime() - first.get();
            for (var left = 2_000_000_000L - since; since > 1_000_000_000L && left > 0; ) {
                java.util.concurrent.locks.LockSupport.parkNanos(left);
                left = 2_000_000_000L - (System.nanoTime() - first.get());
            }
            return answer.whole(200, "ok");
        }
    }

    private static double p99(Result result) {
        return result.endpoints().getFirst().median(Figures::p99);
    }

    @Test
    void aStallOfASecondIsSeenAtItsFullLength() throws Exception {
        try (var server = new LocalServer(new Stalling())) {
            var load = new Load.Open(100, Duration.ofSeconds(5), 64);
            var result = Runs.run(server, Runs.plan(Runs.endpoint("GET", 1, 1), load, Duration.ofSeconds(5)));
            assertThat(result.total()).isEqualTo(500);
            assertThat(result.errors()).isZero();
            assertThat(p99(result)).isBetween(900.0, 1500.0);
        }
    }

    /** The same with fewer callers than wait: the waiting for a caller counts, too. */
    @Test
    void aStallIsSeenAlsoWithFewRequestsUnderWay() throws Exception {
        try (var server = new LocalServer(new Stalling())) {
            var load = new Load.Open(100, Duration.ofSeconds(5), 4);
            var result = Runs.run(server, Runs.plan(Runs.endpoint("GET", 1, 1), load, Duration.ofSeconds(5)));
            assertThat(result.total()).isEqualTo(500);
            assertThat(p99(result)).isBetween(900.0, 1500.0);
        }
    }

    /** Why there is an open model: callers who wait for the server do not notice that it stalls. */
    @Test
    void theClosedModelDoesNotSeeTheSameStall() throws Exception {
        try (var server = new LocalServer((request, answer) -> {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            return STALL.get().answer(request, answer);
        })) {
            STALL.set(new Stalling());
            var result = Runs.closed(server, 500, 2);
            var it = result.endpoints().getFirst();
            assertThat(it.median(Figures::max)).describedAs("it did stall").isGreaterThan(900);
            assertThat(p99(result)).describedAs("the picture is wrong").isLessThan(300);
        }
    }

    private static final java.util.concurrent.atomic.AtomicReference<Stalling> STALL =
            new java.util.concurrent.atomic.AtomicReference<>();

    @Test
    void whatCouldNotBeSentInTimeIsCountedWithItsDelay() throws Exception {
        // Two at once of half a second each: 4 a second, and 20 a second are due.
        try (var server = new LocalServer((request, answer) -> {
            java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
            return answer.whole(200, "ok");
        })) {
            var load = new Load.Open(20, Duration.ofSeconds(2), 2);
            var result = Runs.run(server, Runs.plan(Runs.endpoint("GET", 1, 1), load, Duration.ofSeconds(1)));
            var it = result.endpoints().getFirst();
            assertThat(it.total()).isEqualTo(40);
            assertThat(it.faults().get("not sent in time")).isBetween(20L, 36L);
            assertThat(it.errors()).isEqualTo(it.faults().get("not sent in time"));
            assertThat(it.median(Figures::p50)).isGreaterThan(900);
            assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void warmingUpIsNotCounted() throws Exception {
        try (var server = new LocalServer((request, answer) -> answer.whole(200, "ok"))) {
            var endpoint = Runs.endpoint("GET", 20, 2);
            var plain = Runs.plan(endpoint, new Load.Open(50, Duration.ofSeconds(1), 4), Duration.ofSeconds(1));
            var warmed = new org.wvwbuilder.loadtest.plan.Plan(
                    plain.scenario(), plain.load(), 2, Duration.ofSeconds(1), plain.timeout());
            assertThat(Runs.run(server, warmed).total()).isEqualTo(100);
            assertThat(server.requests).hasSize(150);
        }
    }

    @Test
    void aRunThatIsEndedTellsWhatItHasSoFar() throws Exception {
        try (var server = new LocalServer((request, answer) -> answer.whole(200, "ok"))) {
            var stop = new Stop(Duration.ofMinutes(1));
            Thread.ofPlatform().daemon().start(() -> {
                Await.until("some requests came", Duration.ofSeconds(20), () -> server.requests.size() > 30);
                stop.now("enough");
            });
            var load = new Load.Open(50, Duration.ofSeconds(30), 4);
            var result = Runs.run(server, Runs.plan(Runs.endpoint("GET", 1, 1), load, Duration.ofSeconds(1)), stop);
            assertThat(result.ended()).isEqualTo("enough");
            assertThat(result.total()).isBetween(30L, 1000L);
            assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void aRunThatIsEndedDoesNotWaitForAServerThatHangs() throws Exception {
        var never = new java.util.concurrent.CountDownLatch(1);
        try (var server = new LocalServer((request, answer) -> {
            never.await();
            return false;
        })) {
            var stop = new Stop(Duration.ofMinutes(1));
            Thread.ofPlatform().daemon().start(() -> {
                Await.until("both hang", Duration.ofSeconds(20), () -> server.requests.size() == 2);
                stop.now("enough");
            });
            var start = System.nanoTime();
            var plan = Runs.plan(Runs.endpoint("GET", 10, 2), new Load.Closed(), Duration.ofSeconds(50));
            var it = Runs.run(server, plan, stop).endpoints().getFirst();
            assertThat(it.faults()).isEqualTo(java.util.Map.of("given up when the run was ended", 2L));
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(30).toNanos());
        }
    }
}
