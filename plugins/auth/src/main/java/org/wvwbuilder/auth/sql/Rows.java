package org.wvwbuilder.auth.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs a statement with its arguments: what JDBC says in ten lines. Arguments are never null. */
public final class Rows {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private Rows() {}

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public static <T> List<T> all(Connection connection, String sql, Reader<T> reader, Object... arguments)
            throws SQLException {
        try (var statement = prepared(connection, sql, arguments);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) all.add(reader.read(rows));
            return List.copyOf(all);
        }
    }

    public static <T> Optional<T> first(Connection connection, String sql, Reader<T> reader, Object... arguments)
            throws SQLException {
        try (var statement = prepared(connection, sql, arguments);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    public static long count(Connection connection, String sql, Object... arguments) throws SQLException {
        return first(connection, sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    /** @return how many rows were inserted, changed or deleted */
    public static int change(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** An instant in epoch milliseconds that may be missing. */
    public static Optional<Long> moment(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) statement.setObject(i + 1, storable(arguments[i]));
            return statement;
        } catch (SQLException | RuntimeException refused) {
            statement.close();
            throw refused;
        }
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair: such text, which only an attacker sends, finds nothing. */
    private static Object storable(Object argument) {
        return argument instanceof String text ? UNSTORABLE.matcher(text).replaceAll("\uFFFD") : argument;
    }
}
