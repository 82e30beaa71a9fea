package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Task;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Jobs.Run;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;

class SchedulingHostTests {
    private static final TestPlugin PLUGIN = new TestPlugin("kill-feed", SchedulingHostTests.class);
    private static final Schedule NEVER_NOW = Schedule.every(Duration.ofDays(365));
    private static final Schedule SUNDAYS = new Schedule.Cron("0 2 * * 0", ZoneOffset.UTC);

    @OnBothEngines
    void aJobRunsOnItsScheduleAgainAndAgain(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            var runs = new AtomicInteger();
            install(host, "tick", Schedule.every(Duration.ofSeconds(1)), () -> "run " + runs.incrementAndGet());
            host.start();

            Await.until("two runs", () -> succeeded(host, "tick").size() >= 2);
            assertThat(succeeded(host, "tick").getFirst().detail()).startsWith("run ");
            assertThat(host.check().check()).isInstanceOf(Health.Up.class);
            var status = host.all().getFirst();
            assertThat(status.schedule()).isEqualTo("every PT1S");
            assertThat(status.next())
                    .get()
                    .satisfies(next -> assertThat(next).isAfter(Instant.now().minusSeconds(1)));
            assertThat(status.last()).isPresent();
        }
    }

    @OnBothEngines
    void aFailureIsRecordedWithItsReasonAndTheJobRunsAgain(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            install(host, "fail", Schedule.every(Duration.ofSeconds(1)), () -> {
                throw new IllegalStateException("the well is dry");
            });
            host.start();
            Await.until(
                    "two failures",
                    () -> host.runs("kill-feed", "fail", 10, Optional.empty()).stream()
                                    .filter(run -> run.outcome().equals("failed")
                                            && run.detail().equals("the well is dry"))
                                    .count()
                            >= 2);
        }
    }

    @OnBothEngines
    void aJobStartsByHandButNotTwiceAtOnce(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            var gate = new CountDownLatch(1);
            install(host, "slow", NEVER_NOW, () -> {
                gate.await();
                return "done";
            });
            assertThat(host.run("kill-feed", "slow", "u1")).isTrue();
            assertThat(host.run("kill-feed", "slow", "u1")).isFalse();
            assertThat(host.run("kill-feed", "unknown", "u1")).isFalse();
            assertThat(host.runs("kill-feed", "slow", 10, Optional.empty()))
                    .extracting(Run::outcome)
                    .containsExactly("running");
            try (var other = SchedulingHost.of(data, InstantSource.system())) {
                install(other, "slow", NEVER_NOW, () -> "twice");
                assertThat(other.run("kill-feed", "slow", "u1"))
                        .as("on another node")
                        .isFalse();
            }
            gate.countDown();
            Await.until("the run has ended", () -> succeeded(host, "slow").size() == 1);
            assertThat(host.run("kill-feed", "slow", "u1")).isTrue();
        }
    }

    /** The record of a run comes before its place is free: whoever reads the one may count on the other. */
    @OnBothEngines
    void aJobWhoseEndIsOnRecordStartsAgainAtOnce(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            install(host, "quick", NEVER_NOW, () -> "done");
            for (int run = 1; run <= 40; run++) {
                assertThat(host.run("kill-feed", "quick", "u1"))
                        .as("run %d", run)
                        .isTrue();
                while (succeeded(host, "quick").size() < run) Thread.onSpinWait();
            }
        }
    }

    @OnBothEngines
    void aFiringMissedWhileTheServerWasDownRunsOnceAfterStart(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        var runs = new AtomicInteger();
        try (var data = open(fresh)) {
            for (var sundayPassed : new boolean[] {false, true, false}) {
                if (sundayPassed) clock.advance(Duration.ofDays(7));
                try (var host = SchedulingHost.of(data, clock)) {
                    install(host, "weekly", SUNDAYS, () -> "run " + runs.incrementAndGet());
                    host.startNow();
                    assertThat(host.all().getFirst().next())
                            .get()
                            .satisfies(next -> assertThat(next)
                                    .isAfter(clock.instant())
                                    .isBefore(clock.instant().plus(Duration.ofDays(7))));
                    if (sundayPassed)
                        Await.until(
                                "the missed run",
                                () -> succeeded(host, "weekly").size() == 1);
                    assertThat(succeeded(host, "weekly"))
                            .allSatisfy(run -> assertThat(run.cause()).isEqualTo("missed"))
                            .allSatisfy(
                                    run -> assertThat(run.scheduled()).contains(Instant.parse("2026-11-08T02:00:00Z")));
                    // Nothing else is due: a job that is shows that the clockwork had its chance.
                    install(host, "probe", NEVER_NOW, () -> "");
                    assertThat(host.run("kill-feed", "probe", "u1")).isTrue();
                    Await.until("the probe ran", () -> !succeeded(host, "probe").isEmpty());
                }
            }
        }
        assertThat(runs).hasValue(1);
    }

    @OnBothEngines
    void aRunThatDiedWithItsServerIsLostAndTriedOnceMore(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-01T02:00:05Z");
        var moment = Instant.parse("2026-11-01T02:00:00Z");
        try (var data = open(fresh)) {
            SchedulingHost.of(data, clock).close();
            var dead = new RunStore(data.database(), clock);
            assertThat(dead.claim("kill-feed/weekly", RunStore.Cause.schedule(moment)))
                    .isPresent();
            clock.advance(Duration.ofMinutes(1));

            var runs = new AtomicInteger();
            try (var host = SchedulingHost.of(data, clock)) {
                install(host, "weekly", SUNDAYS, () -> "run " + runs.incrementAndGet());
                host.startNow();
                Await.until(
                        "the lost run was made up for",
                        () -> succeeded(host, "weekly").size() == 1);
                assertThat(host.runs("kill-feed", "weekly", 10, Optional.empty()))
                        .extracting(Run::outcome)
                        .containsExactly("succeeded", "lost");
            }
            assertThat(dead.claim("kill-feed/weekly", RunStore.Cause.retry(moment, 2)))
                    .as("a third run")
                    .isEmpty();
            assertThat(runs).hasValue(1);
        }
    }

    @OnBothEngines
    void twoNodesShareTheFirings(TestDatabase fresh) throws Exception {
        var effects = new ConcurrentLinkedQueue<String>();
        try (var data = open(fresh);
                var one = SchedulingHost.of(data, InstantSource.system());
                var two = SchedulingHost.of(data, InstantSource.system())) {
            for (var host : List.of(one, two)) {
                install(host, "tick", Schedule.every(Duration.ofSeconds(1)), () -> {
                    effects.add("effect");
                    return "";
                });
                host.startNow();
            }
            Await.until("four runs", () -> succeeded(one, "tick").size() >= 4);
            one.close();
            two.close();
            assertThat(effects).hasSameSizeAs(succeeded(one, "tick"));
            long moments = data.database().read(connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select count(distinct scheduled) from jobs_run")) {
                    row.next();
                    return row.getLong(1);
                }
            });
            assertThat(moments).isEqualTo(effects.size());
        }
    }

    @OnBothEngines
    void closingWaitsForWhatRunsAndNothingRunsAfterwards(TestDatabase fresh) throws Exception {
        try (var data = open(fresh)) {
            var host = SchedulingHost.of(data, InstantSource.system());
            var begun = new CountDownLatch(1);
            var gate = new CountDownLatch(1);
            install(host, "slow", NEVER_NOW, () -> {
                begun.countDown();
                gate.await();
                return "in peace";
            });
            host.startNow();
            assertThat(host.run("kill-feed", "slow", "u1")).isTrue();
            begun.await();
            var withdrawing = Thread.ofPlatform().start(() -> host.withdraw(PLUGIN));
            Await.until("it waits", () -> withdrawing.getState() == Thread.State.TIMED_WAITING);
            gate.countDown();
            withdrawing.join();
            assertThat(succeeded(host, "slow")).extracting(Run::detail).containsExactly("in peace");
            assertThat(host.run("kill-feed", "slow", "u1")).isFalse();
            assertThat(host.all()).isEmpty();
            host.close();
        }
    }

    @OnBothEngines
    void onlyTheNewestRunsOfEachJobAreKept(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var store = new RunStore(data.database(), clock);
            for (int i = 0; i < RunStore.KEPT + 20; i++) {
                store.finish(
                        store.claim("kill-feed/many", RunStore.Cause.hand("u1")).orElseThrow(),
                        "succeeded",
                        "run " + i);
            }
            store.finish(
                    store.claim("kill-feed/few", RunStore.Cause.hand("u1")).orElseThrow(),
                    "succeeded",
                    "x".repeat(5_000));

            assertThat(host.runs("kill-feed", "many", 500, Optional.empty())).hasSize(RunStore.KEPT);
            assertThat(host.runs("kill-feed", "many", 1, Optional.empty()))
                    .extracting(Run::detail)
                    .containsExactly("run 119");
            assertThat(host.runs("kill-feed", "few", 5, Optional.empty()))
                    .singleElement()
                    .satisfies(run -> assertThat(run.detail()).hasSize(1_000));
        }
    }

    @OnBothEngines
    void whatCannotBeScheduledIsRefusedWithTheReason(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            assertThatThrownBy(() -> install(host, "odd", new Schedule.Cron("0 25 * * *", ZoneOffset.UTC), () -> ""))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("'25' is no hour");
            assertThatThrownBy(() -> install(host, "Odd Name", NEVER_NOW, () -> ""))
                    .isInstanceOf(Fault.class);
            var twice = new Job("twice", new Text("Twice", "Deux fois"), NEVER_NOW, () -> "");
            assertThatThrownBy(() -> host.install(PLUGIN, List.of(twice, twice)))
                    .isInstanceOf(Fault.class);
            assertThat(host.all()).isEmpty();
        }
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

    private static List<Run> succeeded(SchedulingHost host, String name) {
        return host.runs("kill-feed", name, 100, Optional.empty()).stream()
                .filter(run -> run.outcome().equals("succeeded"))
                .toList();
    }
}
