package org.wvwbuilder.plugin;

import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;

/**
 * The server's one database, SQLite or PostgreSQL. SQL that both engines understand is to be preferred; ask
 * {@link #engine()} where they differ. Work must be short: it holds a connection, and on SQLite the only writing one.
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Database {

    /** The engines that the server runs on. */
    enum Engine {
        SQLITE,
        POSTGRESQL
    }

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

    /** What to do with a connection. The server owns it: do not close, commit or roll back. */
    @FunctionalInterface
    interface Work<T> {
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

        public DatabaseException(Kind kind, String message, SQLException cause) {
            super(message, cause);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }
}
