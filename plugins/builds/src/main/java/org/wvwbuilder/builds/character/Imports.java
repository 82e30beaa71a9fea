package org.wvwbuilder.builds.character;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Sql;
import org.wvwbuilder.plugin.Database;

/** Which build came from which tab, so that taking a tab over again changes that build. */
public record Imports(Database database) {
    private static final String PUT = """
            INSERT INTO builds_imports (account, game_character, tab, build_id, digest, imported_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, game_character, tab) DO UPDATE SET build_id = excluded.build_id,
                digest = excluded.digest, imported_at = excluded.imported_at""";

    /** @param digest of template and gear as they were taken over */
    public record Imported(String character, int tab, String build, String digest, Instant at) {}

    /** By the primary key. */
    public List<Imported> of(String account) {
        return database.read(
                connection -> Sql.of(connection, "SELECT * FROM builds_imports WHERE account = ? LIMIT 5000", account)
                        .list(Imports::imported));
    }

    /** By the primary key. */
    public Optional<Imported> find(String account, String character, int tab) {
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT * FROM builds_imports WHERE account = ? AND game_character = ? AND tab = ?",
                        account,
                        character,
                        tab)
                .list(Imports::imported)
                .stream()
                .findFirst());
    }

    public void put(String account, Imported imported) {
        database.write(connection -> Sql.of(
                        connection,
                        PUT,
                        account,
                        imported.character(),
                        imported.tab(),
                        imported.build(),
                        imported.digest(),
                        imported.at().toEpochMilli())
                .run());
    }

    /** Within the primary key. */
    public void removeAll(String account) {
        database.write(connection -> Sql.of(connection, "DELETE FROM builds_imports WHERE account = ?", account)
                .run());
    }

    private static Imported imported(ResultSet row) throws SQLException {
        return new Imported(
                row.getString("game_character"),
                row.getInt("tab"),
                row.getString("build_id"),
                row.getString("digest"),
                Instant.ofEpochMilli(row.getLong("imported_at")));
    }
}
