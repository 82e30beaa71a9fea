package org.wvwbuilder.data;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.wvwbuilder.kernel.Fault;

/** Somebody's PostgreSQL: one pool reads snapshots, another writes. */
final class PostgresStore implements Store {

    /** Any number, the same on every node. */
    private static final long MIGRATION_LOCK = 0x7776_7762_7569_6c64L;

    private final DatabaseConfig config;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final Nesting nesting = new Nesting();

    PostgresStore(DatabaseConfig config) throws Fault {
        this.config = config;
        var reading = Pool.settings("postgresql-readers", source(), config.connections(), config.patience());
        reading.setAutoCommit(false);
        reading.setReadOnly(true);
        reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        var writing = Pool.settings("postgresql-writers", source(), config.connections(), config.patience());
        writing.setAutoCommit(false);
        writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try {
            this.writers = Pool.open(writing);
            this.readers = Pool.open(reading);
        } catch (PoolInitializationException refused) {
            throw new Fault(
                    "PostgreSQL at " + config.url().orElseThrow() + " does not let us in: "
                            + refused.getCause().getMessage(),
                    "start it, or correct database.url, database.user and database.password",
                    refused);
        }
    }

    private PGSimpleDataSource source() {
        // Beyond this the server counts as gone, even when it does not close the connection.
        return source(config, 60);
    }

    /** @param timeout seconds that an answer may take; 0 for any */
    static PGSimpleDataSource source(DatabaseConfig config, int timeout) {
        var source = new PGSimpleDataSource();
        source.setUrl(config.url().orElseThrow());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        source.setApplicationName("wvw-builder");
        source.setConnectTimeout(5);
        source.setSocketTimeout(timeout);
        source.setTcpKeepAlive(true);
        return source;
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public <T> T read(Work<T> work) {
        return nesting.once(() -> transaction(readers, work));
    }

    @Override
    public <T> T write(Work<T> work) {
        return nesting.once(() -> transaction(writers, work));
    }

    private static <T> T transaction(HikariDataSource pool, Work<T> work) {
        Pool.check(pool);
        try (var connection = pool.getConnection()) {
            try {
                T result = LentConnection.lend(connection, work);
                connection.commit();
                return result;
            } catch (Throwable failed) {
                rollBack(connection, failed);
                throw failed;
            }
        } catch (SQLException error) {
            throw PostgresErrors.translate(error);
        }
    }

    private static void rollBack(Connection connection, Throwable failed) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
        }
    }

    @Override
    public DataSource forMigrations() {
        return source(config, 0);
    }

    /** Holds a lock of the server, so that of several nodes that start together one migrates. */
    @Override
    public void alone(Migration work) throws Fault, SQLException {
        try (var connection = forMigrations().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + MIGRATION_LOCK + ")");
            work.run();
        }
    }

    @Override
    public Set<String> tables(Connection connection) throws SQLException {
        var names = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select lower(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname = current_schema()
                        """)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    @Override
    public DatabaseFacts facts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('server_version'), pg_database_size(current_database())")) {
            row.next();
            var version = row.getString(1).replaceFirst(" .*", "");
            return new DatabaseFacts("PostgreSQL", version, row.getLong(2), Collections.emptySortedMap());
        }
    }

    /** PostgreSQL checks everything by itself. */
    @Override
    public void check(Connection migrating) {}

    @Override
    public void drop(Connection migrating, List<Thing> going) throws SQLException, Fault {
        PostgresDropping.drop(migrating, going);
    }

    /** To copy a whole PostgreSQL is its operator's business; a failed migration leaves nothing behind. */
    @Override
    public void keep(String owner, int version) {}

    @Override
    public Traffic traffic() {
        return new Traffic(
                Traffic.active(readers), Traffic.waiting(readers), Traffic.active(writers), Traffic.waiting(writers));
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
