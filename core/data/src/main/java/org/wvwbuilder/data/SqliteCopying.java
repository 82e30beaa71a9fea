package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;
import org.wvwbuilder.plugin.DatabaseCopies.Progress;

/** Copies the SQLite file while others write to it. */
record SqliteCopying(SqliteFile file) implements Copying {
    /** 256 KiB a step: what the disk takes in a few milliseconds. */
    private static final int PAGES_A_STEP = 64;

    /** What may hold changes that are not in the database's own file yet. */
    private static final List<String> LOGS = List.of("-wal", "-journal");

    private static final List<String> ENDINGS = List.of("-wal", "-journal", "-shm");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NATIVE_TRIES = 300;

    @Override
    public String engine() {
        return "sqlite";
    }

    @Override
    public String suffix() {
        return "db";
    }

    @Override
    public Contents copy(Path target, boolean gently, Progress progress) throws IOException {
        refuseNothing();
        Files.createFile(target);
        try {
            return NativeWork.run("sqlite-copy", () -> {
                mark();
                var contents = copySnapshot(target, gently, progress);
                single(target);
                Durable.force(target);
                return contents;
            });
        } catch (IOException | RuntimeException failed) {
            for (var ending : List.of("", "-journal", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(target + ending));
            }
            throw failed;
        }
    }

    /** A drill works with the copy itself, which lies with the backups and is swept there. */
    @Override
    public void sweep() {}

    private void refuseNothing() throws IOException {
        if (Files.isRegularFile(file.path()) && Files.size(file.path()) > 0) return;
        throw new IOException("there is no database at " + file.path()
                + ": correct data.directory, or start the server once, or restore a backup");
    }

    private void mark() throws SQLException {
        try (var connection = file.migrations(PATIENCE).getConnection()) {
            Copying.mark(connection, new SecureRandom().nextLong() >>> 1);
        }
    }

    /**
     * The reading transaction stays open over all steps. So every step sees the same state, and a writer in between does
     * not make the copy begin again, which is what kept such copies from ever ending.
     */
    private Contents copySnapshot(Path target, boolean gently, Progress progress) throws SQLException, IOException {
        try (var reader = file.readers().getConnection();
                var statement = reader.createStatement();
                var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            statement.execute("begin");
            var contents = Copying.contents(engine(), reader, tables(reader));
            var pace = new Pace(channel, gently);
            int code = reader.unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup(
                            "main",
                            target.toString(),
                            (remaining, total) -> pace.step(() -> progress.at(total - remaining, total)),
                            10,
                            NATIVE_TRIES,
                            PAGES_A_STEP);
            statement.execute("commit");
            pace.check();
            if (code != 0) {
                throw new IOException("SQLite could not copy the database (its code is " + code
                        + "): see that the disk of " + target + " has room");
            }
            return contents;
        }
    }

    /** A copy is one file, without a log beside it. */
    private static void single(Path copy) throws SQLException {
        try (var connection = new SqliteFile(copy).plain();
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = delete");
        }
    }

    @Override
    public Contents prove(Path copy, Progress progress) throws IOException {
        if (!Files.isRegularFile(copy) || Files.size(copy) == 0) {
            throw new IOException("the copy " + copy + " is empty: take another");
        }
        return NativeWork.run("sqlite-proof", () -> {
            try (var connection = new SqliteFile(copy).readers().getConnection()) {
                progress.at(0, 2);
                refuse(
                        rows(connection, "pragma integrity_check", 1).stream()
                                .filter(line -> !line.equals("ok"))
                                .toList(),
                        "is damaged: ");
                progress.at(1, 2);
                refuse(rows(connection, "pragma foreign_key_check", 1), "has rows that refer to none, in ");
                progress.at(2, 2);
                return Copying.contents(engine(), connection, tables(connection));
            }
        });
    }

    private static void refuse(List<String> findings, String what) throws IOException {
        if (findings.isEmpty()) return;
        throw new IOException(
                "the copy " + what + findings.getFirst() + " (" + findings.size() + " findings): take another");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return rows(connection, """
                select name from sqlite_master
                where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name
                """, 1);
    }

    private static List<String> rows(Connection connection, String sql, int column) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) all.add(rows.getString(column));
        }
        return all;
    }

    /** The safety copy of a broken database has its log beside it. */
    @Override
    public void stage(Path copy, Path staged) throws IOException {
        for (var ending : List.of("", "-wal", "-shm", "-journal")) Files.deleteIfExists(Path.of(staged + ending));
        Files.copy(copy, staged);
        var log = Path.of(copy + "-wal");
        if (Files.exists(log)) Files.copy(log, Path.of(staged + "-wal"));
        NativeWork.run("sqlite-stage", () -> {
            single(staged);
            return null;
        });
    }

    /**
     * At every moment the name of the database stands for a whole one. The old one gets a second name first; its log is
     * written into it, or lies beside the second name, before the new one takes the first.
     */
    @Override
    public boolean swap(Path staged, Path safety) throws IOException {
        var database = file.path();
        // Interrupted after the swap: nothing is left to do.
        if (Files.notExists(staged)) return Files.exists(safety);
        boolean was = Files.exists(database);
        if (was) {
            if (Files.notExists(safety)) {
                fold();
                secondName(database, safety);
            }
            for (var log : LOGS) moveIfThere(Path.of(database + log), Path.of(safety + log));
            Files.deleteIfExists(Path.of(database + "-shm"));
        }
        Durable.move(staged, database);
        return was;
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public Contents inPlace() throws IOException {
        return prove(file.path(), (done, total) -> {});
    }

    /** Writes the log into the database and ends WAL mode, which succeeds only when nobody else has it open. */
    private void fold() throws IOException {
        NativeWork.run("sqlite-fold", () -> {
            try (var connection = file.migrations(PATIENCE).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = delete");
            } catch (SQLException error) {
                if (SqliteErrors.busy(error)) {
                    throw new UntouchedException(
                            "another gw2 command still uses the database: let it end, then restore again", error);
                }
                // A damaged one is kept as it is, its log beside it.
                if (!SqliteErrors.damaged(error)) {
                    throw new UntouchedException(
                            "what was written last cannot be put into the database from before (" + error.getMessage()
                                    + "): make room on the disk of " + file.path()
                                    + " and see that the server's account may write there, then restore again",
                            error);
                }
            }
            return null;
        });
    }

    private static void secondName(Path database, Path safety) throws IOException {
        try {
            Files.createLink(safety, database);
        } catch (UnsupportedOperationException | IOException noLinks) {
            var part = safety.resolveSibling(safety.getFileName() + ".part");
            Files.copy(database, part, StandardCopyOption.REPLACE_EXISTING);
            Durable.move(part, safety);
        }
        Durable.forceFolder(safety);
    }

    private static void moveIfThere(Path log, Path name) throws IOException {
        if (Files.exists(log)) Durable.move(log, name);
    }

    /** Moves it, so that what is written from now on is not written into a second name of the database, too. */
    @Override
    public void swapBack(Path safety) throws IOException {
        if (Files.exists(safety)) {
            for (var ending : ENDINGS) Files.deleteIfExists(Path.of(file.path() + ending));
            Durable.move(safety, file.path());
        }
        for (var log : LOGS) moveIfThere(Path.of(safety + log), Path.of(file.path() + log));
    }
}
