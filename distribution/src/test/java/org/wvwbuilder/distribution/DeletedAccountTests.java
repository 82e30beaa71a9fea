package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Postgres;

/** Whoever deletes an account, and whatever ends meanwhile: no table of any plugin still knows it. */
class DeletedAccountTests {
    /** The job runs once a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** What is kept on purpose: who did what, for as long as the operator says, and that the account is gone. */
    private static final Set<String> KEPT = Set.of("auth_audit", "auth_deletions");

    @TempDir
    Path folder;

    private String url;
    private String user = "";
    private String password = "";

    /** Whether somebody runs the job by hand, instead of waiting for its minute. */
    private boolean hurried;

    @Test
    void onSqliteNothingIsLeftOfIt() throws Exception {
        url = "jdbc:sqlite:" + folder.resolve("data/gw2_wvwbuilder.db");
        try (var gw2 = Gw2.in(folder)) {
            leave(gw2);
        }
    }

    @Test
    void onPostgresqlNothingIsLeftOfIt() throws Exception {
        try (var postgres = Postgres.another();
                var gw2 = Gw2.in(folder)) {
            user = postgres.user();
            password = postgres.password();
            url = postgres.url("postgres");
            hurried = true;
            leave(gw2.with("GW2_DATABASE_URL", url)
                    .with("GW2_DATABASE_USER", user)
                    .with("GW2_DATABASE_PASSWORD", password));
        }
    }

    private void leave(Gw2 gw2) throws Exception {
        for (var name : List.of("byhand", "beside", "before", "killed", "stays")) Accounts.add(gw2, name, "member");
        var server = gw2.run();
        var byHand = busy(server, "byhand");
        var beside = busy(server, "beside");
        var before = busy(server, "before");
        var killed = busy(server, "killed");
        var stays = busy(server, "stays");

        var yes = "{\"current_password\": \"" + Accounts.PASSWORD + "\"}";
        var own = Accounts.signIn(server, "byhand").send("DELETE", "/api/v1/users/me", yes);
        assertThat(own.statusCode()).isEqualTo(204);
        awaitForgotten("byhand", byHand);
        delete(gw2, "beside");
        hurry(gw2);
        awaitForgotten("beside", beside);

        delete(gw2, "killed");
        server.kill();
        delete(gw2, "before");
        // As if the kill had come right after the event, which then nobody has heard.
        change("UPDATE auth_deletions SET told = 1, at = at - 600000 WHERE account = '" + killed + "'");
        gw2.run().awaitReady();
        hurry(gw2);
        awaitForgotten("before", before);
        awaitForgotten("killed", killed);
        assertThat(traces(stays)).contains("builds_builds", "squads_rosters", "squads_compositions");
    }

    /** Leaves something in every plugin's tables. @return the account's id */
    private String busy(RunningServer server, String name) throws Exception {
        var client = Accounts.signIn(server, name);
        var id = ApiClient.text(client.get("/api/v1/users/me").body(), "id");
        assertThat(client.saveBuild("kept by " + name).statusCode()).isEqualTo(201);
        var deleted = ApiClient.text(client.saveBuild("thrown away").body(), "id");
        assertThat(client.send("DELETE", "/api/v1/builds/" + deleted, null).statusCode())
                .isEqualTo(204);
        for (var post : List.of("teams", "rosters", "compositions")) {
            assertThat(client.post("/api/v1/" + post, "{\"name\": \"Of " + name + "\"}")
                            .statusCode())
                    .as(post)
                    .isEqualTo(201);
        }
        Await.until(
                "the dashboard has seen it",
                () -> traces(id)
                        .containsAll(Set.of(
                                "auth_users",
                                "builds_builds",
                                "builds_trash",
                                "squads_members",
                                "squads_rosters",
                                "squads_compositions",
                                "dashboard_activities",
                                "dashboard_counts")));
        return id;
    }

    private void hurry(Gw2 gw2) throws Exception {
        if (!hurried) return;
        var run = gw2.command("jobs", "run", "auth/forget-deleted");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static void delete(Gw2 gw2, String name) throws Exception {
        var deleted = gw2.command("user", "delete", name, "--yes");
        assertThat(deleted.err()).isEmpty();
        assertThat(deleted.out()).contains("Removed " + name);
        assertThat(deleted.exit()).isZero();
    }

    private void awaitForgotten(String name, String id) throws Exception {
        try {
            Await.until("nothing is left", PATIENCE, () -> traces(id).isEmpty());
        } catch (AssertionError late) {
            throw new AssertionError(name + " still stands in " + traces(id), late);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private void change(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    /** The tables in which a row has the text in any of its columns. */
    private Set<String> traces(String text) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = connect()) {
            for (var table : tables(connection)) {
                if (!KEPT.contains(table) && has(connection, table, text)) found.add(table);
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) names.add(tables.getString("TABLE_NAME"));
        }
        assertThat(names).contains("builds_builds", "squads_members", "dashboard_activities", "webhooks_deliveries");
        return names;
    }

    private static boolean has(Connection connection, String table, String text) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    var value = rows.getString(column);
                    if (value != null && value.contains(text)) return true;
                }
            }
        }
        return false;
    }
}
