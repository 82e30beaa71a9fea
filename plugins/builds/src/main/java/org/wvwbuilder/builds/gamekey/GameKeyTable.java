package org.wvwbuilder.builds.gamekey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Sql;

/** The SQL of the players' keys; every statement is served by the primary key. */
record GameKeyTable(Connection connection) {
    private static final String PUT = """
            INSERT INTO builds_game_keys (account, sealed, game_account, permissions, given_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, game_account = excluded.game_account,
                permissions = excluded.permissions, given_at = excluded.given_at, expires_at = excluded.expires_at,
                used_at = NULL, refused_at = NULL""";

    void put(String account, String sealed, GameKey key) throws SQLException {
        Sql.of(
                        connection,
                        PUT,
                        account,
                        sealed,
                        key.gameAccount(),
                        String.join(" ", key.permissions()),
                        key.givenAt().toEpochMilli(),
                        key.expiresAt().toEpochMilli())
                .run();
    }

    Optional<Kept> find(String account) throws SQLException {
        return Sql.of(connection, "SELECT * FROM builds_game_keys WHERE account = ?", account)
                .list(GameKeyTable::kept)
                .stream()
                .findFirst();
    }

    boolean remove(String account) throws SQLException {
        return Sql.of(connection, "DELETE FROM builds_game_keys WHERE account = ?", account)
                        .run()
                == 1;
    }

    /** Only while it is the same key: another may have been given meanwhile. */
    void used(String account, String sealed, Instant now) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE builds_game_keys SET used_at = ?, refused_at = NULL WHERE account = ? AND sealed = ?",
                        now.toEpochMilli(),
                        account,
                        sealed)
                .run();
    }

    void refused(String account, String sealed, Instant now) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE builds_game_keys SET refused_at = ? WHERE account = ? AND sealed = ?",
                        now.toEpochMilli(),
                        account,
                        sealed)
                .run();
    }

    void reseal(String account, String before, String sealed) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE builds_game_keys SET sealed = ? WHERE account = ? AND sealed = ?",
                        sealed,
                        account,
                        before)
                .run();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var key = new GameKey(
                row.getString("game_account"),
                List.of(row.getString("permissions").split(" ")),
                Instant.ofEpochMilli(row.getLong("given_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                instant(row, "used_at"),
                instant(row, "refused_at"));
        return new Kept(row.getString("sealed"), key);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** A key as it lies in the database. */
    record Kept(String sealed, GameKey key) {}
}
