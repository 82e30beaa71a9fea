package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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

/** What operators learn of jobs, and what they ask of them. */
class WatchedJobsTests {
    private static final TestPlugin PLUGIN = new TestPlugin("kill-feed", WatchedJobsTests.class);
    private static final Schedule NEVER_NOW = Schedule.every(Duration.ofDays(365));
    private static final Schedule NIGHTLY = new Schedule.Cron("30 2 * * *", ZoneId.of("Europe/Paris"));

    @OnBothEngines
    void aFailedJobIsNamedUntilItSucceeds(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var dry = new AtomicBoolean(true);
            install(host, "water", NEVER_NOW, () -> {
                if (dry.get()) throw new IllegalStateException("the well is dry.");
                return "";
            });
            host.startNow();
            assertThat(host.check().check()).isInstanceOf(Health.Up.class);
            runAndWait(host, "water");
            clock.advance(Duration.ofSeconds(31));
            assertThat(why(host)).contains("kill-feed/water failed: the well is dry; ", "gw2 jobs run kill-feed/water");
            dry.set(false);
            runAndWait(host, "water");
            assertThat(host.check().check()).as("looked at twice a minute").isInstanceOf(Health.Degraded.class);
            clock.advance(Duration.ofSeconds(31));
            assertThat(host.check().check()).isInstanceOf(Health.Up.class);
        }
    }

    @OnBothEngines
    void aJobThatDoesNotRunWhenItIsDueIsNamed(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            install(host, "nightly", NIGHTLY, () -> "");
            host.startNow();
            assertThat(host.check().check()).isInstanceOf(Health.Up.class);
            // The clock is steered past the moment; the clockwork, which goes by real distances, stays behind.
            clock.advance(Duration.ofDays(1));
            assertThat(why(host)).contains("kill-feed/nightly did not run when it was due");
        }
    }

    /** B10: on the night that lacks 02:30, and on the one that has it twice. */
    @OnBothEngines
    void aNightMissedWhenClocksChangeIsMadeUpForOnce(TestDatabase fresh) throws Exception {
        var nights = List.of(
                new Instant[] {Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T01:00:00Z")},
                new Instant[] {Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T00:30:00Z")});
        for (var night : nights) {
            var clock = TestClock.at(night[0].toString());
            var name = "on-" + night[0].getEpochSecond();
            try (var data = open(fresh)) {
                try (var host = SchedulingHost.of(data, clock)) {
                    install(host, name, NIGHTLY, () -> "");
                    host.startNow();
                }
                clock.advance(Duration.ofHours(20));
                for (int start = 0; start < 2; start++) {
                    try (var host = SchedulingHost.of(data, clock)) {
                        install(host, name, NIGHTLY, () -> "");
                        host.startNow();
                        Await.until(
                                "it was made up for", () -> ended(host, name).size() == 1);
                        assertThat(ended(host, name)).singleElement().satisfies(run -> {
                            assertThat(run.scheduled()).contains(night[1]);
                            assertThat(run.cause()).isEqualTo("missed");
                        });
                    }
                }
            }
        }
    }

    @OnBothEngines
    void aCommandBesideTheServerSeesTheJobsAndHasOneRun(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            var gate = new CountDownLatch(1);
            install(host, "slow", NEVER_NOW, () -> {
                gate.await();
                return "done";
            });
            var ledger = JobLedger.of(data, InstantSource.system());
            assertThat(ledger.all()).as("before a server told").isEmpty();
            host.startNow();
            assertThat(ledger.all()).singleElement().satisfies(job -> {
                assertThat(job.plugin() + "/" + job.name()).isEqualTo("kill-feed/slow");
                assertThat(job.title().en()).isEqualTo("Title of slow");
                assertThat(job.schedule()).isEqualTo("every PT8760H");
                assertThat(job.next()).isPresent();
            });
            assertThat(ledger.run("kill-feed", "unknown", "command")).isFalse();
            assertThat(ledger.run("kill-feed", "slow", "command")).isTrue();
            Await.until("the server took it", () -> !runs(ledger, "slow").isEmpty());
            assertThat(ledger.run("kill-feed", "slow", "command"))
                    .as("while it runs")
                    .isFalse();
            gate.countDown();
            Await.until("it ended", () -> ended(ledger, "slow").size() == 1);
            assertThat(runs(ledger, "slow")).singleElement().satisfies(run -> {
                assertThat(run.cause()).isEqualTo("hand");
                assertThat(run.by()).isEqualTo("command");
                assertThat(run.detail()).isEqualTo("done");
            });
        }
    }

    @OnBothEngines
    void whatWasAskedWhileNoServerRanIsForgotten(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        try (var data = open(fresh)) {
            try (var host = SchedulingHost.of(data, clock)) {
                install(host, "old", NEVER_NOW, () -> "");
                host.startNow();
            }
            assertThat(JobLedger.of(data, clock).run("kill-feed", "old", "command"))
                    .isTrue();
            clock.advance(Duration.ofMinutes(2));
            try (var host = SchedulingHost.of(data, clock)) {
                install(host, "old", NEVER_NOW, () -> "");
                install(host, "new", NEVER_NOW, () -> "");
                host.startNow();
                var ledger = JobLedger.of(data, clock);
                assertThat(ledger.all()).extracting(job -> job.name()).containsExactly("new", "old");
                assertThat(ledger.run("kill-feed", "new", "command")).isTrue();
                Await.until("the server looked", () -> ended(ledger, "new").size() == 1);
                assertThat(runs(ledger, "old")).isEmpty();
            }
        }
    }

    /** Else the moment would pass without a run, and be made up for at the next start. */
    @OnBothEngines
    void aRunByHandThatIsAtWorkWhenItsMomentComesIsTheRunOfThatMoment(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T01:58:00Z");
        var moment = Instant.parse("2026-11-03T02:00:00Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var store = new RunStore(data.database(), clock);
            var runs = new Runs(store);
            var gate = new CountDownLatch(1);
            var count = new AtomicInteger();
            var job = new ScheduledJob(
                    "kill-feed",
                    new Job("nightly", new Text("Nightly", "Nuit"), NIGHTLY, () -> {
                        count.incrementAndGet();
                        gate.await();
                        return "";
                    }),
                    Timing.of(NIGHTLY),
                    clock.instant(),
                    (name, work) -> work.call());
            assertThat(runs.start(job, "u1", any -> true)).isTrue();
            runs.run(job, RunStore.Cause.schedule(moment), any -> true);
            // Another server, whose clock has come to the same moment.
            new Runs(new RunStore(data.database(), clock)).run(job, RunStore.Cause.schedule(moment), any -> true);
            assertThat(store.lastScheduled(job.id())).contains(moment);
            gate.countDown();
            Await.until("the run has ended", () -> ended(host, "nightly").size() == 1);
            runs.run(job, RunStore.Cause.missed(moment), any -> true);
            assertThat(ended(host, "nightly")).singleElement().satisfies(run -> {
                assertThat(run.scheduled()).contains(moment);
                assertThat(run.cause()).isEqualTo("hand");
            });
            assertThat(count).hasValue(1);
        }
    }

    /** By it is known what is due. */
    @OnBothEngines
    void theNewestRunOfTheScheduleStaysHoweverManyComeByHand(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        var moment = Instant.parse("2026-11-03T02:00:00Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var store = new RunStore(data.database(), clock);
            for (int i = 0; i < RunStore.KEPT + 20; i++) {
                var cause = i == 0 ? RunStore.Cause.schedule(moment) : RunStore.Cause.hand("u1");
                store.finish(store.claim("kill-feed/weekly", cause).orElseThrow(), "succeeded", "");
            }
            assertThat(store.lastScheduled("kill-feed/weekly")).contains(moment);
            assertThat(store.newest("kill-feed/weekly", RunStore.KEPT, Optional.empty()))
                    .hasSize(RunStore.KEPT);
        }
    }

    @OnBothEngines
    void theRunsComeInPages(TestDatabase fresh) throws Exception {
        var clock = TestClock.at("2026-11-03T12:00:00Z");
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, clock)) {
            var store = new RunStore(data.database(), clock);
            for (int i = 0; i < 5; i++) {
                var claim =
                        store.claim("kill-feed/many", RunStore.Cause.hand("u1")).orElseThrow();
                store.finish(claim, "succeeded", "run " + i);
            }
            var first = host.runs("kill-feed", "many", 3, Optional.empty());
            var second = host.runs(
                    "kill-feed", "many", 3, Optional.of(first.getLast().id()));
            assertThat(first).extracting(Run::detail).containsExactly("run 4", "run 3", "run 2");
            assertThat(second).extracting(Run::detail).containsExactly("run 1", "run 0");
        }
    }

    @OnBothEngines
    void theServersOwnJobsStandBesideThoseOfPlugins(TestDatabase fresh) throws Exception {
        try (var data = open(fresh);
                var host = SchedulingHost.of(data, InstantSource.system())) {
            host.install(List.of(new Job("sweep", new Text("Sweep", "Balayer"), NEVER_NOW, () -> "swept")));
            install(host, "sweep", NEVER_NOW, () -> "");
            host.startNow();
            assertThat(host.run("server", "sweep", "u1")).isTrue();
            Await.until(
                    "it ran",
                    () -> host.runs("server", "sweep", 1, Optional.empty()).stream()
                            .anyMatch(run -> run.detail().equals("swept")));
            host.withdraw(PLUGIN);
            assertThat(host.all()).extracting(job -> job.plugin()).containsExactly("server");
        }
    }

    private static void runAndWait(SchedulingHost host, String name) throws Exception {
        int before = ended(host, name).size();
        assertThat(host.run("kill-feed", name, "u1")).isTrue();
        Await.until("it ended", () -> ended(host, name).size() > before);
    }

    private static List<Run> runs(org.wvwbuilder.plugin.Jobs jobs, String name) {
        return jobs.runs("kill-feed", name, 100, Optional.empty());
    }

    private static List<Run> ended(org.wvwbuilder.plugin.Jobs jobs, String name) {
        return runs(jobs, name).stream().filter(run -> run.ended().isPresent()).toList();
    }

    private static String why(SchedulingHost host) throws Exception {
        var health = host.check().check();
        assertThat(health).isInstanceOf(Health.Degraded.class);
        return ((Health.Degraded) health).why();
    }

    private static DataHost open(TestDatabase database) throws Fault {
        return DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 4, Duration.ofSeconds(10)),
                InstantSource.system());
    }

    private static void install(SchedulingHost host, String name, Schedule schedule, Task task) throws Fault {
        host.install(PLUGIN, List.of(new Job(name, new Text("Title of " + name, "Titre"), schedule, task)));
    }
}
