package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Task;
import org.wvwbuilder.plugin.Jobs.Run;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;

/** Two servers on one PostgreSQL whose clocks do not agree. A database in a file has one server only. */
class SkewedClocksTests {
    private static final TestPlugin PLUGIN = new TestPlugin("kill-feed", SkewedClocksTests.class);
    private static final Schedule SUNDAYS = new Schedule.Cron("0 2 * * 0", ZoneOffset.UTC);
    private static final Schedule NEVER_NOW = Schedule.every(Duration.ofDays(365));

    @Test
    void aServerWhoseClockIsAheadLeavesTheRunsOfOthersAlone() throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        var gate = new CountDownLatch(1);
        var runs = new AtomicInteger();
        Task once = () -> {
            runs.incrementAndGet();
            gate.await();
            return "done";
        };
        try (var fresh = TestDatabase.postgresql();
                var data = open(fresh)) {
            try (var before = SchedulingHost.of(data, clock)) {
                install(before, "weekly", SUNDAYS, once);
            }
            clock.advance(Duration.ofDays(7));
            try (var one = SchedulingHost.of(data, clock);
                    var ahead = SchedulingHost.of(data, () -> clock.instant().plus(Duration.ofMinutes(2)))) {
                install(one, "weekly", SUNDAYS, once);
                one.startNow();
                Await.until("the missed run is at work", () -> runs.get() == 1);
                install(ahead, "weekly", SUNDAYS, once);
                install(ahead, "probe", NEVER_NOW, () -> "");
                ahead.startNow();
                // Asked through the database, it starts after a look at the runs of others.
                var ledger = JobLedger.of(data, clock);
                for (int look = 1; look <= 5; look++) {
                    int looks = look;
                    assertThat(ledger.run("kill-feed", "probe", "command")).isTrue();
                    Await.until("it looked", () -> ended(ahead, "probe").size() == looks);
                }
                assertThat(outcomes(one)).containsExactly("running");
                gate.countDown();
                Await.until("it has ended", () -> ended(one, "weekly").size() == 1);
                assertThat(outcomes(one)).containsExactly("succeeded");
                assertThat(runs).hasValue(1);
            }
        }
    }

    @Test
    void aServerThatDiedIsTakenOverHoweverFarAheadItsClockWas() throws Exception {
        var clock = TestClock.at("2026-11-08T02:00:05Z");
        var moment = Instant.parse("2026-11-08T02:00:00Z");
        var runs = new AtomicInteger();
        try (var fresh = TestDatabase.postgresql();
                var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var dead = new RunStore(data.database(), () -> clock.instant().plus(Duration.ofHours(1)));
            assertThat(dead.claim("kill-feed/weekly", RunStore.Cause.schedule(moment)))
                    .isPresent();
            install(host, "weekly", SUNDAYS, () -> "run " + runs.incrementAndGet());
            host.startNow();
            Await.until("it was made up for", () -> outcomes(host).contains("succeeded"));
            assertThat(outcomes(host)).containsExactlyInAnyOrder("succeeded", "lost");
            assertThat(runs).hasValue(1);
        }
    }

    @OnBothEngines
    void aRunThatWasGivenUpStaysSoAndOneThatWasHeardOfIsNotGivenUp(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-08T02:00:05Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var theirs = new RunStore(data.database(), clock);
            var ours = new RunStore(data.database(), clock);
            var claim = theirs.claim("kill-feed/weekly", RunStore.Cause.schedule(clock.instant()))
                    .orElseThrow();
            var seen = ours.others();
            theirs.beat();
            assertThat(ours.others()).as("the clock stands still").doesNotContainAnyElementsOf(seen);
            assertThat(ours.lose(seen)).isEmpty();
            assertThat(outcomes(host)).containsExactly("running");
            assertThat(ours.lose(ours.others())).hasSize(1);
            assertThat(theirs.finish(claim, "succeeded", "")).isFalse();
            assertThat(outcomes(host)).containsExactly("lost");
        }
    }

    private static List<String> outcomes(SchedulingHost host) {
        return host.runs("kill-feed", "weekly", 100, Optional.empty()).stream()
                .map(Run::outcome)
                .toList();
    }

    private static List<Run> ended(SchedulingHost host, String name) {
        return host.runs("kill-feed", name, 100, Optional.empty()).stream()
                .filter(run -> run.ended().isPresent())
                .toList();
    }

    private static DataHost open(TestDatabase database) throws Fault {
        return DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 4, Duration.ofSeconds(10)),
                InstantSource.system());
    }

    private static void install(SchedulingHost host, String name, Schedule schedule, Task task) throws Fault {
        host.install(PLUGIN, List.of(new Job(name, new Text(name, name), schedule, task)));
    }
}
