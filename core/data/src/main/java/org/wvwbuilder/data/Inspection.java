package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.sqlite.SQLiteConfig;
import org.wvwbuilder.kernel.Fault;

/** Reads a whole SQLite file and says what is damaged in it. Changes nothing, and keeps nobody from writing. */
public final class Inspection {
    private static final int MOST = 20;

    private Inspection() {}

    /**
     * What is wrong, each in one line; empty when the file is sound.
     *
     * @param inUse whether a server has it open; otherwise nothing is made beside the file
     * @throws InterruptedException when the thread is told to stop, which ends the reading
     */
    public static List<String> of(Path file, boolean inUse) throws InterruptedException {
        try (var connection = open(file, inUse)) {
            return of(connection);
        } catch (SQLException | IOException unreadable) {
            return List.of(unreadable.getMessage());
        }
    }

    /**
     * What PostgreSQL says about itself.
     *
     * @throws Fault when it does not let us in
     */
    public static DatabaseFacts of(DatabaseConfig config) throws Fault {
        try (var store = new PostgresStore(config)) {
            return store.read(store::facts);
        }
    }

    static Connection open(Path file, boolean inUse) throws SQLException, IOException {
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(2_000);
        var log = file.resolveSibling(file.getFileName() + "-wal");
        // Without a log to read there is no need for SQLite to make files beside it.
        boolean alone = !inUse && (!Files.exists(log) || Files.size(log) == 0);
        var address = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toString().replace("file:///", "file:/");
        return settings.createConnection(address + (alone ? "?immutable=1" : ""));
    }

    /** On a thread of its own: SQLite keeps the processor's thread meanwhile, and virtual ones share a few of those. */
    static List<String> of(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            var found = new CompletableFuture<List<String>>();
            Thread.ofPlatform().daemon().name("inspection").start(() -> {
                try {
                    found.complete(read(statement));
                } catch (SQLException unreadable) {
                    found.completeExceptionally(unreadable);
                }
            });
            return await(found, statement);
        }
    }

    private static List<String> await(CompletableFuture<List<String>> found, Statement statement)
            throws SQLException, InterruptedException {
        try {
            return found.get();
        } catch (InterruptedException stop) {
            statement.cancel();
            found.exceptionally(ended -> List.of()).join();
            throw stop;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException unreadable) throw unreadable;
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static List<String> read(Statement statement) throws SQLException {
        var complaints = new ArrayList<String>();
        try (var rows = statement.executeQuery("pragma integrity_check(" + MOST + ")")) {
            while (rows.next()) {
                if (!rows.getString(1).equals("ok")) complaints.add(rows.getString(1));
            }
        }
        if (!complaints.isEmpty()) return complaints;
        try (var rows = statement.executeQuery("pragma foreign_key_check")) {
            while (rows.next() && complaints.size() < MOST) {
                complaints.add("row " + rows.getLong(2) + " of table " + rows.getString(1)
                        + " refers to a row of table " + rows.getString(3) + " that does not exist");
            }
        }
        return complaints;
    }
}
