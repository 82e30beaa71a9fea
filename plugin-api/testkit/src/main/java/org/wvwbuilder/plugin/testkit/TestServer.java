package org.wvwbuilder.plugin.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/**
 * A real server around one plugin: the kernel, the database with its migrations, the web server on a free port, the jobs,
 * and the accounts of the plugin auth. It runs in the process of the tests, behind module layers of its own, as the
 * plugin will find it at an operator's. The clock stands still until a test moves it.
 *
 * <p>{@link PluginTest} makes one for a class of tests; with {@link #of} a test makes its own:
 *
 * <pre>{@code
 * try (var server = TestServer.of("", Engine.SQLITE, Map.of("kill-feed.keep", "5"))) {
 *     server.user().get("kill-feed").require(200);
 * }
 * }</pre>
 */
public final class TestServer implements AutoCloseable {
    /** As at an operator's, or as many times as long as the kit waits itself. */
    private static final Duration CALL_DEADLINE = Duration.ofSeconds(45);

    private final PluginUnderTest plugin;
    private final Map<String, String> settings;
    private final TestDatabase database;
    private final Path folder;
    private final TestClock clock;
    private final RecordedEvents events = new RecordedEvents(this);
    private final Jobs jobs = new Jobs(this);
    private final People people = new People(this);
    /** What the plugin sees: that clock, which stands still, or the machine's. */
    private InstantSource time;

    private Seat seat;
    private String id = "";

    private TestServer(PluginUnderTest plugin, Engine engine, Map<String, String> settings) throws IOException {
        this.plugin = plugin;
        this.settings = settings;
        this.clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        this.time = clock;
        this.folder = Files.createTempDirectory("wvw-test-");
        this.database =
                engine == Engine.SQLITE ? TestDatabase.sqlite(folder.resolve("data")) : TestDatabase.postgresql();
    }

    /**
     * Starts a server.
     *
     * @param module the name of the plugin's module; empty when only one plugin is on the class path
     * @param settings by their whole key: {@code kill-feed.keep}
     * @throws ServerRefusal when the server does not start, because of a setting that nobody knows, say
     */
    public static TestServer of(String module, Engine engine, Map<String, String> settings) {
        return of(PluginUnderTest.find(module), engine, settings, Optional.empty());
    }

    /** @param before the release that the database is from; with none it is empty */
    static TestServer of(
            PluginUnderTest plugin, Engine engine, Map<String, String> settings, Optional<Released> before) {
        try {
            var server = new TestServer(plugin, engine, Map.copyOf(settings));
            server.prepare();
            before.ifPresent(server::leave);
            server.start();
            return server;
        } catch (IOException full) {
            throw new AssertionError("no folder for the server: " + full.getMessage(), full);
        }
    }

    private void prepare() throws IOException {
        var home = folder.resolve("home");
        Files.createDirectories(home.resolve("etc"));
        Files.createFile(home.resolve("etc/gw2.toml"));
        plugin.install(folder.resolve("plugins/under-test"));
        if (!plugin.module().name().equals("org.wvwbuilder.auth")) {
            Folders.copy(Home.folder().resolve("plugins"), home.resolve("plugins"));
        }
    }

    /** From now on time goes by itself, for what measures it. */
    void tick() {
        time = InstantSource.system();
        restart();
    }

    private void leave(Released release) {
        try {
            var empty = Seat.leave(
                    folder.resolve("home"),
                    folder,
                    everything(),
                    plugin.id(),
                    release.scripts(engine()),
                    release.rows(engine()));
            if (empty.isEmpty()) return;
            throw new AssertionError("nothing is in " + empty + ", so a new migration would be tried on nothing: write"
                    + " INSERT statements for them into V1.rows.sql, or that of a later version, in "
                    + release.folder());
        } catch (ServerRefusal | Error refused) {
            clean();
            throw refused;
        }
    }

    private void start() {
        try {
            seat = Seat.open(folder.resolve("home"), folder, everything(), time, events::add);
        } catch (ServerRefusal | Error refused) {
            clean();
            throw refused;
        }
        id = seat.plugins().keySet().stream()
                .filter(one -> !one.equals("auth") || plugin.module().name().endsWith(".auth"))
                .findFirst()
                .orElseThrow();
        people.begin(seat.announcements());
    }

