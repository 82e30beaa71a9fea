package org.wvwbuilder.squads;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.http.HttpConfig;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Authenticator;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.testing.PluginTables;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;

/** The plugin on a real database behind the real HTTP host. A person's token is their username. */
public final class House implements AutoCloseable {
    private static final String[] MIGRATIONS = {
        "META-INF/wvw/migrations/V1__teams.sql",
        "META-INF/wvw/migrations/V2__judgements.sql",
        "META-INF/wvw/migrations/V3__rosters.sql",
        "META-INF/wvw/migrations/V4__compositions.sql",
        "META-INF/wvw/migrations/V5__readiness.sql"
    };

    public final TestClock clock = TestClock.at("2026-11-20T20:00:00Z");
    public final Lent context;
    private final DataHost data;
    private final OpenPlugin plugin;
    private final HttpServer server;
    private final Client client;

    private House(TestDatabase database) throws Exception {
        data = DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 8, Duration.ofSeconds(20)),
                clock);
        data.migrate(PluginTables.of("squads", SquadsPlugin.class, MIGRATIONS));
        context = new Lent(data.database(), database.directory(), clock);
        plugin = new SquadsPlugin().open(context);
        server = new HttpServer(HttpConfig.onAnyPort(), "1.0.0-test");
        server.authentication().install(HANDLE, List.of(new Contribution.Authentication(House::person)));
        server.resources().install(HANDLE, contributions(Contribution.Resource.class));
        client = new Client(server.start());
    }

    public static House of(TestDatabase database) throws Exception {
        return new House(database);
    }

    /** Who is not signed in. */
    public Client anyone() {
        return client;
    }

    public Client as(String person) {
        return client.as(person);
    }

    public <C extends Contribution> List<C> contributions(Class<C> kind) {
        return plugin.contributions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What the plugin offers under a contract of the API. */
    public <T> T offer(Class<T> contract) {
        return contributions(Contribution.Offer.class).stream()
                .filter(offer -> offer.contract() == contract)
                .map(offer -> contract.cast(offer.implementation()))
                .findFirst()
                .orElseThrow();
    }

    /** Tells the plugin that somebody's account was deleted. */
    @SuppressWarnings("unchecked")
    public void delete(String person) throws Exception {
        var heard = (Contribution.Subscription<AccountChanged>)
                contributions(Contribution.Subscription.class).getFirst();
        heard.handler().on(new AccountChanged(clock.instant(), Lent.id(person), AccountChanged.Change.DELETED));
    }

    @Override
    public void close() {
        server.stop(Duration.ZERO);
        plugin.close();
        data.close();
    }

    private static Identity person(String token) throws Authenticator.InvalidCredentials {
        if (!Lent.PEOPLE.contains(token)) throw new Authenticator.InvalidCredentials("nobody has this token");
        var roles = token.equals("admin") || token.equals("cora") ? Roles.of(Roles.COMMANDER) : Set.of(Roles.MEMBER);
        return new Identity(Lent.id(token), token, roles, "session");
    }

    private static final PluginHandle HANDLE = new TestPlugin("squads", SquadsPlugin.class);
}
