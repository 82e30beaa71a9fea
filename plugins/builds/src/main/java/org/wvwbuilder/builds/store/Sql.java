package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A statement with its parameters: strings, numbers or null. Other plugins have their own: they share no classes. */
public record Sql(Connection connection, String text, List<?> parameters) {
    private static final int AT_ONCE = 200;

    public static Sql of(Connection connection, String text, Object... parameters) {
        return new Sql(connection, text, Arrays.asList(parameters));
    }

    /** Those of these ids that a table has; by its primary key, some hundred at once. */
    static List<String> known(Connection connection, String table, List<String> ids) throws SQLException {
        var known = new ArrayList<String>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            var marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            var text = "SELECT id FROM " + table + " WHERE id IN (" + marks + ")";
            known.addAll(new Sql(connection, text, some).list(row -> row.getString(1)));
        }
        return known;
    }

    /** Runs one change for each list of parameters. */
    public static void batch(Connection connection, String text, Stream<? extends List<?>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            for (var row : rows.toList()) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Runs a change and tells how many rows it touched. */
    public int run() throws SQLException {
        try (var statement = prepared()) {
            return statement.executeUpdate();
        }
    }

    public <T> List<T> list(Reading<T> reading) throws SQLException {
        try (var statement = prepared();
                var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) all.add(reading.of(rows));
            return all;
        }
    }

    /** The first row's first number, or 0 where there is no row. */
    public long number() throws SQLException {
        try (var statement = prepared();
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private PreparedStatement prepared() throws SQLException {
        var statement = connection.prepareStatement(text);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
    }

    /** Makes a value of the current row. */
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
