package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Postgres;
import org.wvwbuilder.testing.PostgresServer;

/** What docs/scaling.md tells: two servers on one PostgreSQL and one master key, behind nginx. */
class TwoNodesTests {
    private static final Duration SEEN = Duration.ofSeconds(2);

    private final PostgresServer postgres = Postgres.another();
    private Gw2 first;
    private Gw2 second;
    private RunningServer one;
    private RunningServer other;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        first = node(folder.resolve("one"));
        second = node(folder.resolve("other"));
        Accounts.add(first, "commander", "admin");
        var key = first.base().resolve("data/plugin/auth/master.key");
        second.with("GW2_AUTH_MASTER_KEY_FILE", key.toString());
        one = first.launch();
        other = second.launch();
        one.awaitReady();
        other.awaitReady();
    }

    @AfterEach
    void end() throws Exception {
        try (postgres) {
            for (var node : List.of(first, second)) node.close();
        }
    }

    private Gw2 node(Path base) throws IOException {
        return Gw2.in(Files.createDirectories(base))
                .with("GW2_DATABASE_URL", postgres.url("postgres"))
                .with("GW2_DATABASE_USER", postgres.user())
                .with("GW2_DATABASE_PASSWORD", postgres.password());
    }

    private static ApiClient with(RunningServer server, String token) {
        return ApiClient.anonymous(server.awaitReady()).with(token);
    }

    /** The answer of a sign-in. */
    private static String signIn(RunningServer server) throws Exception {
        return ApiClient.anonymous(server.awaitReady())
                .post(
                        "/api/v1/auth/login",
                        "{\"username\": \"commander\", \"password\": \"%s\"}".formatted(Accounts.PASSWORD))
                .body();
    }

    @Test
    void whatOneDoesTheOtherKnows() throws Exception {
        var tokens = signIn(one);
        var token = ApiClient.text(tokens, "access_token");
        assertThat(with(other, token).get("/api/v1/users/me").statusCode()).isEqualTo(200);
        var saved = with(one, token).saveBuild("shared");
        assertThat(saved.statusCode()).isEqualTo(201);
        var path = "/api/v1/builds/" + ApiClient.text(saved.body(), "id");
        assertThat(with(other, token).get(path).body()).contains("shared");
        var leave = "{\"refresh_token\": \"%s\"}".formatted(ApiClient.text(tokens, "refresh_token"));
        assertThat(with(one, token).post("/api/v1/auth/logout", leave).statusCode())
                .isEqualTo(204);
        var ended = System.nanoTime();
        Await.until(
                "the other refuses the token",
                Duration.ofSeconds(20),
                () -> with(other, token).get("/api/v1/users/me").statusCode() == 401);
        var took = Duration.ofNanos(System.nanoTime() - ended);
        System.out.println("a session that ended on one node ended on the other after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(SEEN.plusSeconds(1));
    }

    @Test
    void oneThatIsKilledTakesNoMoreThanWhatWasUnderWay(@TempDir Path folder) throws Exception {
        try (var nginx = new Nginx(folder, one.awaitReady().getPort())) {
            var site = folder.resolve("wvw-builder.conf");
            var line = "    server 127.0.0.1:%d max_fails=0;\n";
            var before = line.formatted(one.awaitReady().getPort());
            assertThat(site).content().contains(before);
            Files.writeString(
                    site,
                    Files.readString(site)
                            .replace(
                                    before,
                                    before + line.formatted(other.awaitReady().getPort())));
            nginx.start();
            var token = ApiClient.text(signIn(one), "access_token");
            var answers = new TreeMap<Integer, Integer>();
            try (var client = TlsClient.through(nginx)) {
                for (int i = 0; i < 200; i++) {
                    if (i == 100) one.kill();
                    var reply = client.send("POST /api/v1/builds", token, """
                            {"name": "%d", "chat_link": "%s", "game_mode": "wvw", "visibility": "private"}""".formatted(i, ApiClient.ELEMENTALIST));
                    answers.merge(reply.status(), 1, Integer::sum);
                }
            }
            System.out.println("answers while one of two nodes was killed: " + answers);
            assertThat(answers).containsOnlyKeys(201);
            for (var node : List.of(first, second)) {
                assertThat(NginxTests.logs(node)).contains("/api/v1/builds");
            }
        }
    }
}
