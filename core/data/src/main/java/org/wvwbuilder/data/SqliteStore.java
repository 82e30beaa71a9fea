package org.wvwbuilder.data;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sqlite.SQLiteConnection;
import org.wvwbuilder.kernel.Fault;

/** SQLite in a file of ours: one connection writes, a pool reads, and neither waits for the other. */
final class SqliteStore implements Store {
    static final String FILE = "gw2_wvwbuilder.db";

    private static final System.Logger LOG = System.getLogger(SqliteStore.class.getName());
    private static final ReentrantLock MIGRATING = new ReentrantLock();

    /** How long a reader stays that nobody needs: each keeps 2 MB of pages and its statements. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final SqliteFile file;
    private final Duration patience;
    private final SqliteWriter writer;
    private final HikariDataSource readers;

    /** By the reader that they belong to. */
    private final Map<SQLiteConnection, StatementCache> caches = new ConcurrentHashMap<>();

    private final Nesting nesting = new Nesting();
    private volatile Consumer<String> damage = what -> {};

    SqliteStore(Path directory, int connections, Duration patience) throws SQLException {
        this.file = new SqliteFile(directory.resolve(FILE));
        this.patience = patience;
        prepare();
        // First the writer: it makes the file, and readers cannot.
        this.writer = new SqliteWriter(file, patience);
        var settings = Pool.settings("sqlite-readers", file.readers(), connections, patience);
        settings.setReadOnly(true);
        settings.setIdleTimeout(REST.toMillis());
        settings.setMaxLifetime(0);
        this.readers = Pool.open(settings);
    }

    /** A new file can give free pages back one by one, which must be settled before anything is in it. */
    private void prepare() throws SQLException {
        if (Files.exists(file.path())) return;
        try (var connection = file.plain();
                var statement = connection.createStatement()) {
            statement.execute("pragma auto_vacuum = incremental");
            statement.execute("pragma journal_mode = wal");
        }
    }

    /** Writes the file anew, so that it is small and can give pages back from now on. Writers wait meanwhile. */
    void rewrite() throws SQLException, Fault {
        writer.pause(() -> {
            try (var connection = forMigrations().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("pragma auto_vacuum = incremental");
                statement.execute("vacuum");
            }
        });
    }

    SqliteFile file() {
        return file;
    }

    @Override
    public DatabaseFacts facts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select sqlite_version()")) {
            row.next();
            return new DatabaseFacts("SQLite", row.getString(1), bytes(), Collections.emptySortedMap());
        }
    }

    private long bytes() {
        var log = file.path().resolveSibling(FILE + "-wal").toFile();
        return file.path().toFile().length() + log.length();
    }

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public <T> T read(Work<T> work) {
        return nesting.once(() -> {
            Pool.check(readers);
            try (var pooled = readers.getConnection()) {
                return snapshot(cache(pooled.unwrap(SQLiteConnection.class)), work);
            } catch (SQLException error) {
                throw told(SqliteErrors.translate(error));
            }
        });
    }

    /** Whom to tell when the file turns out to be damaged. */
    void onDamage(Consumer<String> listener) {
        damage = listener;
    }

    private DatabaseException told(DatabaseException failure) {
        if (SqliteErrors.isMalformed(failure.getCause()))
            damage.accept(failure.getCause().getMessage());
        return failure;
    }

    private StatementCache cache(SQLiteConnection reader) throws SQLException {
        var known = caches.get(reader);
        if (known != null) return known;
        // The pool replaces a reader that broke.
        for (var other : caches.keySet()) {
            if (other.isClosed()) caches.remove(other);
        }
        return caches.computeIfAbsent(reader, StatementCache::new);
    }

    /** A deferred transaction: the first query takes the snapshot, the others see the same. */
    private static <T> T snapshot(StatementCache statements, Work<T> work) throws SQLException {
        statements.execute("begin");
        try {
            T result = LentConnection.lend(statements, work);
            statements.execute("commit");
            return result;
        } catch (Throwable failed) {
            rollBack(statements, failed);
            throw failed;
        }
    }

    /** SQLite has sometimes rolled back by itself already. */
    private static void rollBack(StatementCache statements, Throwable failed) {
        try {
            statements.execute("rollback");
        } catch (SQLException error) {
            failed.addSuppressed(error);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return nesting.once(() -> {
            try {
                // Bound for the writer's thread, too, which does the work.
                return writer.write(connection -> nesting.once(() -> work.run(connection)));
            } catch (DatabaseException failure) {
                throw told(failure);
            }
        });
    }

    @Override
    public DataSource forMigrations() {
        return file.migrations(patience);
    }

    @Override
    public void alone(Migration work) throws Fault, SQLException {
        var lock = file.path().resolveSibling("migration.lock");
        // A lock of a file is the process', not the thread's.
        MIGRATING.lock();
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            writer.pause(work);
        } catch (IOException error) {
            throw new Fault(
                    "the lock " + lock + " cannot be taken: " + error.getMessage(),
                    "let the server's user write to " + lock.getParent(),
                    error);
        } finally {
            MIGRATING.unlock();
        }
    }

    @Override
    public Set<String> tables(Connection connection) throws SQLException {
        var names = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select lower(name) from sqlite_master
                        where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'
                        """)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    @Override
    public void check(Connection migrating) throws SQLException {
        try (var statement = migrating.createStatement();
                var broken = statement.executeQuery("pragma foreign_key_check")) {
            if (broken.next()) {
                throw new SQLException("a row of table " + broken.getString(1) + " refers to a row of table "
                        + broken.getString(3) + " that does not exist");
            }
        }
    }

    /** One after the other: keys that refer to each other are not looked at meanwhile. */
    @Override
    public void drop(Connection migrating, List<Thing> going) throws SQLException, Fault {
        var names = going.stream().map(Thing::plainName).collect(Collectors.toSet());
        try (var statement = migrating.createStatement()) {
            // A table without rows passes the check of keys, and could not be written to afterwards.
            try (var keys = statement.executeQuery("""
                    select lower(m.name), lower(k."table")
                    from sqlite_master m, pragma_foreign_key_list(m.name) k where m.type = 'table'
                    """)) {
                while (keys.next()) {
                    if (!names.contains(keys.getString(2)) || names.contains(keys.getString(1))) continue;
                    throw new Fault(
                            "the table " + keys.getString(1) + " stays and refers to " + keys.getString(2)
                                    + ", so nothing was deleted",
                            "purge the plugin that it belongs to first, or drop it by hand");
                }
            }
            for (var thing : going) {
                statement.execute("drop " + thing.kind().word() + " if exists " + thing.quoted());
            }
        }
    }

    @Override
    public void keep(String owner, int version) throws SQLException {
        new SafetyCopy(file).take(owner, version);
    }

    @Override
    public Traffic traffic() {
        return new Traffic(Traffic.active(readers), Traffic.waiting(readers), writer.busy() ? 1 : 0, writer.waiting());
    }

    @Override
    public void close() {
        readers.close();
        try {
            writer.close();
        } catch (SQLException error) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the database was not closed cleanly; nothing is lost, the next start repairs it",
                    error);
        }
    }
}
