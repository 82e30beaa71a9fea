package org.wvwbuilder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.Typed;

/** A7: keys change under way, and nobody notices; a revoked one is good for nothing. */
class KeyRotationTests {
    private static final String PASSWORD = "tower of blue lanterns";

    private static Answer keys(Installation command, String action) throws Exception {
        return command.type("keys", action, new Typed(Map.of(), Map.of()));
    }

    private static Answer revoke(Installation command, String kid, Map<String, String> options) throws Exception {
        return command.type("keys", "revoke", new Typed(Map.of("kid", kid), options));
    }

    private static List<KeyRow> list(Installation command) throws Exception {
        return ((List<?>) keys(command, "list").value())
                .stream().map(KeyRow.class::cast).toList();
    }

    private static Client.Reply first(Installation installation, Client client) {
        return client.post(
                "/auth/setup",
                Client.json(
                        "token",
                        installation.setupToken(),
                        "email",
                        "a@guild.example",
                        "username",
                        "Aria",
                        "password",
                        PASSWORD));
    }

    @OnBothEngines
    void twentyClientsAtWorkNoticeNothingOfARotation(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            var client = installation.serve();
            var token = first(installation, client).field("refresh_token");
            var before = list(command).getFirst().kid();
            var stop = new AtomicBoolean();
            var requests = new AtomicInteger();
            try (var threads = Executors.newFixedThreadPool(20)) {
                var failures = IntStream.range(0, 20)
                        .mapToObj(i -> threads.submit((Callable<Integer>) () -> work(client, stop, requests)))
                        .toList();
                for (int rotation = 0; rotation < 5; rotation++) {
                    int from = requests.get();
                    keys(command, "rotate");
                    for (int step = 0; step < 7; step++) {
                        installation.clock.advance(Duration.ofSeconds(1));
                        int here = requests.get();
                        Await.until("the clients go on", () -> requests.get() > here + 20);
                    }
                    assertThat(requests.get()).isGreaterThan(from + 100);
                }
                stop.set(true);
                for (var failed : failures) assertThat(failed.get()).isZero();
            }
            assertThat(list(command))
                    .hasSize(6)
                    .first()
                    .satisfies(row -> assertThat(row.state()).isEqualTo("signing"));
            assertThat(list(command).getLast())
                    .satisfies(row -> assertThat(row.kid()).isEqualTo(before))
                    .satisfies(row -> assertThat(row.state()).isEqualTo("retired"));
            var fresh = client.post("/auth/refresh", Client.json("refresh_token", token));
            assertThat(fresh.status()).isEqualTo(200);
        }
    }

    /** Signs in, asks a few times, and again. @return how many answers were not 200 */
    private static int work(Client client, AtomicBoolean stop, AtomicInteger requests) {
        int failed = 0;
        var granted = client.post("/auth/login", Client.json("username", "aria", "password", PASSWORD));
        while (!stop.get()) {
            if (client.as(granted).get("/users/me").status() != 200) failed++;
            var again = client.post("/auth/refresh", Client.json("refresh_token", granted.field("refresh_token")));
            if (again.status() != 200) failed++;
            granted = again;
            requests.addAndGet(2);
        }
        return failed;
    }

    @OnBothEngines
    void tokensOfARevokedKeyAreRefusedWithinTwoSecondsAndSessionsGoOn(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            var client = installation.serve();
            var granted = first(installation, client);
            assertThat(client.as(granted).get("/users/me").status()).isEqualTo(200);
            var kid = list(command).getFirst().kid();
            assertThatThrownBy(() -> revoke(command, kid, Map.of()))
                    .isInstanceOfSatisfying(
                            CommandFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(2));
            revoke(command, kid, Map.of("yes", ""));
            installation.clock.advance(Duration.ofSeconds(2));
            assertThat(client.as(granted).get("/users/me").status()).isEqualTo(401);
            var again = client.post("/auth/refresh", Client.json("refresh_token", granted.field("refresh_token")));
            assertThat(again.status()).isEqualTo(200);
            assertThat(client.as(again).get("/users/me").status()).isEqualTo(200);
            assertThat(client.get("/auth/jwks").text()).doesNotContain(kid);
            assertThat(list(command)).extracting(KeyRow::state).containsExactly("signing", "revoked");
            assertThatThrownBy(() -> revoke(command, kid, Map.of("yes", ""))).hasMessageContaining("gw2 keys list");
            assertThat(client.as(again).get("/audit?actor=operator").text()).contains("key-revoke", kid);
        }
    }

    @OnBothEngines
    void aNodeThatHasNotSeenTheNewKeyYetIsNotSentItsTokens(TestDatabase database) throws Exception {
        try (var one = Installation.of(database);
                var other = Installation.beside(database, one)) {
            var here = one.serve();
            var there = other.serve();
            var granted = first(one, here);
            assertThat(there.as(granted).get("/users/me").status()).isEqualTo(200);
            keys(one, "rotate");
            // The first node knows the new key at once, the other one not for up to two seconds.
            var next = here.post("/auth/refresh", Client.json("refresh_token", granted.field("refresh_token")));
            assertThat(there.as(next).get("/users/me").status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void aRetiredKeyVerifiesNoLongerThanItsTokensLive(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            var client = installation.serve();
            first(installation, client);
            var kid = list(command).getFirst().kid();
            keys(command, "rotate");
            installation.clock.advance(Duration.ofMinutes(15));
            assertThat(client.get("/auth/jwks").text()).contains(kid);
            installation.clock.advance(Duration.ofMinutes(6));
            assertThat(client.get("/auth/jwks").text()).doesNotContain(kid);
        }
    }
}
