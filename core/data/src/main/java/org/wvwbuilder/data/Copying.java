package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;
import org.wvwbuilder.plugin.DatabaseCopies.Progress;

/** How one engine copies its database, proves a copy, and puts one in place of the database. */
sealed interface Copying permits SqliteCopying, PostgresCopying {
    /** The rows of this number in {@code data_pulse} is not the health check's but marks a copy. */
    int SENTINEL_ROW = 2;

    /** As in manifests: {@code sqlite}. */
    String engine();

    /** @param gently whether others use the database meanwhile, who are not to wait for it */
    Contents copy(Path target, boolean gently, Progress progress) throws IOException;

    Contents prove(Path copy, Progress progress) throws IOException;

    /** Clears away what a drill left whose process was killed; leaves alone what one uses that goes on. */
    void sweep() throws IOException;

    /** Copies a copy to where it is to be put in place from, as one file. */
    void stage(Path copy, Path staged) throws IOException;

    /**
     * Puts a staged copy in place of the database, which nobody uses. May be called again with the same arguments after
     * any interruption. What was there lies in the safety copy afterwards.
     *
     * @return false when there was no database before, so that no safety copy was made
     * @throws UntouchedException when it cannot be, and trying again would not help by itself
     */
    boolean swap(Path staged, Path safety) throws IOException;

    /** Whether the database answers, or its file would; one that is damaged does. */
    boolean reachable();

    /** What is in the database itself, fully checked; nobody else uses it. */
    Contents inPlace() throws IOException;

    /**
     * Puts the safety copy back, which may be gone afterwards. May be called again with the same argument after any
     * interruption.
     */
    void swapBack(Path safety) throws IOException;

    /** What ends the names of its copies: {@code db}. */
    String suffix();

    /** Reads what is in a database, whose tables are told. */
    static Contents contents(String engine, Connection connection, Iterable<String> tables) throws SQLException {
        Map<String, Integer> schemas = new HashMap<>();
        Map<String, Long> rows = new HashMap<>();
        String sentinel = "";
        for (var table : tables) {
            rows.put(table, number(connection, "select count(*) from " + quoted(table)));
            if (table.endsWith(History.SUFFIX)) {
                var owner = table.substring(0, table.length() - History.SUFFIX.length() - 1);
                schemas.put(owner, (int) number(
                        connection,
                        "select coalesce(max(cast(version as integer)), 0) from " + quoted(table)
                                + " where type = 'SQL' and success"));
            }
            if (table.equals("data_pulse")) {
                sentinel = Long.toString(
                        number(connection, "select coalesce(max(at), 0) from data_pulse where id = " + SENTINEL_ROW));
            }
        }
        return new Contents(engine, sentinel, schemas, rows);
    }

    /** Upserts the mark; the same statement on both engines. */
    static void mark(Connection connection, long sentinel) throws SQLException {
        try (var statement = connection.prepareStatement("insert into data_pulse (id, at) values (" + SENTINEL_ROW
                + ", ?) on conflict (id) do update set at = excluded.at")) {
            statement.setLong(1, sentinel);
            statement.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static String quoted(String table) {
        return '"' + table.replace("\"", "\"\"") + '"';
    }
}
