package org.wvwbuilder.auth.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.Typed;

/** What becomes of what other plugins keep when an account is deleted. */
class DeletionsTests {
    private static final String PASSWORD = "tower of blue lanterns";
    private static final Duration LATER = Deletions.QUIET.plusSeconds(1);

    /** A plugin that was asked to forget, and may be unable to. */
    private static final class Keeper implements PersonalData {
        private final List<String> asked = new ArrayList<>();
        private boolean able = true;

        @Override
        public String name() {
            return "notes";
        }

        @Override
        public Stream<Map<String, Object>> of(String accountId) {
            return Stream.empty();
        }

        @Override
        public void forget(String accountId) {
            asked.add(accountId);
            if (!able) throw new IllegalStateException("the disk is full");
        }
    }

    private static String add(Installation installation, String name) throws Exception {
        var words = Map.of("email", name + "@guild.example", "username", name, "password-stdin", "");
        installation.type("user", "add", new Typed(Map.of(), words, PASSWORD));
        return installation.offer(Accounts.class).id(name).orElseThrow();
    }

    private static String delete(Installation installation, String name) throws Exception {
        return installation
                .type("user", "delete", new Typed(Map.of("user", name), Map.of("yes", "")))
                .text();
    }

    private static void leave(Installation server, String name) throws Exception {
        var client = server.serve();
        var granted = client.post("/auth/login", Client.json("username", name, "password", PASSWORD));
        var left = client.as(granted).send("DELETE", "/users/me", Client.json("current_password", PASSWORD));
        assertThat(left.status()).isEqualTo(204);
    }

    private static List<AccountChanged> deletions(Installation installation) {
        return installation.context.events().stream()
                .filter(AccountChanged.class::isInstance)
                .map(AccountChanged.class::cast)
                .filter(event -> event.change() == AccountChanged.Change.DELETED)
                .toList();
    }

    private static String run(Installation server) throws Exception {
        return server.run("forget-deleted");
    }

    private static long rows(Installation server) {
        return server.database().read(connection -> Rows.count(connection, "SELECT count(*) FROM auth_deletions"));
    }

    @OnBothEngines
    void whatACommandDeletedTheServerTellsOnce(TestDatabase database) throws Exception {
        try (var server = Installation.of(database);
                var command = Installation.command(database, server.clock)) {
            var bron = add(command, "Bron");
            var at = server.clock.instant();
            assertThat(delete(command, "bron"))
                    .startsWith("Removed Bron <Bron@guild.example>.")
                    .contains("within a minute");
            server.clock.advance(Duration.ofMinutes(1));
            assertThat(deletions(server)).isEmpty();
            assertThat(run(server)).isEqualTo("1 deletions told, 0 accounts forgotten");
            var told = new AccountChanged(Instant.ofEpochMilli(at.toEpochMilli()), bron, AccountChanged.Change.DELETED);
            assertThat(deletions(server)).containsExactly(told);
            assertThat(run(server)).isEqualTo("0 deletions told, 0 accounts forgotten");
            assertThat(deletions(server)).hasSize(1);
            assertThat(deletions(command)).as("nobody else is there").isEmpty();
        }
    }

    @OnBothEngines
    void pluginsAreAskedUntilTheyHaveForgottenWhoeverDeletedTheAccount(TestDatabase database) throws Exception {
        try (var server = Installation.of(database);
                var command = Installation.command(database, server.clock)) {
            var keeper = new Keeper();
            server.context.others().add(keeper);
            run(server);
            var bron = add(command, "Bron");
            leave(server, "bron");
            assertThat(run(server)).isEqualTo("0 deletions told, 0 accounts forgotten");
            assertThat(keeper.asked).as("the event is at work").isEmpty();
            server.clock.advance(LATER);
            keeper.able = false;
            assertThatThrownBy(() -> run(server)).hasMessageContaining("notes").hasRootCauseMessage("the disk is full");
            keeper.able = true;
            assertThat(run(server)).isEqualTo("0 deletions told, 1 accounts forgotten");
            assertThat(keeper.asked).containsExactly(bron, bron);
            assertThat(run(server)).isEqualTo("0 deletions told, 0 accounts forgotten");
            assertThat(keeper.asked).hasSize(2);
            assertThat(deletions(server)).hasSize(1);
        }
    }

    @OnBothEngines
    void oneThatCannotKeepsNobodyElseFromHearing(TestDatabase database) throws Exception {
        try (var server = Installation.of(database);
                var command = Installation.command(database, server.clock)) {
            var unable = new Keeper();
            unable.able = false;
            var able = new Keeper();
            server.context.others().addAll(List.of(unable, able));
            var bron = add(command, "Bron");
            var cora = add(command, "Cora");
            leave(server, "bron");
            server.clock.advance(LATER);
            delete(command, "cora");
            assertThatThrownBy(() -> run(server)).isInstanceOf(IllegalStateException.class);
            assertThat(able.asked).containsExactly(bron);
            assertThat(deletions(server)).extracting(AccountChanged::accountId).containsExactly(bron, cora);
        }
    }

    @OnBothEngines
    void afterAStartAllAreAskedOnceMoreForWhoeverWasAwayAndOnlyForThoseWhoAreGone(TestDatabase database)
            throws Exception {
        try (var server = Installation.of(database);
                var command = Installation.command(database, server.clock)) {
            var bron = add(command, "Bron");
            var aria = add(command, "Aria");
            leave(server, "bron");
            server.clock.advance(LATER);
            assertThat(run(server)).isEqualTo("0 deletions told, 1 accounts forgotten");
            server.database().write(connection -> {
                var back = "INSERT INTO auth_deletions (account, at, told, forgotten) VALUES (?, 0, ?, 0)";
                Rows.change(connection, back, aria, 0);
                return null;
            });
            try (var next = Installation.beside(database, server)) {
                var keeper = new Keeper();
                next.context.others().add(keeper);
                keeper.able = false;
                assertThatThrownBy(() -> run(next)).isInstanceOf(IllegalStateException.class);
                keeper.able = true;
                run(next);
                run(next);
                assertThat(keeper.asked).containsExactly(bron, bron);
                assertThat(deletions(next)).isEmpty();
            }
        }
    }

    @OnBothEngines
    void whoWentLongAgoIsNoLongerKnownAndWhoCouldNotGoNeverWas(TestDatabase database) throws Exception {
        try (var server = Installation.of(database);
                var command = Installation.command(database, server.clock)) {
            add(command, "Bron");
            leave(server, "bron");
            command.type(
                    "user",
                    "add",
                    new Typed(
                            Map.of(),
                            Map.of("email", "a@guild.example", "username", "Aria", "admin", "", "password-stdin", ""),
                            PASSWORD));
            assertThatThrownBy(() -> delete(command, "aria")).hasMessageContaining("last administrator");
            server.clock.advance(LATER);
            run(server);
            assertThat(rows(server)).isOne();
            server.clock.advance(Deletions.KEPT);
            run(server);
            assertThat(rows(server)).isZero();
        }
    }
}
