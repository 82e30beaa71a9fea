package org.wvwbuilder.plugin;

import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;

/**
 * The server's one database, SQLite or PostgreSQL. SQL that both engines understand is to be preferred; ask
 * {@link #engine()} where they differ. Work must be short: it holds a connection, and on SQLite the only writing one.
 *
 * {@snippet lang=java :
 * final class Notes {
 *     private final Database database;
 *
 *     Notes(Database database) {
 *         this.database = database;
 *     }
 *
 *     void add(String id, String text) {
 *         database.write(connection -> {
 *             try (var insert = connection.prepareStatement("INSERT INTO notes_notes (id, text) VALUES (?, ?)")) {
 *                 insert.setString(1, id);
 *                 insert.setString(2, text);
 *                 return insert.executeUpdate();
 *             }
 *         });
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Database {

    /** The engines that the server runs on. Their syntax differs little, their types more. */
    enum Engine {
        SQLITE,
        POSTGRESQL
    }

    /** The one that it runs on now. */
    Engine engine();

    /**
     * Reads on a read-only connection, in one consistent snapshot.
     *
     * @throws DatabaseException when the database refuses or cannot be reached
     */
    <T> T read(Work<T> work);

    /**
     * Writes in one transaction that is committed, and safe on disk, when this returns. Anything thrown rolls it back.
     * Must not be called from within another {@code read} or {@code write}.
     *
     * @throws DatabaseException when the database refuses or cannot be reached; nothing was changed then
     */
    <T> T write(Work<T> work);

    /**
     * What to do with a connection. The server owns it: do not close, commit or roll back. It may run in another thread
     * than the caller's, so it must not need a lock that the caller holds; what it throws arrives as it is.
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it, in the transaction of this connection.
         *
         * @throws SQLException whatever the driver throws: becomes a {@link DatabaseException}
         */
        T run(Connection connection) throws SQLException;
    }

    /** Why the database did not do it. */
    final class DatabaseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** What a caller can do about it. */
        public enum Kind {
            /** A unique, foreign or check constraint refused: the caller's data are at fault. */
            CONSTRAINT,
            /** Too much at once: again a little later; answered with 503 and Retry-After. */
            BUSY,
            /** No room on the disk; answered with 507. */
            FULL,
            /** Cannot be reached; answered with 503. */
            UNAVAILABLE,
            /** A defect; answered with 500. */
            DEFECT
        }

        private final Kind kind;

        /** For the server, and for fakes in tests. */
        public DatabaseException(Kind kind, String message, SQLException cause) {
            super(message, cause);
            this.kind = kind;
        }

        /** What a caller can do about it. */
        public Kind kind() {
            return kind;
        }
    }
}
