package org.wvwbuilder.dashboard;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.dashboard.DashboardResource.Happened;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.PluginTables;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** The plugin on a real database, told of events by a test. */
final class Home implements PluginContext, AutoCloseable {
    final TestClock clock = TestClock.at("2026-11-20T20:00:00Z");
    final Map<String, List<String>> teams = new HashMap<>();
    final DashboardResource dashboard;
    private final List<ActivitySource> sources = new ArrayList<>();
    private final DataHost data;
    private final Path directory;
    private final OpenPlugin plugin;

    Home(TestDatabase database) throws Exception {
        directory = database.directory();
        data = DataHost.open(
                new DataConfig(directory, 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 8, Duration.ofSeconds(20)),
                clock);
        data.migrate(PluginTables.of("dashboard", DashboardPlugin.class, "META-INF/wvw/migrations/V1__activities.sql"));
        plugin = new DashboardPlugin().open(this);
        dashboard = (DashboardResource) of(Contribution.Resource.class).resource();
    }

    private <C extends Contribution> C of(Class<C> kind) {
        return plugin.contributions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    void tell(Event event) throws Exception {
        ((Contribution.Subscription<Event>) of(Contribution.Subscription.class))
                .handler()
                .on(event);
    }

    /** Waits until so much of what somebody did is written, and with it all that was told before. */
    void settle(String person, int activities) {
        Await.until(
                "the log is written",
                () -> dashboard.activities(100, "own", null, caller(person)).items().stream()
                                .filter(one -> one.actor().isPresent())
                                .count()
                        == activities);
    }

    List<String> guild(String person) {
        return dashboard.activities(100, "guild", null, caller(person)).items().stream()
                .map(Happened::title)
                .toList();
    }

    PersonalData personal() {
        return (PersonalData) of(Contribution.Offer.class).implementation();
    }

    String forget() throws Exception {
        return of(Contribution.Job.class).task().run();
    }

    void source(String name, long total, int... days) {
        sources.add(DashboardResourceTests.source(clock.instant(), name, total, days));
    }

    Caller caller(String person) {
        var roles = person.equals("admin") ? Roles.of(Roles.ADMIN) : Roles.of(Roles.MEMBER);
        return new Caller(
                Optional.of(new Identity(person, person, roles, "s")),
                "127.0.0.1",
                "test",
                false,
                "http://localhost",
                "r");
    }

    @Override
    public String id() {
        return "dashboard";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        throw new AssertionError("the plugin has no settings");
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
        return System.getLogger("plugin.dashboard");
    }

    @Override
    public void publish(Event event) {
        throw new AssertionError("the plugin tells nothing");
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        if (contract == Accounts.class) {
            Accounts accounts = ids -> ids.stream().collect(Collectors.toMap(id -> id, id -> "Name of " + id));
            return Optional.of(contract.cast(accounts));
        }
        return contract == Teams.class ? Optional.of(contract.cast(new Members())) : Optional.empty();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return sources.stream().map(contract::cast).toList();
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
        plugin.close();
        data.close();
    }

    private final class Members implements Teams {
        @Override
        public Optional<Role> role(String team, String account) {
            return Optional.ofNullable(of(account).get(team));
        }

        @Override
        public Map<String, Role> of(String account) {
            return teams.getOrDefault(account, List.of()).stream()
                    .collect(Collectors.toMap(id -> id, id -> Role.VIEWER));
        }
    }
}
