package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Parts;

/** Quality D1 and D2: what was acknowledged is on the disk, whatever happens next. */
class DurabilityTests {
    private static final int TRIALS = Integer.getInteger("long", 0) > 0 ? 200 : 5;
    private static final int WRITES = 1_000;
    private static final int WRITERS = 32;

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedWriteIsLostWhenTheProcessIsKilled() throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        try (var gw2 = Gw2.in(folder)) {
            Accounts.addCommander(gw2);
            for (var trial = 0; trial < TRIALS; trial++) {
                writeUntilKilled(gw2.run(), trial, acknowledged);
                assertThat(storedNames()).as("after trial " + trial).containsAll(acknowledged);
            }
            assertThat(acknowledged.size()).isGreaterThan(TRIALS * 10);
            assertThat(Accounts.signIn(gw2.run()).saveBuild("still at work").statusCode())
                    .isEqualTo(201);
        }
    }

    private void writeUntilKilled(RunningServer server, int trial, Set<String> acknowledged) throws Exception {
        var client = Accounts.signIn(server);
        var attempts = new AtomicInteger();
        var before = acknowledged.size();
        var enough = new CountDownLatch(20 + trial * 60 % 400);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < WRITERS; writer++) {
                writers.submit(() -> {
                    while (true) {
                        var number = attempts.incrementAndGet();
                        if (number > WRITES) return null;
                        var name = "trial-" + trial + "-" + number;
                        try {
                            if (client.saveBuild(name).statusCode() == 201) {
                                acknowledged.add(name);
                                enough.countDown();
                            }
                        } catch (IOException e) {
                            return null; // the server is dead, as planned
                        }
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS))
                    .as("writes were acknowledged")
                    .isTrue();
            server.kill();
        }
        assertThat(acknowledged.size()).isGreaterThan(before);
    }

    /** Reads the file that the dead server left, and checks its health. */
    private Set<String> storedNames() throws Exception {
        var names = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/gw2_wvwbuilder.db"));
                var statement = connection.createStatement()) {
            try (var check = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(check.next()).isTrue();
                assertThat(check.getString(1)).isEqualTo("ok");
            }
            try (var rows = statement.executeQuery("SELECT name FROM builds_builds")) {
                while (rows.next()) names.add(rows.getString(1));
            }
        }
        assertThat(names).doesNotHaveDuplicates();
        return new HashSet<>(names);
    }

    @Test
    void everyAnswerToAWriteWaitsForTheDisk() throws Exception {
        Parts.program("strace", "apt-get install strace");
        var trace = folder.resolve("trace");
        var saved = 500;
        try (var gw2 = Gw2.in(folder)) {
            Accounts.addCommander(gw2);
            gw2.under(
                    "strace",
                    "-D",
                    "-f",
                    "-qq",
                    "-y",
                    "-s",
                    "24",
                    "-o",
                    trace.toString(),
                    "-e",
                    "trace=fsync,fdatasync,write,writev,sendto,sendmsg");
            var client = Accounts.signIn(gw2.run());
            for (var i = 0; i < saved; i++)
                assertThat(client.saveBuild("traced " + i).statusCode()).isEqualTo(201);
        }
        assertThat(answersAfterSync(trace)).isEqualTo(new Answers(saved, 0));
    }

    /** How many 201 answers went out, and how many of them without the log having been synced since the one before. */
    record Answers(int all, int early) {}

    private static Answers answersAfterSync(Path trace) throws IOException {
        var synced = false;
        var all = 0;
        var early = 0;
        try (var lines = Files.lines(trace)) {
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.contains("sync") && line.contains("-wal") && !line.contains("unfinished")
                        || line.contains("sync resumed>")) {
                    synced = true;
                } else if (line.contains("HTTP/1.1 201")) {
                    all++;
                    if (!synced) early++;
                    synced = false;
                }
            }
        }
        return new Answers(all, early);
    }
}
