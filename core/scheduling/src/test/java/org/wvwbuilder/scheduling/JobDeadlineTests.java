package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Jobs.Run;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;

class JobDeadlineTests {

    @Test
    @Timeout(120)
    void aRunThatTakesTooLongIsInterruptedAndTheNextOneMayBegin() throws Exception {
        var plugin = new TestPlugin("kill-feed", JobDeadlineTests.class);
        var begun = new CountDownLatch(1);
        var dry = new AtomicBoolean(true);
        try (var database = TestDatabase.sqlite();
                var data = DataHost.open(
                        new DataConfig(database.directory(), 1),
                        new DatabaseConfig(
                                database.url(), database.user(), database.password(), 4, Duration.ofSeconds(2)),
                        InstantSource.system());
                var host = SchedulingHost.of(data, InstantSource.system())) {
            host.install(
                    plugin,
                    List.of(new Job("water", new Text("Water", "Eau"), Schedule.every(Duration.ofDays(365)), () -> {
                        begun.countDown();
                        if (dry.get()) new CountDownLatch(1).await();
                        return "watered";
                    })));
            assertThat(host.run("kill-feed", "water", "u1")).isTrue();
            begun.await();
            plugin.calls().sweep(System.nanoTime() + Duration.ofHours(2).toNanos());
            assertThat(ended(host, 1).outcome()).isEqualTo("failed");
            assertThat(ended(host, 1).detail()).isEqualTo("it did not end within 1h (plugins.job-deadline)");
            dry.set(false);
            Await.until("it may run again", () -> host.run("kill-feed", "water", "u1"));
            assertThat(ended(host, 2).detail()).isEqualTo("watered");
        }
    }

    private static Run ended(SchedulingHost host, int count) {
        return Await.value("it ended", Duration.ofMinutes(1), () -> {
                    var runs = host.runs("kill-feed", "water", 10).stream()
                            .filter(run -> run.ended().isPresent())
                            .toList();
                    return runs.size() < count ? java.util.Optional.<List<Run>>empty() : java.util.Optional.of(runs);
                })
                .getFirst();
    }
}
