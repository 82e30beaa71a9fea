package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tags of builds, and how many builds a person has. */
final class TagTable {
    /** The open ones within builds_tags_open, the viewer's other ones within builds_tags_owner. */
    private static final String COUNTS = """
            SELECT tag, sum(n) FROM (
                SELECT tag, count(*) AS n FROM builds_tags WHERE open = 1 GROUP BY tag
                UNION ALL
                SELECT tag, count(*) AS n FROM builds_tags WHERE owner = ? AND open = 0 GROUP BY tag
            ) AS seen
            GROUP BY tag ORDER BY sum(n) DESC, tag LIMIT ?""";

    private static final String INSERT = "INSERT INTO builds_tags (build_id, tag, owner, open) VALUES (?, ?, ?, ?)";

    private static final String COUNT = """
            INSERT INTO builds_totals (owner, builds) VALUES (?, ?)
            ON CONFLICT (owner) DO UPDATE SET builds = builds_totals.builds + excluded.builds""";

    private final Connection connection;

    TagTable(Connection connection) {
        this.connection = connection;
    }

    void put(List<Build> builds) throws SQLException {
        Sql.batch(
                connection,
                INSERT,
                builds.stream()
                        .flatMap(build -> build.details().tags().stream()
                                .map(tag -> List.of(build.id(), tag, build.owner(), open(build)))));
    }

    private static int open(Build build) {
        return build.details().visibility() == Visibility.PUBLIC ? 1 : 0;
    }

    void remove(String build) throws SQLException {
        Sql.of(connection, "DELETE FROM builds_tags WHERE build_id = ?", build).run();
    }

    List<TagCount> counts(String viewer, int limit) throws SQLException {
        return Sql.of(connection, COUNTS, viewer, limit).list(row -> new TagCount(row.getString(1), row.getLong(2)));
    }

    void count(String owner, long difference) throws SQLException {
        Sql.of(connection, COUNT, owner, difference).run();
    }

    /** Not even a zero tells of an owner without an account. */
    void uncount(String owner) throws SQLException {
        Sql.of(connection, "DELETE FROM builds_totals WHERE owner = ?", owner).run();
    }

    long total(String owner) throws SQLException {
        return Sql.of(connection, "SELECT builds FROM builds_totals WHERE owner = ?", owner)
                .number();
    }

    long total() throws SQLException {
        return Sql.of(connection, "SELECT sum(builds) FROM builds_totals").number();
    }
}
