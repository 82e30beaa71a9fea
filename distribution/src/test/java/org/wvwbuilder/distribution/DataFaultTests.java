package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/**
 * What the disk does to the database, and what then becomes of clients, the log and the health: the table in {@code
 * troubleshooting.md}. The faults are real: a small disk, another program's lock, the kernel's own refusals by way of a
 * tracer, bytes changed in the file. One server lives through all of them but the last.
 */
@Timeout(300)
class DataFaultTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Gw2 gw2;
    private static RunningServer server;
    private static ApiClient admin;
    private static boolean small;

    @BeforeAll
    static void start() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        small = run("mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", data.toString());
        gw2 = Gw2.in(folder).with("GW2_DATABASE_PATIENCE", "1s").with("GW2_DATA_FREE_SPACE", "1");
        Accounts.add(gw2, "admin", "admin");
        server = gw2.run();
        admin = Accounts.signIn(server, "admin");
    }

    @AfterAll
    static void stop() throws Exception {
        gw2.close();
        if (small) run("umount", folder.resolve("data").toString());
    }

    @Test
    void aFullDiskRefusesWritesWith507ReadsOnAndRecovers() throws Exception {
        Parts.need(small, "the right to mount a small tmpfs", "run the tests as root, with CAP_SYS_ADMIN");
        var filler = folder.resolve("data/filler");
        fill(filler);
        refused(saveUntil(507), 507, "disk-full");
        told("the disk is full and nothing can be saved: make room");
        down("the disk of the database is full; make room");
        assertThat(admin.get("/api/v1/builds").statusCode()).isEqualTo(200);
        Files.delete(filler);
        recovered();
    }

    @Test
    void anotherProgramsLockIsAnsweredWith503UntilItIsGone() throws Exception {
        try (var other = database();
                var statement = other.createStatement()) {
            statement.execute("begin immediate");
            var answer = admin.saveBuild("locked out");
            refused(answer, 503, "database-busy");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            told("writes wait in vain: see what keeps the database");
            down("the database is too busy to write; find out what keeps it");
            assertThat(admin.get("/api/v1/builds").statusCode()).isEqualTo(200);
            statement.execute("rollback");
        }
        recovered();
    }

    @Test
    void aSlowDiskMakesSomeWaitAndTellsTheOthersToComeBack() throws Exception {
        try (var tracer = Tracer.on(server, "fdatasync,fsync:delay_enter=3000000")) {
            var statuses = new TreeSet<Integer>();
            // All of a round may come while the health writes its own row.
            Await.until("some are saved and some told to come back", PATIENCE, () -> {
                for (var answer : together(6, () -> admin.saveBuild("slowly"))) statuses.add(answer.statusCode());
                return statuses.size() > 1;
            });
            assertThat(statuses).containsExactly(201, 503);
            told("writes wait in vain: see what keeps the database");
        }
        recovered();
    }

    @Test
    void aFailingSyncAcknowledgesNothingAndTellsSo() throws Exception {
        var before = saved();
        try (var tracer = Tracer.on(server, "fdatasync,fsync:error=EIO")) {
            var answer = admin.saveBuild("not on the disk");
            refused(answer, 503, "database-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            told("the disk failed (", "look for its errors in 'journalctl -k'");
            down("the database cannot be reached; start or repair it (the disk failed");
            assertThat(saved()).as("what was not acknowledged is not there").isEqualTo(before);
        }
        recovered();
    }

    /** In a folder of its own, as nothing mends that. */
    @Test
    void aDamagedPageIsAnsweredWith503AndNamedWithItsRemedy(@TempDir Path other) throws Exception {
        try (var broken = Gw2.in(other)) {
            Accounts.add(broken, "admin", "admin");
            var first = broken.run();
            assertThat(Accounts.signIn(first, "admin")
                            .post("/api/v1/rosters", "{\"name\": \"lost\", \"entries\": []}")
                            .statusCode())
                    .isEqualTo(201);
            first.terminate();
            damage(other.resolve("data/gw2_wvwbuilder.db"));
            var again = broken.run();
            var client = Accounts.signIn(again, "admin");
            refused(client.get("/api/v1/rosters"), 503, "database-unavailable");
            var remedy = "restore the newest verified backup with 'gw2 restore'";
            Await.until("the log tells it", PATIENCE, () -> again.text().contains(remedy));
            Await.until("the health tells it", PATIENCE, () -> {
                var health = client.get("/api/v1/health");
                return health.statusCode() == 503 && health.body().contains(remedy);
            });
            assertThat(client.get("/api/v1/builds").statusCode()).isEqualTo(200);
        }
    }

    private static void damage(Path file) throws Exception {
        long page;
        long size;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select rootpage, page_size from sqlite_master, pragma_page_size"
                        + " where name = 'squads_rosters'")) {
            row.next();
            page = row.getLong(1);
            size = row.getLong(2);
        }
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek((page - 1) * size);
            raw.write("damage".repeat(50).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:wvw:problem:" + type).doesNotContain("SQL", folder.toString());
    }

    private static void told(String... words) {
        for (var each : words)
            Await.until("the log tells " + each, PATIENCE, () -> server.text().contains(each));
    }

    private static void down(String why) {
        Await.until("the health tells " + why, PATIENCE, () -> {
            var health = admin.get("/api/v1/health");
            return health.statusCode() == 503 && health.body().contains(why);
        });
        Await.until(
                "it is not ready",
                PATIENCE,
                () -> admin.get("/api/v1/health/ready").statusCode() == 503);
    }

    /** Without a restart, and all that was acknowledged is whole. */
    private static void recovered() throws Exception {
        Await.until("writes go on", PATIENCE, () -> admin.saveBuild("again").statusCode() == 201);
        Await.until(
                "it is ready", PATIENCE, () -> admin.get("/api/v1/health/ready").statusCode() == 200);
        try (var connection = database();
                var row = connection.createStatement().executeQuery("pragma quick_check")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    private static long saved() throws Exception {
        try (var connection = database();
                var row = connection.createStatement().executeQuery("select count(*) from builds_builds")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection database() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/gw2_wvwbuilder.db"));
    }

    /** The log has room that was taken before. */
    private static HttpResponse<String> saveUntil(int status) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        int tries = 0;
        do {
            answer = admin.saveBuild("until full");
        } while (answer.statusCode() == 201 && ++tries < 5_000);
        return answer;
    }

    private static void fill(Path filler) throws IOException {
        var bytes = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (true) out.write(bytes);
        } catch (IOException full) {
            assertThat(Files.size(filler)).isPositive();
        }
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<T>();
            for (var each : threads.invokeAll(java.util.Collections.nCopies(times, work))) all.add(each.get());
            return all;
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
