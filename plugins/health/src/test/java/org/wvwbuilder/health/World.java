package org.wvwbuilder.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.http.HttpConfig;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.testing.PluginTables;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;

/**
 * The plugin on a real database behind the real HTTP host. What the server would tell about itself is steered; whoever
 * sends the token {@code admin} or {@code member} is one.
 */
final class World implements AutoCloseable, PluginContext {
    private static final PluginHandle HANDLE = new TestPlugin("health", HealthPlugin.class);
    final TestClock clock = TestClock.at("2026-11-23T20:00:00Z");
    final AtomicReference<Platform.HealthReport> report =
            new AtomicReference<>(new Platform.HealthReport("ok", Instant.EPOCH, List.of()));
    final List<Platform.PluginStatus> plugins = new ArrayList<>();
    final List<Platform.PluginStatus> missing = new ArrayList<>();
    final List<String> started = new ArrayList<>();
    final Set<String> off = new TreeSet<>();
    final DataHost data;
    private final Path directory;
    private final OpenPlugin plugin;
    private final HttpServer server = new HttpServer(HttpConfig.onAnyPort(), "1.0.0-test");
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    World(TestDatabase database) throws Exception {
        directory = database.directory();
        data = DataHost.open(
                new DataConfig(directory, 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 4, Duration.ofSeconds(2)),
                clock);
        data.migrate(PluginTables.of("health", HealthPlugin.class, "META-INF/wvw/migrations/V1__probe.sql"));
        plugin = new HealthPlugin().open(this);
        var resources = plugin.contributions().stream()
                .filter(Contribution.Resource.class::isInstance)
                .map(Contribution.Resource.class::cast)
                .toList();
        server.resources().install(HANDLE, resources);
        server.authentication().install(HANDLE, List.of(new Contribution.Authentication(World::identity)));
        address = server.start();
    }

    private static Identity identity(String token) {
        return new Identity(token, token, Roles.of(token), "session");
    }

    record Reply(int status, JsonNode json) {}

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, Optional.empty());
    }

    Reply get(String path, String role) throws IOException, InterruptedException {
        return send("GET", path, Optional.of(role));
    }

    Reply post(String path, String role) throws IOException, InterruptedException {
        return send("POST", path, Optional.of(role));
    }

    private Reply send(String method, String path, Optional<String> role) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        role.ifPresent(name -> request.header("Authorization", "Bearer " + name));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
    }

    private final Platform platform = new Platform() {
        @Override
        public String version() {
            return "1.0.0-test";
        }

        @Override
        public Instant startedAt() {
            return clock.instant().minusSeconds(60);
        }

        @Override
        public Path logs() {
            return Path.of("logs");
        }

        @Override
        public List<PluginStatus> plugins() {
            return plugins;
        }

        @Override
        public Optional<PluginActivity> activity(String id) {
            return Optional.of(new PluginActivity(7, 1, 2, 0, 1, 0, List.of(id + "-poller")));
        }

        @Override
        public Optional<PluginStanding> standing(String id) {
            return Optional.of(new PluginStanding("Zojja", !off.contains(id), id.equals("required")));
        }

        @Override
        public boolean startWith(String id, boolean wanted) {
            return wanted ? off.remove(id) : off.add(id);
        }

        @Override
        public List<PluginStatus> missing() {
            return missing;
        }

        @Override
        public List<PanelStatus> panels() {
            return List.of();
        }

        @Override
        public List<SettingStatus> settings() {
            return List.of(new SettingStatus("http.port", "9000", "etc/gw2.toml", "8000", "Port to listen on."));
        }

        @Override
        public HealthReport health() {
            return report.get();
        }
    };

    private final Jobs jobs = new Jobs() {
        @Override
        public List<JobStatus> all() {
            return List.of(new JobStatus(
                    "auth",
                    "session-purge",
                    new Text("Purge", "Purger"),
                    "every PT1H",
                    Optional.of(clock.instant()),
                    Optional.empty()));
        }

        @Override
        public boolean run(String plugin, String name, String by) {
            return started.isEmpty() && started.add(plugin + "/" + name + " by " + by);
        }

        @Override
        public List<Run> runs(String plugin, String name, int limit, Optional<String> before) {
            return IntStream.iterate(3, number -> number > 0, number -> number - 1)
                    .filter(number -> before.isEmpty() || number < Integer.parseInt(before.get()))
                    .limit(limit)
                    .mapToObj(number -> new Run(
                            String.valueOf(number),
                            Optional.empty(),
                            clock.instant(),
                            Optional.empty(),
                            "running",
                            "",
                            "hand",
                            "u1"))
                    .toList();
        }
    };

    static Platform.PluginStatus plugin(String id, String state) {
        return plugin(id, state, "resource");
    }

    static Platform.PluginStatus plugin(String id, String state, String kind) {
        return new Platform.PluginStatus(id, id, "1", state, true, "it broke", "Mend it.", Map.of(kind, 2));
    }

    @Override
    public void close() {
        server.stop(Duration.ZERO);
        plugin.close();
        data.close();
    }

    @Override
    public String id() {
        return "health";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(new HealthSettings(Optional.empty()));
    }

    @Override
    public Database database() {
        return data.database();
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public System.Logger log() {
        return System.getLogger("plugin.health");
    }

    @Override
    public void publish(Event event) {}

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        return findAll(contract).stream().findFirst();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return List.of(platform, jobs).stream()
                .filter(contract::isInstance)
                .map(contract::cast)
                .toList();
    }

    @Override
    public void announce(String line) {}

    @Override
    public boolean serving() {
        return true;
    }
}
