package org.wvwbuilder.dashboard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.plugin.Database;

/** All SQL of the plugin. */
record ActivityLog(Database database) {
    private static final int AT_ONCE = 500;

    private static final String INSERT = """
            INSERT INTO dashboard_activities (id, at, type, actor, subject, title, description, audience)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""";

    /** Primary key. */
    private static final String COUNT = """
            INSERT INTO dashboard_counts (of_whom, quarter, activities) VALUES (?, ?, 1)
            ON CONFLICT (of_whom, quarter) DO UPDATE SET activities = dashboard_counts.activities + 1""";

    /** Index dashboard_activities_by_subject. */
    private static final String LAST_AUDIENCE = """
            SELECT audience FROM dashboard_activities WHERE subject = ? ORDER BY id DESC LIMIT 1""";

    /** Index dashboard_activities_by_subject. */
    private static final String CLOSED =
            "UPDATE dashboard_activities SET audience = ? WHERE subject = ? AND audience NOT LIKE 'own:%'";

    /** Index dashboard_activities_by_subject. What another team saw is left to whoever did it. */
    private static final String OF_TEAM = """
            UPDATE dashboard_activities
            SET audience = CASE WHEN audience = 'public' THEN ? ELSE 'own:' || actor END
            WHERE subject = ? AND audience <> ? AND audience NOT LIKE 'own:%'""";

    /** Index dashboard_activities_by_actor. */
    private static final String BY_ACTOR = """
            SELECT * FROM dashboard_activities WHERE actor = ? AND id < ? ORDER BY id DESC LIMIT ?""";

    /** Index dashboard_activities_by_audience. */
    private static final String BY_AUDIENCE = """
            SELECT * FROM dashboard_activities WHERE audience = ? AND id < ? ORDER BY id DESC LIMIT ?""";

    /** Primary key: at most 96 rows for each day. */
    private static final String QUARTERS = """
            SELECT quarter, activities FROM dashboard_counts WHERE of_whom = ? AND quarter >= ?""";

    /** Primary key. */
    private static final String SUM = """
            SELECT COALESCE(SUM(activities), 0) FROM dashboard_counts WHERE of_whom = ? AND quarter >= ?""";

    /** Primary key: ids begin with their time, so the oldest come first. */
    private static final String OLD = """
            DELETE FROM dashboard_activities WHERE id IN (
                SELECT id FROM (SELECT id, at FROM dashboard_activities ORDER BY id LIMIT ?) AS oldest WHERE at < ?)""";

    /** Index dashboard_activities_by_actor. */
    private static final String FORGET = """
            DELETE FROM dashboard_activities WHERE id IN (
                SELECT id FROM dashboard_activities WHERE actor = ? LIMIT ?)""";

    /** When the log began: now, if nobody asked before. */
    Instant beginning(Instant now) {
        var at = database.write(connection -> {
            Sql.of(
                            connection,
                            "INSERT INTO dashboard_beginning (one, at) VALUES (1, ?) ON CONFLICT (one) DO NOTHING",
                            now.toEpochMilli())
                    .run();
            return Sql.of(connection, "SELECT at FROM dashboard_beginning").number();
        });
        return Instant.ofEpochMilli(at);
    }

    /** Writes down what happened, in one transaction; what is now less open is so for its past, too, and never the other way. */
    void add(List<Logged> all) {
        database.write(connection -> {
            for (var one : all) add(connection, one);
            return null;
        });
    }

    private static void add(Connection connection, Logged one) throws SQLException {
        var before = Sql.of(connection, LAST_AUDIENCE, one.subject()).first(row -> row.getString(1));
        boolean shared = one.type().matches("(build|composition)-changed")
                && before.filter(audience -> audience.startsWith("own:")).isPresent()
                && !one.audience().startsWith("own:");
        var type = shared ? one.type().replace("-changed", "-shared") : one.type();
        int rows = Sql.of(
                        connection,
                        INSERT,
                        one.id(),
                        one.at().toEpochMilli(),
                        type,
                        one.actor(),
                        one.subject(),
                        one.title(),
                        one.description(),
                        one.audience())
                .run();
        // An attempt whose answer was lost had written it.
        if (rows == 0) return;
        if (before.filter(audience -> !audience.equals(one.audience())).isPresent()) {
            close(connection, one.subject(), one.audience());
        }
        long quarter = Logged.quarter(one.at());
        Sql.of(connection, COUNT, Logged.by(one.actor()), quarter).run();
        Sql.of(connection, COUNT, one.audience(), quarter).run();
    }

    /** A thing that is made more open was not so before: titles of its private time stay private. */
    private static void close(Connection connection, String subject, String audience) throws SQLException {
        if (audience.startsWith("own:")) {
            Sql.of(connection, CLOSED, audience, subject).run();
        } else if (!audience.equals(Logged.PUBLIC)) {
            Sql.of(connection, OF_TEAM, audience, subject, audience).run();
        }
    }

    List<Logged> of(String actor, String before, int limit) {
        return database.read(
                connection -> Sql.of(connection, BY_ACTOR, actor, before, limit).list(ActivityLog::logged));
    }

    /** What any of these audiences may see, newest first. */
    List<Logged> seenBy(Collection<String> audiences, String before, int limit) {
        return database.read(connection -> {
            var found = new java.util.ArrayList<Logged>();
            for (var audience : audiences) {
                found.addAll(
                        Sql.of(connection, BY_AUDIENCE, audience, before, limit).list(ActivityLog::logged));
            }
            return found.stream()
                    .sorted(Comparator.comparing(Logged::id).reversed())
                    .limit(limit)
                    .toList();
        });
    }

    long count(String whom, Instant since) {
        return database.read(connection ->
                Sql.of(connection, SUM, whom, Logged.quarter(since)).number());
    }

    /** How many there were, by quarter. */
    Map<Long, Long> quarters(Collection<String> whom, Instant since) {
        return database.read(connection -> {
            var all = new TreeMap<Long, Long>();
            for (var one : whom) {
                Sql.of(connection, QUARTERS, one, Logged.quarter(since))
                        .list(row -> Map.entry(row.getLong(1), row.getLong(2)))
                        .forEach(entry -> all.merge(entry.getKey(), entry.getValue(), Long::sum));
            }
            return all;
        });
    }

    /** Deletes what is older, a few at a time: other writers wait. @return how many activities */
    long forget(Instant before) {
        long gone = 0;
        for (int some = AT_ONCE; some == AT_ONCE; gone += some) {
            some = database.write(connection ->
                    Sql.of(connection, OLD, AT_ONCE, before.toEpochMilli()).run());
        }
        database.write(connection -> Sql.of(
                        connection, "DELETE FROM dashboard_counts WHERE quarter < ?", Logged.quarter(before))
                .run());
        return gone;
    }

    void forget(String actor) {
        for (int some = AT_ONCE; some == AT_ONCE; ) {
            some = database.write(
                    connection -> Sql.of(connection, FORGET, actor, AT_ONCE).run());
        }
        database.write(connection -> Sql.of(
                        connection,
                        "DELETE FROM dashboard_counts WHERE of_whom = ? OR of_whom = ?",
                        Logged.by(actor),
                        Logged.own(actor))
                .run());
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("type"),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("description"),
                row.getString("audience"));
    }
}
