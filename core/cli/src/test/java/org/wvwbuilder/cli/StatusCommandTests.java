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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTests {
    private final FakeBackstage stage = new FakeBackstage();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        stage.address =
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
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

    @Test
    void aHealthyServerIsZero(@TempDir Path folder) throws IOException {
        answer("/api/v1/health", 200, "{\"status\":\"ok\",\"version\":\"1.2.3\"}");
        answer("/api/v1/health/ready", 200, "{\"status\":\"ok\"}");
        stage.since = Optional.of(Instant.now().minusSeconds(7322));
        stage.file = Optional.of(Files.write(folder.resolve("gw2.db"), new byte[5000]));
        Files.write(folder.resolve("gw2.db-wal"), new byte[5000]);
        var seen = stage.type("status");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out())
                .contains("ok", stage.address.get().toString(), "1.2.3", "2 h 2 min", "data/gw2.db (10 KiB)");
        assertThat(stage.type("status", "--json").out()).contains("\"database_bytes\": 10000", "\"ready\": true");
        assertThat(stage.type(true, "status").out()).startsWith("\033[32mok\033[0m");
    }

    @Test
    void aServerThatIsDownIsOne() {
        answer("/api/v1/health", 503, "{\"status\":\"down\",\"version\":\"1.2.3\"}");
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.FAILED);
        assertThat(seen.out()).startsWith("down");
    }

    @Test
    void aServerThatIsNotReadyIsOne() {
        answer("/api/v1/health", 200, "{\"status\":\"ok\"}");
        answer("/api/v1/health/ready", 503, "{}");
        assertThat(stage.type("status").exit()).isEqualTo(Exit.FAILED);
    }

    @Test
    void aRefusedPluginIsOneAndNamed() {
        answer("/api/v1/health", 200, "{\"status\":\"ok\"}");
        stage.plugins.add(FakeBackstage.plugin("bad", "REJECTED", "Its jar is broken.", "Copy it again."));
        var seen = stage.type("status");
        assertThat(seen.exit()).isEqualTo(Exit.FAILED);
        assertThat(seen.out()).contains("bad: Its jar is broken. Copy it again.");
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
}
