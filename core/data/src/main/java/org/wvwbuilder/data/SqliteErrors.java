package org.wvwbuilder.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;

/** Says what SQLite's errors mean to a caller. */
final class SqliteErrors {
    private static final String REMEDY =
            "stop the server, keep a copy of its data folder, and restore the newest verified backup with"
                    + " 'gw2 restore'";

    private static final String DISK = "look for its errors in 'journalctl -k', and move the data to a sound one";

    private SqliteErrors() {}

    static DatabaseException translate(SQLException error) {
        return new DatabaseException(kind(error), words(error), error);
    }

    private static String words(SQLException error) {
        if (isMalformed(error)) return "the database is damaged (" + error.getMessage() + "); " + REMEDY;
        if (isFromDisk(error)) return "the disk failed (" + error.getMessage() + "); " + DISK;
        return "SQLite: " + error.getMessage();
    }

    /** What somebody met who only read or wrote: the file is not what SQLite made. */
    static boolean isMalformed(Throwable error) {
        return error instanceof SQLiteException known
                && switch (known.getResultCode().code & 0xff) {
                    case 11, 26 -> true; // CORRUPT, NOTADB
                    default -> false;
                };
    }

    private static boolean isFromDisk(SQLException error) {
        return error instanceof SQLiteException known
                && (known.getResultCode().code & 0xff) == 10
                && known.getResultCode() != SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }

    static boolean busy(SQLException error) {
        return kind(error) == Kind.BUSY;
    }

    /** Whether the file itself is not what it should be: ERROR for a header of no known format, CORRUPT, NOTADB. */
    static boolean damaged(SQLException error) {
        if (!(error instanceof SQLiteException known)) return false;
        return switch (known.getResultCode().code & 0xff) {
            case 1, 11, 26 -> true;
            default -> false;
        };
    }

    private static Kind kind(SQLException error) {
        if (error instanceof SQLTransientConnectionException) return Kind.BUSY;
        if (!(error instanceof SQLiteException known)) return Kind.DEFECT;
        if (known.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) return Kind.FULL;
        // The low byte is the family, the others tell more.
        return switch (known.getResultCode().code & 0xff) {
            case 5, 6 -> Kind.BUSY; // BUSY, LOCKED
            case 13 -> Kind.FULL;
            case 19 -> Kind.CONSTRAINT;
            case 10, 11, 14, 26 -> Kind.UNAVAILABLE; // IOERR, CORRUPT, CANTOPEN, NOTADB
            default -> Kind.DEFECT;
        };
    }
}
