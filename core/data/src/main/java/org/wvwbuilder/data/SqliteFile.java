package org.wvwbuilder.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Opens the SQLite file, for one purpose at a time. */
record SqliteFile(Path path) {

    /** How long SQLite itself waits: short, because it keeps the processor's thread meanwhile. We wait around it. */
    private static final int NATIVE_WAIT_MILLIS = 20;

    /** Past this the log file is cut back to size once it starts over. */
    private static final int LOG_BYTES = 64 << 20;

    /** The one connection that writes: every commit is on the disk when it returns. */
    Connection writer() throws SQLException {
        var settings = settings();
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(NATIVE_WAIT_MILLIS);
        return source(settings).getConnection();
    }

    /** Connections that cannot write. The file must exist. */
    SQLiteDataSource readers() {
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(2_000);
        settings.setGetGeneratedKeys(false);
        return source(settings);
    }

    /**
     * Connections for migrations. Foreign keys are checked at the end of each script and not before: with enforcement on,
     * to rebuild a table would delete what refers to it.
     */
    SQLiteDataSource migrations(Duration patience) {
        var settings = settings();
        settings.enforceForeignKeys(false);
        settings.setBusyTimeout((int) patience.toMillis());
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(settings);
    }

    /** For a file that nobody else uses: as SQLite does by default. */
    Connection plain() throws SQLException {
        return source(new SQLiteConfig()).getConnection();
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setJournalSizeLimit(LOG_BYTES);
        settings.setGetGeneratedKeys(false);
        return settings;
    }

    private SQLiteDataSource source(SQLiteConfig settings) {
        var source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }
}
