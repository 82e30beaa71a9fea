package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** A12: there is no default account; the first administrator comes by a token that is good once, for half an hour. */
class SetupTests {
    private static String first(String token) {
        return Client.json(
                "token",
                token,
                "email",
                "aria@guild.example",
                "username",
                "Aria",
                "password",
                "tower of blue lanterns");
    }

    private static String member(String name) {
        return Client.json("email", name + "@guild.example", "username", name, "password", "tower of green lanterns");
    }

    @OnBothEngines
    void theTokenOnTheTerminalMakesTheFirstAdministratorOnce(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database)) {
            var client = installation.serve();
            assertThat(installation.context.announcements())
                    .singleElement()
                    .asString()
                    .contains("setup token");
            assertThat(client.get("/auth/setup").text()).isEqualTo("{\"required\":true,\"registration\":\"open\"}");

            var made = client.post("/auth/setup", first(installation.setupToken()));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.json().at("/user/role").asText()).isEqualTo("admin");
            assertThat(client.as(made).get("/users").status()).isEqualTo(200);
            assertThat(client.get("/auth/setup").json().path("required").asBoolean())
                    .isFalse();
            assertThat(installation.context.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            AccountChanged.class,
                            event -> assertThat(event.change()).isEqualTo(AccountChanged.Change.CREATED));

            var again = client.post("/auth/setup", first(installation.setupToken()));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.problem()).isEqualTo("setup-done");
        }
    }

    @OnBothEngines
    void ofManyWhoUseTheTokenAtOnceOneBecomesAdministrator(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var threads = Executors.newFixedThreadPool(8)) {
            var client = installation.serve();
            var token = installation.setupToken();
            var all = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> client.post(
                                    "/auth/setup",
                                    Client.json(
                                            "token",
                                            token,
                                            "email",
                                            "a" + i + "@guild.example",
                                            "username",
                                            "admin-" + i,
                                            "password",
                                            "tower of blue lanterns"))
                            .status())
                    .toList());
            var statuses = all.stream().map(done -> done.resultNow()).toList();
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @OnBothEngines
    void nobodyRegistersBeforeThereIsAnAdministrator(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database)) {
            var client = installation.serve();
            var early = client.post("/auth/register", member("Early"));
            assertThat(early.status()).isEqualTo(403);
            assertThat(early.problem()).isEqualTo("setup-needed");
            client.post("/auth/setup", first(installation.setupToken()));
            var later = client.post("/auth/register", member("Later"));
            assertThat(later.status()).isEqualTo(201);
            assertThat(later.json().at("/user/role").asText()).isEqualTo("member");
        }
    }

    @Test
    void theTokenEndsAfterHalfAnHourAndARestartBringsANewOne() throws Exception {
        try (var database = TestDatabase.sqlite();
                var installation = Installation.of(database)) {
            var client = installation.serve();
            installation.clock.advance(Duration.ofMinutes(30));
            var late = client.post("/auth/setup", first(installation.setupToken()));
            assertThat(late.status()).isEqualTo(403);
            assertThat(late.problem()).isEqualTo("setup-token-wrong");
            try (var restarted = Installation.beside(database, installation)) {
                assertThat(client.post("/auth/setup", first(restarted.setupToken()))
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void aWrongTokenIsRefusedWithoutAnyWork() throws Exception {
        try (var database = TestDatabase.sqlite();
                var installation = Installation.of(database)) {
            var client = installation.serve();
            for (var token : new String[] {"", "x", "A".repeat(43), installation.setupToken() + "x"}) {
                assertThat(client.post("/auth/setup", first(token)).status()).isEqualTo(403);
            }
            assertThat(client.post("/auth/setup", "{\"token\":null}").status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsWrongWithTheFieldsLeavesTheTokenGood() throws Exception {
        try (var database = TestDatabase.sqlite();
                var installation = Installation.of(database)) {
            var client = installation.serve();
            var wrong = client.post(
                    "/auth/setup",
                    Client.json(
                            "token", installation.setupToken(), "email", "no", "username", "x", "password", "short"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.pointers()).containsExactly("/email", "/username");
            assertThat(client.post("/auth/setup", first(installation.setupToken()))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aCommandNeitherAnnouncesNorMakesAToken() throws Exception {
        try (var database = TestDatabase.sqlite();
                var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            assertThat(command.context.announcements()).isEmpty();
            var client = installation.serve();
            assertThat(client.post("/auth/setup", first(installation.setupToken()))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aClosedGuildTakesNoRegistrations() throws Exception {
        try (var database = TestDatabase.sqlite();
                var installation = Installation.of(database, Installation.settings(Registration.CLOSED))) {
            var client = installation.serve();
            client.post("/auth/setup", first(installation.setupToken()));
            assertThat(client.post("/auth/register", member("Later")).problem()).isEqualTo("registration-closed");
        }
    }
}
