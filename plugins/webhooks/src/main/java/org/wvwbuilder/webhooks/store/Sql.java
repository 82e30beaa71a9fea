package org.wvwbuilder.webhooks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A statement with its parameters: strings, numbers or null. Other plugins have their own: they share no classes. */
public record Sql(Connection connection, String text, List<?> parameters) {

    public static Sql of(Connection connection, String text, Object... parameters) {
        return new Sql(connection, text, Arrays.asList(parameters));
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

    public <T> Optional<T> first(Reading<T> reading) throws SQLException {
        return list(reading).stream().findFirst();
    }

    /** The first row's first number, or 0 where there is no row. */
    public long number() throws SQLException {
        return first(row -> row.getLong(1)).orElse(0L);
    }

    private PreparedStatement prepared() throws SQLException {
        var statement = connection.prepareStatement(text);
        for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
        return statement;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
