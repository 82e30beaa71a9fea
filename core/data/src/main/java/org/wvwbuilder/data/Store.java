package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Database;

/** A database of one engine, with what migrations need beside reading and writing. */
sealed interface Store extends Database, AutoCloseable permits SqliteStore, PostgresStore {

    /** Connections for migrations, with rights and settings of their own. */
    DataSource forMigrations();

    /** Runs the work while no other process migrates, nor this one writes. */
    void alone(Migration work) throws Fault, SQLException;

    /** The names of all tables and views, in lower case. */
    Set<String> tables(Connection connection) throws SQLException;

    /** Fails when a migration left something behind that the engine itself does not refuse. */
    void check(Connection migrating) throws SQLException;

    /**
     * Drops these, in an open transaction.
     *
     * @throws Fault when something that stays is built on one of them
     */
    void drop(Connection migrating, List<Thing> going) throws SQLException, Fault;

    /** Keeps the data as they are before a migration changes them, where that is ours to do. */
    void keep(String owner, int version) throws SQLException;

    /** What its connections are doing. */
    Traffic traffic();

    /** {@code SQLite 3.50}, split, and what it keeps on the disk. */
    DatabaseFacts facts(Connection connection) throws SQLException;

    @Override
    void close();

    /** What {@link #alone} runs. */
    @FunctionalInterface
    interface Migration {
        void run() throws Fault, SQLException;
    }
}
