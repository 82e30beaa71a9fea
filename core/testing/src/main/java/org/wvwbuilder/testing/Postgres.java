package org.wvwbuilder.testing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.plugin.Database;

/**
 * A real PostgreSQL server on a free loopback port, one for each process of tests: the machine's own where it is
 * installed, else one that comes from Maven Central. It ends with the process.
 */
public final class Postgres {
    private static Postgres shared;

    private final AtomicInteger count = new AtomicInteger();
    private final PostgresServer server;

    private Postgres(PostgresServer server) {
        this.server = server;
    }

    /** The one server, started when it is first asked for. */
    public static synchronized Postgres shared() {
        if (shared == null) shared = new Postgres(PostgresServer.start());
        return shared;
    }

    /** A server of its own, for a test that stops it. Close it. */
    public static PostgresServer another() {
        return PostgresServer.start();
    }

    /** A fresh database, whose settings go with the given data directory. */
    TestDatabase database(Path directory) {
        String name = "test_" + count.incrementAndGet();
        execute("create database " + name + " template template0");
        return new TestDatabase(
                Database.Engine.POSTGRESQL,
                directory,
                Optional.of(server.url(name)),
                Optional.of(server.user()),
                Optional.of(server.password()));
    }

    void drop(String url) {
        execute("drop database if exists " + url.substring(url.lastIndexOf('/') + 1) + " with (force)");
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError("PostgreSQL refused '" + sql + "': " + refused.getMessage(), refused);
        }
    }
}
