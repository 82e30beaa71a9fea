package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Listing.Place;

/** Deleted builds that may still come back. */
final class TrashTable {
    private static final String ROW = """
            id, owner, name, name_lower, profession, specialization_1, specialization_2, specialization_3, chat_link,
            equipment, game_mode, role, tags, notes, visibility, needs_review, checked_against, created_at, updated_at,
            version, team, editor""";

    /** By the primary key. */
    private static final String PUT =
            "INSERT INTO builds_trash (" + ROW + ", deleted_at) SELECT " + ROW + ", ? FROM builds_builds WHERE id = ?";

    /** By the primary key. */
    private static final String TAKE =
            "INSERT INTO builds_builds (" + ROW + ") SELECT " + ROW + " FROM builds_trash WHERE id = ?";

    /** By builds_trash_by_owner. */
    private static final String OF_OWNER = "SELECT " + ROW
            + ", deleted_at FROM builds_trash WHERE owner = ? AND (deleted_at, id) < (?, ?)"
            + " ORDER BY deleted_at DESC, id DESC LIMIT ?";

    /** By the primary key. */
    private static final String ONE = "SELECT " + ROW + ", deleted_at FROM builds_trash WHERE id = ?";

    /** By the primary key. */
    private static final String UNSHARE = "UPDATE builds_builds SET visibility = 'private', team = NULL WHERE id = ?";

    /** By builds_trash_by_age. */
    private static final String OLD = "SELECT id FROM builds_trash WHERE deleted_at < ? ORDER BY deleted_at LIMIT ?";

    private final Connection connection;

    TrashTable(Connection connection) {
        this.connection = connection;
    }

    void put(String build, Instant now) throws SQLException {
        Sql.of(connection, PUT, now.toEpochMilli(), build).run();
    }

    void take(String build, Instant now, boolean shared) throws SQLException {
        Sql.of(connection, TAKE, build).run();
        if (!shared) Sql.of(connection, UNSHARE, build).run();
        Sql.of(connection, "UPDATE builds_builds SET updated_at = ? WHERE id = ?", now.toEpochMilli(), build)
                .run();
        delete(build);
    }

    /** @param after the last one seen; empty for the newest */
    List<Trashed> of(String owner, Optional<Place> after, int limit) throws SQLException {
        long deletedAt = after.map(place -> Long.valueOf(place.value())).orElse(Long.MAX_VALUE);
        return Sql.of(
                        connection,
                        OF_OWNER,
                        owner,
                        deletedAt,
                        after.map(Place::id).orElse(""),
                        limit)
                .list(TrashTable::trashed);
    }

    Optional<Trashed> find(String build) throws SQLException {
        return Sql.of(connection, ONE, build).list(TrashTable::trashed).stream().findFirst();
    }

    /** Those of these ids that there are; by the primary key. */
    List<String> known(List<String> ids) throws SQLException {
        return Sql.known(connection, "builds_trash", ids);
    }

    List<String> olderThan(Instant instant, int limit) throws SQLException {
        return Sql.of(connection, OLD, instant.toEpochMilli(), limit).list(row -> row.getString(1));
    }

    void delete(String build) throws SQLException {
        Sql.of(connection, "DELETE FROM builds_trash WHERE id = ?", build).run();
    }

    private static Trashed trashed(java.sql.ResultSet row) throws SQLException {
        return new Trashed(BuildTable.build(row), Instant.ofEpochMilli(row.getLong("deleted_at")));
    }
}
