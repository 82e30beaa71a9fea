package org.wvwbuilder.auth.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.Typed;

class UserCommandTests {
    private static final String PASSWORD = "tower of blue lanterns";

    private static Typed on(String user) {
        return new Typed(Map.of("user", user), Map.of());
    }

    @OnBothEngines
    void theOperatorTurnsASecondFactorOff(TestDatabase database) throws Exception {
        try (var server = Installation.of(database);
                var command = Installation.command(database, server.clock)) {
            command.type(
                    "user",
                    "add",
                    new Typed(
                            Map.of(),
                            Map.of("email", "a@guild.example", "username", "Aria", "admin", "", "password-stdin", ""),
                            PASSWORD + "\n"));
            assertThat(command.type("user", "factor-off", on("aria")).text())
                    .isEqualTo("Aria had no second factor; nothing was changed.");
            command.database().write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("INSERT INTO auth_factors (user_id, secret_sealed, created_at,"
                            + " confirmed_at, last_step, failures, blocked_until) SELECT id, 'x', 1, 1, 0, 0, 0"
                            + " FROM auth_users");
                }
            });
            var client = server.serve();
            var login = Client.json("username", "aria", "password", PASSWORD);
            assertThat(client.post("/auth/login", login).problem()).isEqualTo("second-factor-required");
            assertThat(command.type("user", "factor-off", on("aria")).text())
                    .isEqualTo("Aria signs in with the password alone now.");
            assertThat(client.post("/auth/login", login).status()).isEqualTo(200);
            assertThatThrownBy(() -> command.type("user", "factor-off", on("nobody")))
                    .isInstanceOf(CommandFailure.class);
        }
    }

    private static Typed add(String name, String role, String password) {
        return new Typed(
                Map.of(),
                Map.of("email", name + "@guild.example", "username", name, "role", role, "password-stdin", ""),
                password);
    }

    @OnBothEngines
    void anAccountMadeBesideTheServerSignsInAndEndsItsWait(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            var client = installation.serve();
            var answer = command.type("user", "add", add("Aria", "admin", PASSWORD + "\r\n"));
            assertThat(answer.text()).isEqualTo("Added Aria <Aria@guild.example> as admin.");
            assertThat(client.get("/auth/setup").json().path("required").asBoolean())
                    .isFalse();
            var granted = client.post("/auth/login", Client.json("username", "aria", "password", PASSWORD));
            assertThat(granted.json().at("/user/role").asText()).isEqualTo("admin");
        }
    }

    @OnBothEngines
    void whatTheOperatorChangesTheServerFollowsWithinTwoSeconds(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            var client = installation.serve();
            command.type("user", "add", add("Aria", "admin", PASSWORD));
            command.type("user", "add", add("Bron", "member", PASSWORD));
            var bron = client.as(client.post("/auth/login", Client.json("username", "bron", "password", PASSWORD)));
            assertThat(bron.get("/users").status()).isEqualTo(403);

            command.type("user", "role", new Typed(Map.of("user", "bron", "role", "admin"), Map.of()));
            installation.clock.advance(Duration.ofSeconds(2));
            assertThat(bron.get("/users").status()).isEqualTo(200);

            command.type("user", "disable", on("BRON@guild.example"));
            installation.clock.advance(Duration.ofSeconds(2));
            assertThat(bron.get("/users/me").status()).isEqualTo(401);
            command.type("user", "enable", on("bron"));
            assertThat(client.post("/auth/login", Client.json("username", "bron", "password", PASSWORD))
                            .status())
                    .isEqualTo(200);

            var passwd = new Typed(Map.of("user", "bron"), Map.of("password-stdin", ""), "seven silver trebuchets\n");
            command.type("user", "passwd", passwd);
            assertThat(client.post("/auth/login", Client.json("username", "bron", "password", PASSWORD))
                            .status())
                    .isEqualTo(401);
        }
    }

    @OnBothEngines
    void theOperatorUnlocksAndDeletesAndTheLogSaysSo(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database);
                var command = Installation.command(database, installation.clock)) {
            var client = installation.serve();
            command.type("user", "add", add("Aria", "admin", PASSWORD));
            command.type("user", "add", add("Bron", "member", PASSWORD));
            for (int i = 0; i < 5; i++) {
                client.post("/auth/login", Client.json("username", "bron", "password", "no"));
            }
            var login = Client.json("username", "bron", "password", PASSWORD);
            assertThat(client.post("/auth/login", login).status()).isEqualTo(429);
            command.type("user", "unlock", on("Bron@guild.example"));
            var bron = client.as(client.post("/auth/login", login));
            assertThat(bron.get("/users/me").status()).isEqualTo(200);

            refused(command, "delete", on("bron"), 2, "--yes");
            command.type("user", "delete", new Typed(Map.of("user", "bron"), Map.of("yes", "")));
            installation.clock.advance(Duration.ofSeconds(2));
            assertThat(bron.get("/users/me").status()).isEqualTo(401);
            refused(command, "delete", new Typed(Map.of("user", "aria"), Map.of("yes", "")), 1, "administrator");

            var aria = client.as(client.post("/auth/login", Client.json("username", "aria", "password", PASSWORD)));
            assertThat(aria.get("/audit?actor=operator").json().findValuesAsText("action"))
                    .containsExactly("account-delete", "account-unlock", "account-add", "account-add");
        }
    }

    @Test
    void everyRefusalIsOneSentenceWithItsExitCode() throws Exception {
        try (var database = TestDatabase.sqlite();
                var command = Installation.command(database, new TestClock(Installation.START))) {
            command.type("user", "add", add("Aria", "admin", PASSWORD));
            refused(command, "add", add("aria", "member", PASSWORD), 1, "email");
            refused(command, "add", add("Bron", "member", "short"), 1, "password: at least 12 characters");
            refused(command, "add", add("Bron", "king", PASSWORD), 2, "king");
            refused(command, "add", add("Bron", "member", ""), 1, "standard input");
            refused(command, "add", add("B", "member", PASSWORD), 1, "username: 3 to 32");
            var silent = new Typed(Map.of(), Map.of("email", "b@guild.example", "username", "Bron"));
            refused(command, "add", silent, 2, "--password-stdin");
            refused(command, "disable", on("aria"), 1, "last administrator");
            refused(command, "show", on("nobody"), 1, "gw2 user list");
        }
    }

    @Test
    void theListIsRecordsForProgramsAndATableForPeople() throws Exception {
        try (var database = TestDatabase.sqlite();
                var command = Installation.command(database, new TestClock(Installation.START))) {
            assertThat(command.type("user", "list", new Typed(Map.of(), Map.of()))
                            .text())
                    .contains("gw2 user add");
            command.type("user", "add", add("Aria", "admin", PASSWORD));
            var list = command.type("user", "list", new Typed(Map.of(), Map.of()));
            assertThat((List<?>) list.value())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            UserRow.class, row -> assertThat(row.username()).isEqualTo("Aria"));
            assertThat(list.text().lines()).hasSize(2).last().asString().contains("Aria", "admin", "active", "never");
            assertThat(command.type("user", "show", on("aria")).text()).contains("Aria@guild.example");
        }
    }

    private static void refused(Installation command, String name, Typed call, int exit, String word) {
        assertThatThrownBy(() -> command.type("user", name, call))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                    assertThat(failure.exitCode()).isEqualTo(exit);
                    assertThat(failure.getMessage()).containsIgnoringCase(word).doesNotContain("\n");
                });
    }
}
