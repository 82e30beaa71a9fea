package org.wvwbuilder.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import org.wvwbuilder.plugin.Database;

/**
 * Keeps the deadline of a call away from its commits. A plugin's own work in a transaction may be interrupted, its query
 * broken off, and is undone then; what the engine does before and after it is left in peace.
 */
record ShieldedDatabase(Database database) implements Database {

    @Override
    public Engine engine() {
        return database.engine();
    }

    @Override
    public <T> T read(Work<T> work) {
        return database.read(Queries.watched(work));
    }

    @Override
    public <T> T write(Work<T> work) {
        var watched = Queries.watched(work);
        if (!Call.CURRENT.isBound()) return database.write(watched);
        var call = Call.CURRENT.get();
        if (!call.shield()) throw tooLate();
        try {
            return database.write(connection -> exposed(call, watched, connection));
        } finally {
            if (!call.expose()) Thread.currentThread().interrupt();
        }
    }

    private static <T> T exposed(Call call, Work<T> work, Connection connection) throws SQLException {
        // The engine may have brought it to a thread of its own.
        if (!call.expose()) throw tooLate();
        try {
            var result = work.run(connection);
            if (call.shield()) return result;
            throw tooLate();
        } finally {
            // Whoever undoes the work must not trip over what was meant for it.
            if (!call.shield()) Thread.interrupted();
        }
    }

    private static DatabaseException tooLate() {
        return new DatabaseException(
                DatabaseException.Kind.BUSY, "the call took too long, and its write is undone", null);
    }
}
