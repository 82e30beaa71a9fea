package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Ports;

/** Backups and restores by the real programs: beside a server, without one, and killed midway. */
class BackupProcessTests {
    private static final int TRIALS = Integer.getInteger("long", 0) > 0 ? 10 : 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void anAdministratorMakesABackupAndRestoresItAndTheServerComesBack() throws Exception {
        try (var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            // On port 0 it would come back elsewhere.
            var server = gw2.run("--set", "http.port=" + Ports.free());
            var admin = Accounts.signIn(server, "admin");
            admin.saveBuild("before");
            var made = admin.post("/api/v1/backups", "{}");
            assertThat(made.statusCode()).isEqualTo(202);
            var path = "/api/v1/backups/" + ApiClient.text(made.body(), "id");
            Await.until(
                    "the backup is proven",
                    PATIENCE,
                    () -> state(admin.get(path).body()).equals("verified"));
            admin.saveBuild("after");
            var id = path.substring(path.lastIndexOf('/') + 1);
            assertThat(admin.get(path + "/download").statusCode()).isEqualTo(200);
            assertThat(admin.send("DELETE", path, null).statusCode()).isEqualTo(409);
            assertThat(admin.post(path + "/restore", "{\"confirm\": \"yes\"}").statusCode())
                    .isEqualTo(422);
            assertThat(admin.post(path + "/restore", "{\"confirm\": \"" + id + "\"}")
                            .statusCode())
                    .isEqualTo(202);
            Await.until("it is ready again", PATIENCE, () -> ready(server) == 2);
            assertThat(admin.get("/api/v1/users/me").statusCode()).isNotEqualTo(200);
            var again = ApiClient.anonymous(lastReady(server)).signIn("admin", "a quaggan in the lava");
            assertThat(again.get("/api/v1/builds?owner=me").body())
                    .contains("\"before\"")
                    .doesNotContain("\"after\"");
            assertThat(again.get("/api/v1/backups/last-restore").body()).contains("\"outcome\":\"done\"");
            server.terminate();
            hasNoKey(folder.resolve("backups/" + id + ".tar.gz"));
        }
    }

    private static String state(String json) {
        return ApiClient.text(json, "state");
    }

    private static long ready(RunningServer server) throws Exception {
        return server.text().lines().filter(line -> line.contains("ready http")).count();
    }

    private static java.net.URI lastReady(RunningServer server) throws Exception {
        var text = server.text();
        return java.net.URI.create(text.substring(text.lastIndexOf("ready http") + 6)
                .lines()
                .findFirst()
                .orElseThrow()
                .strip());
    }

    /** Quality B11. */
    private void hasNoKey(Path archive) throws Exception {
        byte[] packed;
        try (var in = new GZIPInputStream(Files.newInputStream(archive))) {
            packed = in.readAllBytes();
        }
        var text = new String(packed, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("SQLite format 3");
        var seen = 0;
        try (var files = Files.walk(folder.resolve("data/plugin"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var key = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
                if (key.length() < 32) continue;
                seen++;
                assertThat(text.contains(key)).as("the backup holds " + file).isFalse();
            }
        }
        var master =
                Files.readString(folder.resolve("data/plugin/auth/master.key")).strip();
        var raw = new String(java.util.Base64.getUrlDecoder().decode(master), StandardCharsets.ISO_8859_1);
        assertThat(text.contains(raw))
                .as("the backup holds the bytes of the master key")
                .isFalse();
        assertThat(seen).isPositive();
    }

    @Test
    void aBackupWithWhichTheServerCannotStartIsGivenUp() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        try (var foreign = Gw2.in(other)) {
            Accounts.add(foreign, "stranger", "admin");
            var server = foreign.run();
            server.awaitReady();
            assertThat(foreign.command("backup").exit()).isZero();
            server.terminate();
        }
        Path archive;
        try (var files = Files.list(other.resolve("backups"))) {
            archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        var own = Files.createDirectory(folder.resolve("own"));
        try (var gw2 = Gw2.in(own)) {
            Accounts.add(gw2, "admin", "admin");
            var server = gw2.run();
            gw2.command("restore", archive.toString(), "--yes");
            Await.until("it is ready again", PATIENCE, () -> ready(server) == 2);
            assertThat(server.text()).contains("was undone");
            assertThat(gw2.command("user", "list").out())
                    .contains("admin@example.org")
                    .doesNotContain("stranger");
            assertThat(gw2.command("backup", "list").out())
                    .contains("refused: the server could not start", "the one from before");
        }
    }

    /** Quality D3. */
    @Test
    void aKillAtAnyMomentOfABackupLeavesTheOthersAndNothingHalf() throws Exception {
        try (var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            assertThat(gw2.command("backup").exit()).isZero();
            var random = new Random(7);
            for (int trial = 0; trial < TRIALS; trial++) {
                killAfter(gw2, 300 + random.nextInt(2_500), "backup");
                assertThat(gw2.command("backup", "--json").out()).contains("\"state\": \"verified\"");
                try (var files = Files.list(folder.resolve("backups"))) {
                    assertThat(files.map(file -> file.getFileName().toString()))
                            .allMatch(name -> name.matches(".*\\.(tar\\.gz|json|log|lock)"));
                }
                assertThat(gw2.command("backup", "list").out()).doesNotContain("unverified");
            }
        }
    }

    /** Quality D3 and B8. */
    @Test
    void aKillAtAnyMomentOfARestoreLeavesAWholeDatabase() throws Exception {
        try (var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            var id = ApiClient.text(gw2.command("backup", "--json").out(), "id");
            Accounts.add(gw2, "later", "member");
            var random = new Random(7);
            for (int trial = 0; trial < TRIALS; trial++) {
                killAfter(gw2, 500 + random.nextInt(2_500), "restore", id, "--yes");
                var listed = gw2.command("user", "list");
                assertThat(listed.exit()).as(listed.output()).isZero();
                assertThat(listed.out()).contains("admin@example.org");
                assertThat(integrity()).isEqualTo("ok");
                if (!listed.out().contains("later@example.org")) Accounts.add(gw2, "later", "member");
            }
            assertThat(gw2.command("restore", id, "--yes").exit()).isZero();
            assertThat(gw2.command("user", "list").out()).doesNotContain("later@example.org");
        }
    }

    private String integrity() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/gw2_wvwbuilder.db"));
                var statement = connection.createStatement();
                var row = statement.executeQuery("pragma integrity_check")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void killAfter(Gw2 gw2, int millis, String... words) throws Exception {
        var process = gw2.begin(words);
        // The moment is what is tried: nothing could be awaited that would be any moment.
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS))
            throw new IllegalStateException("nobody counts");
        Gw2.kill(process);
    }
}
