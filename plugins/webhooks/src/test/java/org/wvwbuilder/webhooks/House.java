package org.wvwbuilder.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
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
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.testing.PluginTables;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.TestPlugin;

/** The plugin on a real database behind the real HTTP host; a token is the name of its bearer's role. */
final class House implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final TestClock clock = TestClock.at("2026-11-28T20:00:00Z");
    final Lent context;
    /** How many of the next writes the database refuses. */
    final AtomicInteger refusals = new AtomicInteger();

    final Path keyFile;
    private final DataHost data;
    private final OpenPlugin plugin;
    private final HttpServer server;
    private final URI address;

    /** @param receivers ports of this machine that are vouched for, as home.example */
    House(TestDatabase database, Integer... receivers) throws Exception {
        this(1_000, database, receivers);
    }

    House(int queue, TestDatabase database, Integer... receivers) throws Exception {
        data = DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 8, Duration.ofSeconds(20)),
                clock);
        data.migrate(PluginTables.of(
                "webhooks",
                WebhooksPlugin.class,
                "META-INF/wvw/migrations/V1__webhooks.sql",
                "META-INF/wvw/migrations/V2__deliveries_by_state.sql"));
        keyFile = database.directory().resolve("shared").resolve("webhooks.secret");
        var settings = new WebhooksSettings(
                List.of("home.example"),
                List.of("home.example"),
                List.of(receivers),
                Duration.ofSeconds(5),
                queue,
                Duration.ofDays(14),
                Optional.of(keyFile));
        context = new Lent(new Moody(data.database(), refusals), database.directory(), clock, settings);
        plugin = WebhooksPlugin.open(
                context, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), SSLContext.getDefault());
        server = new HttpServer(HttpConfig.onAnyPort(), "1.0.0-test");
        server.authentication()
                .install(
                        HANDLE,
                        List.of(new Contribution.Authentication(
                                token -> new Identity(token, token, Roles.of(token), "session"))));
        server.resources().install(HANDLE, contributions(Contribution.Resource.class));
        server.gauges().install(HANDLE, contributions(Contribution.Gauge.class));
        address = server.start();
    }

    <C extends Contribution> List<C> contributions(Class<C> kind) {
        return plugin.contributions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    void tell(Event event) throws Exception {
        ((Contribution.Subscription<Event>)
                        contributions(Contribution.Subscription.class).getFirst())
                .handler()
                .on(event);
    }

    /** The real database, which can be told to be busy. */
    private record Moody(Database real, AtomicInteger refusals) implements Database {
        @Override
        public Engine engine() {
            return real.engine();
        }

        @Override
        public <T> T read(Work<T> work) {
            return real.read(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new DatabaseException(DatabaseException.Kind.BUSY, "busy", new SQLException());
            }
            return real.write(work);
        }
    }

    record Reply(int status, String text, JsonNode json, Optional<String> tag) {
        String field(String name) {
            return json.path(name).asText();
        }
    }

    Reply get(String path) throws Exception {
        return send("GET", path, "", "admin", "");
    }

    Reply post(String path, String body) throws Exception {
        return send("POST", path, body, "admin", "");
    }

    Reply send(String method, String path, String body, String role, String ifMatch) throws Exception {
        var root = path.equals("/metrics") ? path : "/api/v1" + path;
        var request = HttpRequest.newBuilder(address.resolve(root)).header("Authorization", "Bearer " + role);
        if (!ifMatch.isEmpty()) request.header("If-Match", ifMatch);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        request.method(
                method,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var json = answer.headers().firstValue("Content-Type").orElse("").contains("json")
                ? JSON.readTree(answer.body())
                : JSON.missingNode();
        return new Reply(
                answer.statusCode(), answer.body(), json, answer.headers().firstValue("ETag"));
    }

    /** Makes a webhook to a receiver. */
    Reply webhook(Receiver receiver, String kind, String events, String visibility) throws Exception {
        var path = kind.equals("discord") ? "/api/webhooks/77/canary-token" : "/hook?key=canary-key";
        return post(
                "/webhooks",
                "{'name':'Guild','url':'http://home.example:" + receiver.port() + path + "','kind':'" + kind
                        + "','events':" + events + ",'visibility':'" + visibility + "'}");
    }

    /** The newest delivery of a webhook. */
    JsonNode newest(String id) throws Exception {
        return get("/webhooks/" + id + "/deliveries?limit=1")
                .json()
                .path("items")
                .path(0);
    }

    /** What the end of the server does with the plugin. */
    void stop() {
        plugin.close();
    }

    @Override
    public void close() {
        server.stop(Duration.ZERO);
        plugin.close();
        data.close();
    }

    private static final PluginHandle HANDLE = new TestPlugin("webhooks", WebhooksPlugin.class);
}
