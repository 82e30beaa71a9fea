package org.wvwbuilder.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;

/** Says what PostgreSQL's error codes mean to a caller. */
final class PostgresErrors {
    private PostgresErrors() {}

    static DatabaseException translate(SQLException error) {
        return new DatabaseException(kind(error), "PostgreSQL: " + error.getMessage(), error);
    }

    private static Kind kind(SQLException error) {
        // The pool waited in vain: because the server is away, if it says so, else because all connections are in use.
        if (error instanceof SQLTransientConnectionException) {
            return error.getCause() instanceof SQLException ? Kind.UNAVAILABLE : Kind.BUSY;
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return switch (state) {
            case "40001", "40P01", "55P03", "57014", "53300", "53200" -> Kind.BUSY;
            case "53100" -> Kind.FULL;
            case "57P01", "57P02", "57P03" -> Kind.UNAVAILABLE;
            default -> {
                if (state.startsWith("23")) yield Kind.CONSTRAINT;
                if (state.startsWith("08")) yield Kind.UNAVAILABLE;
                yield Kind.DEFECT;
            }
        };
    }
}