    private Map<String, String> everything() {
        var all = new HashMap<>(settings);
        all.put("http.host", "127.0.0.1");
        all.put("http.port", "0");
        all.put("data.directory", database.directory().toString());
        all.put("logs.directory", folder.resolve("logs").toString());
        all.put("plugins.directory", folder.resolve("plugins").toString());
        // A plugin is signed when it is packed for others, not each time that it is tested.
        all.putIfAbsent("plugins.unsigned", "allow");
        all.putIfAbsent("plugins.call-deadline", Patience.of(CALL_DEADLINE).toString());
        all.putIfAbsent("auth.registration", "open");
        all.putIfAbsent("auth.password-cost", "10");
        database.url().ifPresent(url -> all.put("database.url", url));
        database.user().ifPresent(user -> all.put("database.user", user));
        database.password().ifPresent(password -> all.put("database.password", password));
        return all;
    }

    /** Stops it and starts it again on the same database, with the same clock. */
    public void restart() {
        seat.close();
        events.clear();
        start();
    }

    /** The id of the plugin under test. */
    public String id() {
        return id;
    }

    /** RUNNING, when all is well; see {@code gw2 plugins}. */
    public String state() {
        return status().getFirst();
    }

    /** Why it does not run, and what can be done; empty when it runs. */
    public String reason() {
        return sentences(status().get(1), status().get(2));
    }

    static String sentences(String why, String remedy) {
        if (why.isEmpty() || remedy.isEmpty()) return why + remedy;
        if (why.endsWith(".")) return why + " " + remedy;
        return why + (Character.isLowerCase(remedy.charAt(0)) ? "; " : ". ") + remedy;
    }

    private List<String> status() {
        return seat.plugins().get(id);
    }

    public URI address() {
        return seat.address();
    }

    /** Somebody who is not signed in. */
    public Client anonymous() {
        return new Client(this, People.NOBODY, List.of());
    }

    /** A member of the guild, signed in. */
    public Client user() {
        return new Client(this, people.user(), List.of());
    }

    /** A commander of the guild, signed in. */
    public Client commander() {
        return new Client(this, people.commander(), List.of());
    }

    /** The administrator, signed in. */
    public Client admin() {
        return new Client(this, people.admin(), List.of());
    }

    /**
     * Runs a health check of the plugin now.
     *
     * @param name as it is contributed
     * @throws AssertionError when there is no such check
     */
    public Checked check(String name) {
        var all = seat.checks(id);
        var found = all.get(name);
        if (found == null) throw new AssertionError(id + " has no check " + name + "; it has " + all.keySet());
        return new Checked(found.get(0), found.get(1));
    }

    /** @param status ok, degraded or down @param why empty when it is ok */
    public record Checked(String status, String why) {}

    /**
     * Runs {@code gw2} with these words beside the server, as an operator would: the plugin is opened anew for it, with
     * {@code serving()} false and the machine's clock.
     */
    public Printed gw2(String... words) {
        return gw2("", List.of(words));
    }

    /** The same with something to read from its standard input. */
    public Printed gw2(String input, List<String> words) {
        var said = seat.command(words, input);
        return new Printed(Integer.parseInt(said.get(0)), said.get(1), said.get(2));
    }

    /** The clock that the plugin sees as {@code context.clock()}. It stands still until it is moved. */
    public TestClock clock() {
        // The token for the first administrator does not outlive an hour that a test lets pass.
        people.admin();
        return clock;
    }

    public Jobs jobs() {
        return jobs;
    }

    public RecordedEvents events() {
        return events;
    }

    public Engine engine() {
        return database.engine();
    }

    Seat seat() {
        return seat;
    }

    /** A record of the server's as the tests know it. */
    Object outward(Object value) {
        // Opens the packages of the plugin, whose records the kit has to read.
        seat.module(id);
        try {
            Translation outward = name -> Class.forName(name, true, TestServer.class.getClassLoader());
            return outward.of(value);
        } catch (ClassNotFoundException unknown) {
            throw new AssertionError("the tests do not know the class " + unknown.getMessage(), unknown);
        }
    }

    void publish(Event event) {
        var module = seat.module(id);
        Translation inward = name -> {
            var own = module.map(one -> Class.forName(one, name)).orElse(null);
            return own != null ? own : Layers.shared().api(name);
        };
        try {
            seat.publish(inward.of(event));
        } catch (ClassNotFoundException unknown) {
            throw new AssertionError("the server does not know the class " + unknown.getMessage(), unknown);
        }
    }

    @Override
    public void close() {
        seat.close();
        clean();
    }

    private void clean() {
        events.clear();
        database.close();
        Folders.delete(folder);
    }
}
