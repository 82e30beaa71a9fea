package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Text;

/**
 * What an SQLite file needs from time to time, in the quiet of the night and in steps that let writers in between. All of
 * it is autovacuum's business on PostgreSQL.
 */
record Upkeep(SqliteStore store, Integrity integrity) {
    /** A megabyte: some milliseconds of the only writer's time. */
    private static final int STEP_PAGES = 256;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** What is rewritten at once, within a second, while writers wait. */
    private static final long SMALL_BYTES = 64L << 20;

    private static final int INCREMENTAL = 2;

    List<Contribution.Job> jobs() {
        return List.of(
                new Contribution.Job(
                        "integrity-check",
                        new Text("Read the whole database for damage", "Relire toute la base de données"),
                        Schedule.cron("30 3 * * 0"),
                        integrity::inspect),
                new Contribution.Job(
                        "optimize",
                        new Text("Renew the statistics of the database", "Renouveler les statistiques de la base"),
                        Schedule.cron("15 4 * * *"),
                        this::optimize),
                new Contribution.Job(
                        "vacuum",
                        new Text("Give free room of the database back", "Rendre la place libre de la base"),
                        Schedule.cron("45 4 1 * *"),
                        this::shrink));
    }

    /** SQLite looks at a sample only, and only at tables that changed much. */
    private String optimize() {
        long begun = System.nanoTime();
        store.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("pragma optimize");
            }
        });
        return "done in " + (System.nanoTime() - begun) / 1_000_000 + " ms";
    }

    private String shrink() throws SQLException, Fault {
        long before = store.read(connection -> number(connection, "page_count"));
        if (store.read(connection -> number(connection, "auto_vacuum")) != INCREMENTAL) {
            long bytes = before * store.read(connection -> number(connection, "page_size"));
            if (bytes > SMALL_BYTES) return "nothing done: " + advice();
            store.rewrite();
        } else {
            release();
        }
        long after = store.read(connection -> number(connection, "page_count"));
        long page = store.read(connection -> number(connection, "page_size"));
        return "gave " + Math.max(0, before - after) * page / 1024 + " KiB back, " + after * page / 1024
                + " KiB are left";
    }

    private static String advice() {
        return "this file was made without incremental vacuum and is too large to be rewritten beside the server; stop the"
                + " server once and run: sqlite3 " + SqliteStore.FILE + " 'PRAGMA auto_vacuum=2; VACUUM'";
    }

    private void release() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            int freed = store.write(Upkeep::step);
            if (freed < STEP_PAGES) return;
        }
    }

    /** By executeUpdate, which runs a statement to its end: SQLite pauses after each page, and execute stops there. */
    private static int step(Connection connection) throws SQLException {
        long before = number(connection, "freelist_count");
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("pragma incremental_vacuum(" + STEP_PAGES + ")");
        }
        return (int) (before - number(connection, "freelist_count"));
    }

    private static long number(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma " + pragma)) {
            row.next();
            return row.getLong(1);
        }
    }
}
