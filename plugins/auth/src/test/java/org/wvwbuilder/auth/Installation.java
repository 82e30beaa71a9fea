package org.wvwbuilder.auth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.http.HttpConfig;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.testing.PluginTables;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;
import org.wvwbuilder.testing.Typed;

/** The plugin on a real database, behind the real HTTP host when asked for, with a clock to steer. */
public final class Installation implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

    private static final String[] MIGRATIONS = {
        "META-INF/wvw/migrations/V1__accounts.sql",
        "META-INF/wvw/migrations/V2__guard.sql",
        "META-INF/wvw/migrations/V3__factors.sql",
        "META-INF/wvw/migrations/V4__tokens.sql",
        "META-INF/wvw/migrations/V5__openid.sql",
        "META-INF/wvw/migrations/V6__password_links.sql",
        "META-INF/wvw/migrations/V7__deletions.sql"
    };

    public final TestClock clock;
    public final Lent context;
    private final DataHost data;
    private final OpenPlugin plugin;
    private Optional<HttpServer> server = Optional.empty();

    private Installation(TestDatabase database, TestClock clock, AuthSettings settings, boolean serving)
            throws Exception {
        this.clock = clock;
        this.data = data(database, clock);
        this.context = new Lent(data.database(), database.directory(), clock, settings, serving);
        try {
            this.plugin = new AuthPlugin().open(context);
        } catch (Exception refused) {
            data.close();
            throw refused;
        }
    }

    /** A database with the plugin's tables. */
    public static DataHost data(TestDatabase database, InstantSource clock) throws Fault {
        var data = DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 8, Duration.ofSeconds(20)),
                clock);
        data.migrate(PluginTables.of("auth", AuthPlugin.class, MIGRATIONS));
        return data;
    }

    /** As the server opens it. */
    public static Installation of(TestDatabase database) throws Exception {
        return of(database, settings(Registration.OPEN));
    }

    public static Installation of(TestDatabase database, AuthSettings settings) throws Exception {
        return new Installation(database, new TestClock(START), settings, true);
    }

    /** As {@code gw2 user} opens it, beside a server whose clock it shares. */
    public static Installation command(TestDatabase database, TestClock clock) throws Exception {
        return new Installation(database, clock, settings(Registration.OPEN), false);
    }

    /** A second process on the same database. */
    public static Installation beside(TestDatabase database, Installation other) throws Exception {
        return new Installation(database, other.clock, settings(Registration.OPEN), true);
    }

    /** The defaults, but for the work factor: the least that an operator may choose, as tests sign in a lot. */
    public static AuthSettings settings(Registration registration) {
        return settings(registration, 10);
    }

    public static AuthSettings settings(Registration registration, int passwordCost) {
        return settings(registration, passwordCost, Map.of(), false);
    }

    /** With providers to sign in with. */
    public static AuthSettings settings(Registration registration, Map<String, ProviderSettings> openid) {
        return settings(registration, 10, openid, false);
    }

    /** With other plugins that may sign people in. */
    public static AuthSettings signInByPlugins() {
        return settings(Registration.OPEN, 10, Map.of(), true);
    }

    private static AuthSettings settings(
            Registration registration,
            int passwordCost,
            Map<String, ProviderSettings> openid,
            boolean signInByPlugins) {
        return new AuthSettings(
                registration,
                signInByPlugins,
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                Duration.ofDays(180),
                12,
                passwordCost,
                Duration.ofMinutes(30),
                Duration.ofDays(365),
                Optional.empty(),
                openid);
    }

    /** Serves the resources on a free port. */
    public Client serve() throws Exception {
        var http = new HttpServer(HttpConfig.onAnyPort(), "1.0.0-test");
        server = Optional.of(http);
        http.authentication().install(HANDLE, contributions(Contribution.Authentication.class));
        http.resources().install(HANDLE, contributions(Contribution.Resource.class));
        URI address = http.start();
        return new Client(address);
    }

    public Database database() {
        return data.database();
    }

    public <C extends Contribution> List<C> contributions(Class<C> kind) {
        return plugin.contributions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Types one of the plugin's commands. */
    public Answer type(String command, String subcommand, Typed words) throws Exception {
        var found = contributions(Contribution.Command.class).stream()
                .filter(contributed -> contributed.name().equals(command))
                .findFirst();
        return words.run(found.orElseThrow(), subcommand);
    }

    /** Runs a job of the plugin. @return what it told */
    public String run(String job) throws Exception {
        return contributions(Contribution.Job.class).stream()
                .filter(contributed -> contributed.name().equals(job))
                .findFirst()
                .orElseThrow()
                .task()
                .run();
    }

    /** What the plugin offers under a contract of the API. */
    public <T> T offer(Class<T> contract) {
        return contributions(Contribution.Offer.class).stream()
                .filter(offer -> offer.contract() == contract)
                .map(offer -> contract.cast(offer.implementation()))
                .findFirst()
                .orElseThrow();
    }

    /** The token in what the plugin announced last. */
    public String setupToken() {
        var line = context.announcements().getLast();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    @Override
    public void close() {
        server.ifPresent(http -> http.stop(Duration.ZERO));
        plugin.close();
        data.close();
    }

    private static final PluginHandle HANDLE = new TestPlugin("auth", AuthPlugin.class);
}
