package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** F5: twelve secrets and more go through every endpoint, and come out in no log, no error, no metric, no audit line. */
class SecrecyTests {
    private static final List<String> ROUTES = List.of(
            "POST /auth/login",
            "POST /auth/refresh",
            "POST /auth/logout",
            "POST /auth/register",
            "POST /auth/setup",
            "GET /auth/setup",
            "GET /auth/registration",
            "GET /auth/jwks",
            "GET /auth/sessions",
            "DELETE /auth/sessions/x",
            "GET /users",
            "POST /users",
            "GET /users/x",
            "PATCH /users/x",
            "DELETE /users/x",
            "POST /users/x/unlock",
            "POST /users/x/password-link",
            "POST /auth/password",
            "GET /users/me",
            "PATCH /users/me",
            "DELETE /users/me",
            "GET /users/me/export",
            "PUT /users/me/password",
            "GET /invites",
            "POST /invites",
            "DELETE /invites/x",
            "GET /audit");

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<String, String> canaries = new LinkedHashMap<>();

    private final Handler ear = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            var line = new StringWriter();
            line.append(formatter.formatMessage(record));
            if (record.getThrown() != null) record.getThrown().printStackTrace(new PrintWriter(line));
            logged.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** A server may hang up on who sends a body that it does not read: then the question is asked again. */
    private Reply keep(Supplier<Reply> question) {
        var reply = answer(question, 3);
        if (reply.status() >= 400) errors.add(reply.text() + reply.headers().map());
        return reply;
    }

    private static Reply answer(Supplier<Reply> question, int tries) {
        try {
            return question.get();
        } catch (AssertionError hungUp) {
            if (tries == 1 || !(hungUp.getCause() instanceof IOException)) throw hungUp;
            return answer(question, tries - 1);
        }
    }

