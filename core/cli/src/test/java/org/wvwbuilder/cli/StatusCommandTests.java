package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.SettingProblem;

class StatusCommandTests {
    private final FakeBackstage stage = new FakeBackstage();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        stage.address =
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        stage.data = folder;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void serve(String status) {
        answer(
                "/api/v1/health",
                status.equals("down") ? 503 : 200,
                "{\"status\":\"" + status + "\",\"version\":\"1.2.3\"}");
        answer("/api/v1/health/ready", 200, "{\"status\":\"ok\"}");
    }

    @Test
    void aHealthyServerIsZero() throws IOException {
        serve("ok");
        stage.lock = Backstage.Lock.HELD;
        stage.since = Optional.of(Instant.now().minusSeconds(7322));
        stage.pid = Optional.of(ProcessHandle.current().pid());
        stage.file = Optional.of(Files.write(folder.resolve("gw2.db"), new byte[5000]));
        Files.write(folder.resolve("gw2.db-wal"), new byte[5000]);
        var seen = stage.type("status");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out())
                .startsWith("ok        " + stage.address.get())
                .contains(
                        "1.2.3",
                        "Java ",
                        "2 h 2 min",
                        "data/gw2.db (10 KiB)",
                        "disk free",
                        "errors    unknown: there is no log")
                .containsPattern("process   CPU [0-9.]+ % since its start, memory [0-9]+ MiB")
                .doesNotContain("\033");
        assertThat(stage.type("status", "--json").out()).contains("\"database_bytes\": 10000", "\"ready\": true");
        assertThat(stage.type(true, "status").out()).startsWith("\033[32mok\033[0m");
    }

    @Test
    void aDegradedServerIsZeroAndSaysSoInItsFirstLine() {
        serve("degraded");
        var seen = stage.type("status");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out()).startsWith("degraded  " + stage.address.get());
    }

    @Test
    void aRefusedPluginDegradesAndIsNamed() {
        serve("ok");
        stage.plugins.add(FakeBackstage.plugin("bad", "REJECTED", "Its jar is broken.", "Copy it again."));
        var seen = stage.type("status");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out()).startsWith("degraded ").contains("bad: Its jar is broken. Copy it again.");
    }

    @Test
    void aRunningServerIsAskedForItsPluginsNotTheDisk() throws IOException {
        serve("ok");
        stage.lock = Backstage.Lock.HELD;
        stage.since = Optional.of(Instant.parse("2026-11-28T10:00:00Z"));
        var bad = FakeBackstage.plugin("bad", "FAILED", "It broke.", "Mend it.");
        for (var second : List.of(30, -30)) {
            stage.asked.clear();
            var bulletin = new Bulletin(
                    stage.since.get().plusSeconds(second),
                    "1",
                    "25",
                    "SQLite",
                    "",
                    5,
                    Optional.empty(),
                    "ok",
                    List.of(),
                    List.of(),
                    Optional.of(List.of(bad)),
                    List.of());
            Files.writeString(folder.resolve("server.json"), Json.write(bulletin));
            var seen = stage.type("status");
            if (second > 0) assertThat(seen.out()).contains("bad: It broke. Mend it.");
            assertThat(stage.asked.contains("plugins"))
                    .as("the word of an earlier server does not count")
                    .isEqualTo(second < 0);
        }
    }

    @Test
    void aServerOfWhichItCannotBeSaidThatItWorksIsFour() {
        serve("down");
        var down = stage.type("status");
        assertThat(down.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(down.out()).startsWith("down");
        server.removeContext("/api/v1/health/ready");
        server.removeContext("/api/v1/health");
        answer("/api/v1/health", 200, "{\"status\":\"ok\"}");
        answer("/api/v1/health/ready", 503, "{}");
        var unready = stage.type("status");
        assertThat(unready.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(unready.out()).startsWith("not ready");
    }

    @Test
    void aProcessThatDoesNotAnswerIsFour() {
        server.stop(0);
        stage.lock = Backstage.Lock.HELD;
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(seen.out()).startsWith("silent").contains("gw2 logs");
        stage.lock = Backstage.Lock.HIDDEN;
        assertThat(stage.type("status").exit()).isEqualTo(Exit.UNKNOWN);
    }

    @Test
    void settingsThatCannotBeReadAreFour() {
        stage.fault =
                Optional.of(new ConfigurationFault(List.of(new SettingProblem("http.port", "--set", "no number"))));
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.UNKNOWN);
        assertThat(seen.err()).contains("http.port", "no number");
    }

    @Test
    void aDeadServerThatLeftItsLockIsOneAndItsLastWordsAreShown() throws IOException {
        server.stop(0);
        stage.lock = Backstage.Lock.LEFT;
        var at = Instant.parse("2026-11-28T10:00:00Z");
        var backup = new Bulletin.JobBrief("backup/weekly", Optional.of(at), "succeeded", Optional.of(at), "12 MiB");
        var failed = new Bulletin.JobBrief("auth/purge", Optional.of(at), "failed", Optional.of(at), "no room");
        var check = new Bulletin.CheckBrief("server/disk", "degraded", "only 3 MiB are free; make room");
        Files.writeString(
                folder.resolve("server.json"),
                Json.write(new Bulletin(
                        at,
                        "1.2.3",
                        "25",
                        "SQLite 3.50",
                        "auth 5",
                        5,
                        Optional.of(at),
                        "degraded",
                        List.of(check),
                        List.of(backup, failed),
                        Optional.empty(),
                        List.of())));
        Files.writeString(
                folder.resolve("gw2.log"),
                "2026-11-28T09:00:00.000Z INFO  a.B fine\n"
                        + "2026-11-28T09:01:00.000Z ERROR a.B [request_id=x] the first\n"
                        + "\tat a.B\n{\"timestamp\":\"2026-11-28T09:02:00Z\",\"level\":\"ERROR\",\"logger\":\"a.C\",\"message\":\"the second\"}\n");
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.DEAD);
        assertThat(seen.out())
                .startsWith("dead ")
                .contains(
                        "systemctl start gw2-backend",
                        "SQLite 3.50",
                        "schema    auth 5",
                        "ago, proven by a restore drill")
                .contains("auth/purge", "no room", "server/disk: only 3 MiB are free; make room")
                .containsSubsequence("the second", "the first");
    }

    @Test
    void nobodyThereIsThree() {
        server.stop(0);
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.NOT_RUNNING);
        assertThat(seen.out()).contains("start the server with 'gw2 run'");
        assertThat(stage.type("status", "--json").out()).contains("\"status\": \"not running\"");
    }

    @Test
    void somebodyElseThereIsThree() {
        answer("/", 200, "<html>hello</html>");
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.NOT_RUNNING);
        assertThat(seen.out()).contains("Something else");
    }

    @Test
    void whatIsLeftOfABulletinIsNoReasonToFail() throws IOException {
        for (var text : List.of("", "{", "[]", "{\"at\": 5}", "{\"at\": \"soon\"}")) {
            Files.writeString(folder.resolve("server.json"), text);
            assertThat(Bulletin.read(folder.resolve("server.json"))).isEmpty();
        }
        assertThat(stage.type("status").exit()).isEqualTo(Exit.NOT_RUNNING);
    }
}
