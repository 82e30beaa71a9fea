package org.wvwbuilder.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.http.HttpConfig;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestPlugin;

/** The plugin over a folder of logs, behind the real HTTP host if wanted; a token is the name of its bearer's role. */
final class World implements AutoCloseable, PluginContext {
    final TestClock clock = TestClock.at("2026-11-24T09:00:00Z");
    final List<Event> events = new ArrayList<>();
    final LogsSettings settings;
    private final Path folder;
    private final OpenPlugin plugin;
    private final Optional<HttpServer> server;
    private URI address = URI.create("http://127.0.0.1");
    private final HttpClient http = HttpClient.newHttpClient();

    World(Path folder, Map<String, AlertRule> alerts, boolean web) throws Exception {
        this.folder = folder;
        settings = new LogsSettings(
                folder.resolve("nginx-access.log"),
                folder.resolve("nginx-error.log"),
                folder.resolve("backup.log"),
                "gw2-backend",
                folder.resolve("journalctl"),
                alerts);
        plugin = new LogsPlugin().open(this);
        server = web ? Optional.of(new HttpServer(HttpConfig.onAnyPort(), "1.0.0-test")) : Optional.empty();
        if (web) {
            var resources = plugin.contributions().stream()
                    .filter(Contribution.Resource.class::isInstance)
                    .map(Contribution.Resource.class::cast)
                    .toList();
            server.get().resources().install(HANDLE, resources);
            server.get()
                    .authentication()
                    .install(
                            HANDLE,
                            List.of(new Contribution.Authentication(
                                    token -> new Identity(token, token, Roles.of(token), "session"))));
            address = server.get().start();
        }
    }

    HttpRequest request(String path, String role) {
        return HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + role)
                .build();
    }

    HttpResponse<String> get(String path, String role) throws IOException, InterruptedException {
        return http.send(request(path, role), HttpResponse.BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    /** Sends a path that no client would send, and returns the answer's status line. */
    String raw(String path) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /api/v1" + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public String id() {
        return "log-monitor";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(settings);
    }

    @Override
    public Database database() {
        throw new IllegalStateException("the plugin says that it needs none");
    }

    @Override
    public Path directory() {
        return folder;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public System.Logger log() {
        return System.getLogger("test");
    }

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        return contract == Platform.class ? Optional.of(contract.cast(new LogsAt(folder))) : Optional.empty();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return find(contract).stream().toList();
    }

    @Override
    public void announce(String line) {}

    @Override
    public boolean serving() {
        return true;
    }

    @Override
    public void close() {
        plugin.close();
        server.ifPresent(running -> running.stop(java.time.Duration.ofSeconds(1)));
    }

    private static final PluginHandle HANDLE = new TestPlugin("log-monitor", LogsPlugin.class);
}