    @OnBothEngines
    void noSecretComesOutWhereItDoesNotBelong(TestDatabase database) throws Exception {
        var root = Logger.getLogger("");
        var ours = Logger.getLogger("org.wvwbuilder");
        ear.setLevel(Level.ALL);
        root.addHandler(ear);
        ours.setLevel(Level.ALL);
        try (var house = House.of(database)) {
            collect(house, database);
            assertThat(canaries).hasSizeGreaterThanOrEqualTo(12);
            for (var canary : canaries.values()) everywhere(house, canary);
            broken(house);
            var metrics = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(house.client().origin() + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(metrics).contains("jvm_");
            var audit = rows(house, "SELECT action || detail || actor_name || subject_name || agent FROM auth_audit");
            assertThat(errors).hasSizeGreaterThan(500);
            assertThat(logged).hasSizeGreaterThan(100);
            canaries.forEach((name, canary) -> {
                assertThat(with(logged, canary)).as(name + " in a log").isEmpty();
                assertThat(with(errors, canary)).as(name + " in an error").isEmpty();
                assertThat(metrics).as(name + " in the metrics").doesNotContain(canary);
                assertThat(with(audit, canary)).as(name + " in the audit log").isEmpty();
            });
        } finally {
            root.removeHandler(ear);
            ours.setLevel(null);
        }
    }

    private void collect(House house, TestDatabase database) throws Exception {
        canaries.put("password", House.PASSWORD);
        canaries.put("wrong password", "canary-of-a-wrong-password");
        canaries.put("new password", "canary-of-a-new-password");
        canaries.put("password typed as a name", "canary-typed-as-a-name");
        canaries.put("setup token", house.installation().setupToken());
        canaries.put("access token", house.admin().field("access_token"));
        canaries.put("refresh token", house.admin().field("refresh_token"));
        var browser = house.client()
                .post("/auth/login", Client.json("username", "aria", "password", House.PASSWORD, "session", "cookie"));
        var cookies = browser.headers().allValues("Set-Cookie");
        canaries.put("refresh cookie", value(cookies.get(0)));
        canaries.put("device cookie", value(cookies.get(1)));
        canaries.put("invitation", house.asAdmin().post("/invites", "{}").field("code"));
        var bron = house.member("Bron").json().at("/user/id").asText();
        canaries.put(
                "link for a new password",
                house.asAdmin().post("/users/" + bron + "/password-link", "").field("code"));
        canaries.put(
                "master key",
                Files.readString(database.directory().resolve("master.key")).strip());
        canaries.put(
                "password hash",
                rows(house, "SELECT password_hash FROM auth_users").getFirst());
        canaries.put(
                "sealed key",
                rows(house, "SELECT private_sealed FROM auth_keys").getFirst());
    }

    private static String value(String cookie) {
        return cookie.replaceFirst("^[^=]*=", "").replaceFirst(";.*", "");
    }

    /** As a bearer token, as a cookie, in every field, in values of a wrong shape, and in bodies that are none. */
    private void everywhere(House house, String canary) {
        var cookie = house.client()
                .with("Cookie", "wvw_refresh=" + canary.replace(' ', '-') + "; gw2_device=" + canary.replace(' ', '-'));
        for (var route : ROUTES) {
            var words = route.split(" ");
            var body = words[0].equals("GET") ? "" : fields(canary);
            keep(() -> house.client().with("Authorization", "Bearer " + canary).send(words[0], words[1], body));
            keep(() -> cookie.send(words[0], words[1], body));
            keep(() -> house.asAdmin().send(words[0], words[1], body.isEmpty() ? "" : wrongShape(canary)));
            keep(() -> house.asAdmin().send(words[0], words[1], body.isEmpty() ? "" : "\"" + canary));
        }
        keep(() -> house.login(canary, canary));
        keep(() -> house.login("aria", canary));
        keep(() -> house.client()
                .post(
                        "/auth/register",
                        Client.json("email", canary, "username", canary, "password", canary, "invite", canary)));
        keep(() -> house.client()
                .post(
                        "/auth/setup",
                        Client.json("email", "x@y.example", "username", "abc", "password", canary, "token", canary)));
        keep(() -> house.client().post("/auth/password", Client.json("code", canary, "new_password", canary)));
        keep(() -> house.client().post("/auth/refresh", Client.json("refresh_token", canary)));
        keep(() -> house.asAdmin()
                .send(
                        "PUT",
                        "/users/me/password",
                        Client.json("current_password", "x" + canary, "new_password", canary)));
    }

    /** A name of a field that nobody knows is told on purpose; what stands in it is not. */
    private static String wrongShape(String canary) {
        return "{\"password\":[\"" + canary + "\"],\"refresh_token\":{\"is\":\"" + canary + "\"}}";
    }

    private static String fields(String canary) {
        return Client.json("username", canary, "password", canary, "unknown", canary);
    }

    /** What a defect writes into the log. */
    private void broken(House house) {
        house.installation().database().write(connection -> {
            Rows.change(connection, "ALTER TABLE auth_invites RENAME TO auth_gone");
            Rows.change(connection, "ALTER TABLE auth_refresh_tokens RENAME TO auth_gone_too");
            Rows.change(connection, "ALTER TABLE auth_password_links RENAME TO auth_gone_as_well");
            return 1;
        });
        house.installation().clock.advance(java.time.Duration.ofHours(2));
        var invite = Client.json(
                "email",
                "n@guild.example",
                "username",
                "Nora",
                "password",
                House.PASSWORD,
                "invite",
                canaries.get("invitation"));
        assertThat(keep(() -> house.client().post("/auth/register", invite)).status())
                .isEqualTo(500);
        var lost = Client.json("code", canaries.get("link for a new password"), "new_password", House.PASSWORD);
        assertThat(keep(() -> house.client().post("/auth/password", lost)).status())
                .isEqualTo(500);
        assertThat(keep(() -> house.refresh(canaries.get("refresh token"))).status())
                .isEqualTo(500);
        assertThat(keep(() -> house.login("aria", House.PASSWORD)).status()).isEqualTo(500);
    }

    private static List<String> with(List<String> lines, String canary) {
        return lines.stream().filter(line -> line.contains(canary)).limit(3).toList();
    }

    private static List<String> rows(House house, String sql) {
        return house.installation().database().read(connection -> Rows.all(connection, sql, row -> row.getString(1)));
    }
}
