package org.wvwbuilder.builds;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** What the server would lend the plugin, on a real database; published events are kept to look at. */
public final class TestContext implements PluginContext, AutoCloseable {
    public final TestClock clock = TestClock.at("2026-11-20T20:00:00Z");
    public final List<Event> events = new CopyOnWriteArrayList<>();
    private final Path directory;
    private final DataHost host;

    private TestContext(Path directory, DataHost host) {
        this.directory = directory;
        this.host = host;
    }

    public static TestContext open(TestDatabase database) throws Fault {
        var host = DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 4, Duration.ofSeconds(10)),
                InstantSource.system());
        host.migrate(new Tables());
        return new TestContext(database.directory(), host);
    }

    @Override
    public String id() {
        return "builds";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(new CatalogueSettings(
                CatalogueSettings.Sync.OFF,
                URI.create("http://localhost:1"),
                CatalogueSettings.Keys.OFF,
                Duration.ofDays(180),
                Optional.empty()));
    }

    @Override
    public Database database() {
        return host.database();
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
        return System.getLogger("builds");
    }

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        Accounts accounts = ids -> ids.stream()
                .filter(id -> !id.equals("gone"))
                .collect(java.util.stream.Collectors.toMap(id -> id, id -> "name of " + id));
        return contract == Accounts.class ? Optional.of(contract.cast(accounts)) : Optional.empty();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return List.of();
    }

    @Override
    public void announce(String line) {
        throw new AssertionError("the plugin has nothing to announce");
    }

    @Override
    public boolean serving() {
        return true;
    }

    @Override
    public void close() {
        host.close();
    }

    /** The plugin's own script, as the server would find it. */
    private static final class Tables implements TableOwner {
        private static final List<String> SCRIPTS = List.of(
                "META-INF/wvw/migrations/V1__builds.sql",
                "META-INF/wvw/migrations/V2__history.sql",
                "META-INF/wvw/migrations/sqlite/V3__search.sql",
                "META-INF/wvw/migrations/postgresql/V3__search.sql",
                "META-INF/wvw/migrations/sqlite/V4__editions.sql",
                "META-INF/wvw/migrations/postgresql/V4__editions.sql",
                "META-INF/wvw/migrations/V5__game_keys.sql",
                "META-INF/wvw/migrations/V6__reviews.sql");

        @Override
        public String id() {
            return "builds";
        }

        @Override
        public List<String> resources() {
            return SCRIPTS;
        }

        @Override
        public Optional<InputStream> resource(String name) {
            return Optional.ofNullable(BuildsPlugin.class.getResourceAsStream("/" + name));
        }
    }
}
