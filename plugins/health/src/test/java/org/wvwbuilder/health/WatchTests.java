package org.wvwbuilder.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** The checks of memory and clock. */
class WatchTests {
    @TempDir
    private Path root;

    @Test
    void littleMemoryIsNamedByWhatRunsOut() throws IOException {
        machine(1_000_000, 500_000);
        assertThat(memory(0.5)).isInstanceOf(Health.Up.class);
        assertThat(why(memory(0.95))).contains("Java's memory is 95 % full", "MemoryMax");

        group("1000000", 950_000, 100_000);
        assertThat(memory(0.5)).as("the page cache does not count").isInstanceOf(Health.Up.class);
        group("1000000", 950_000, 10_000);
        assertThat(why(memory(0.5))).contains("the service uses 94 %", "systemctl edit gw2-backend");
        group("max", 950_000, 10_000);
        assertThat(memory(0.5)).isInstanceOf(Health.Up.class);

        machine(1_000_000, 30_000);
        assertThat(why(memory(0.5))).contains("only 3.0 % of the machine's memory are free");
    }

    @Test
    void theMemoryOfThisMachineCanBeRead() throws IOException {
        assertThat(new MemoryCheck().check()).isNotNull();
    }

    @Test
    void youngObjectsMayFillTheirRoom() {
        assertThat(MemoryCheck.lasting())
                .isNotEmpty()
                .extracting(MemoryPoolMXBean::getName)
                .noneMatch(name -> name.contains("Eden") || name.contains("Survivor"));
    }

    @OnBothEngines
    void aClockThatJumpsIsNamedForAWhile(TestDatabase database) throws Exception {
        var clock = TestClock.at(Instant.now().toString());
        var nanos = new AtomicLong();
        try (var data = open(database)) {
            // PostgreSQL tells the real time: the steered clock is compared with it only in the test below.
            var check = new ClockCheck(new Unasked(data.database()), clock, nanos::get);
            pass(clock, nanos, Duration.ofSeconds(5));
            assertThat(check.check()).isInstanceOf(Health.Up.class);
            clock.advance(Duration.ofHours(1));
            assertThat(why(check.check())).contains("jumped by 3600 s", "timedatectl set-ntp true");
            pass(clock, nanos, Duration.ofMinutes(14));
            assertThat(check.check()).isInstanceOf(Health.Degraded.class);
            pass(clock, nanos, Duration.ofMinutes(2));
            assertThat(check.check()).isInstanceOf(Health.Up.class);
        }
    }

    @OnBothEngines
    void aDatabaseServerWithAnotherTimeIsNamed(TestDatabase database) throws Exception {
        try (var data = open(database)) {
            var right = new ClockCheck(data.database(), InstantSource.system(), System::nanoTime);
            assertThat(right.check()).isInstanceOf(Health.Up.class);
            var behind = TestClock.at(Instant.now().minusSeconds(600).toString());
            var wrong = new ClockCheck(data.database(), behind, new AtomicLong()::get).check();
            if (data.database().engine() == Database.Engine.SQLITE) {
                assertThat(wrong).isInstanceOf(Health.Up.class);
            } else {
                assertThat(why(wrong)).contains("PostgreSQL's clock differs", "timedatectl");
            }
        }
    }

    private static void pass(TestClock clock, AtomicLong nanos, Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private static DataHost open(TestDatabase database) throws Exception {
        return DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 2, Duration.ofSeconds(10)),
                InstantSource.system());
    }

    /** A database whose clock nobody asks for. */
    private record Unasked(Database real) implements Database {
        @Override
        public Engine engine() {
            return Engine.SQLITE;
        }

        @Override
        public <T> T read(Work<T> work) {
            return real.read(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            return real.write(work);
        }
    }

    private Health memory(double heap) throws IOException {
        return new MemoryCheck(root, () -> heap).check();
    }

    private void machine(long total, long available) throws IOException {
        write("proc/meminfo", "MemTotal: " + total + " kB\nMemFree: 1 kB\nMemAvailable: " + available + " kB\n");
    }

    private void group(String most, long used, long cache) throws IOException {
        write("proc/self/cgroup", "0::/system.slice/gw2-backend.service\n");
        var folder = "sys/fs/cgroup/system.slice/gw2-backend.service/";
        write(folder + "memory.max", most + "\n");
        write(folder + "memory.current", used + "\n");
        write(folder + "memory.stat", "anon 5\ninactive_file " + cache + "\n");
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String why(Health health) {
        assertThat(health).isInstanceOf(Health.Degraded.class);
        return ((Health.Degraded) health).why();
    }
}
