package org.wvwbuilder.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import org.wvwbuilder.cli.Backstage.Whereabouts;

/** What a server leaves and answers, for a rehearsal of the commands that look at it: they shall take the usual way. */
final class ExampleServer implements AutoCloseable {
    private static final String HEALTH = "{\"status\":\"ok\",\"version\":\"1.0.0\"}";
    private static final int ENTRIES = 60;

    private final ServerSocket socket;

    private ExampleServer(ServerSocket socket) {
        this.socket = socket;
    }

    static ExampleServer start(Whereabouts place) throws IOException {
        var now = Instant.now().toString();
        Files.createDirectories(place.data());
        Files.writeString(place.bulletin(), bulletin(now));
        Files.createDirectories(place.logs());
        var log = new StringBuilder();
        for (var i = 0; i < ENTRIES; i++) {
            log.append(now).append(i % 20 == 0 ? " ERROR" : i % 2 == 0 ? " WARN " : " INFO ");
            log.append(" an.example.Logger [request_id=0123456789abcdef] something happened\n");
        }
        Files.writeString(place.logs().resolve("gw2.log"), log);
        var example = new ExampleServer(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("example").start(example::answer);
        return example;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                client.getInputStream().read(new byte[1024]);
                var answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + HEALTH;
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                if (!socket.isClosed()) System.err.println("The rehearsal failed: " + gone);
            }
        }
    }

    private static String bulletin(String now) {
        return """
                {"at": "%1$s", "version": "1.0.0", "java": "25", "engine": "SQLite 3", "schema": "auth 5",
                 "database_bytes": 4096, "proven_backup": "%1$s", "status": "degraded",
                 "checks": [{"name": "backup", "status": "degraded", "why": "too old"}],
                 "jobs": [{"name": "auth/purge", "next": "%1$s", "outcome": "ok", "ended": "%1$s", "detail": ""},
                          {"name": "backup/daily", "next": "%1$s", "outcome": "failed", "ended": "%1$s", "detail": "why"}],
                 "plugins_not_running": []}""".formatted(now);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
