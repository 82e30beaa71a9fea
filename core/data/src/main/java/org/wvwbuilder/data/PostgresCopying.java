package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;
import org.wvwbuilder.plugin.DatabaseCopies.Progress;

/** Copies a PostgreSQL database with the programs that come with it. */
record PostgresCopying(DatabaseConfig config) implements Copying {
    /** psql's exit code when a statement failed, after which it leaves without a commit. */
    private static final int REFUSED_BY_SCRIPT = 3;

    /** For the end of another drill, or of the connection of one that was killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String[] PLAIN = {"--no-owner", "--no-privileges"};

    @Override
    public String engine() {
        return "postgresql";
    }

    @Override
    public String suffix() {
        return "dump";
    }

    private PGSimpleDataSource source() {
        return PostgresStore.source(config, 0);
    }

    private PostgresPrograms programs(Connection connection) throws SQLException {
        return new PostgresPrograms(source(), connection.getMetaData().getDatabaseMajorVersion());
    }

    /** The rows are counted in the very snapshot that is dumped. */
    @Override
    public Contents copy(Path target, boolean gently, Progress progress) throws IOException {
        Files.createFile(target);
        try (var connection = source().getConnection()) {
            Copying.mark(connection, new SecureRandom().nextLong() >>> 1);
            progress.at(0, 1);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var snapshot = list(connection, "select pg_export_snapshot()").getFirst();
            var contents = Copying.contents(engine(), connection, tables(connection));
            var words = List.of("--format=custom", "--snapshot=" + snapshot, "--file=" + target);
            PostgresPrograms.run(programs(connection).program("pg_dump", database(), with(words)));
            connection.rollback();
            Durable.force(target);
            progress.at(1, 1);
            return contents;
        } catch (SQLException error) {
            Files.deleteIfExists(target);
            throw refused(error);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(target);
            throw failed;
        }
    }

    /** Restores it into a database of its own, which is gone afterwards. */
    @Override
    public Contents prove(Path copy, Progress progress) throws IOException {
        try (var connection = source().getConnection()) {
            progress.at(0, 2);
            var scratch = scratch(connection);
            occupy(connection, scratch);
            // One that was killed left all of the data behind.
            drop(connection, scratch);
            create(connection, scratch);
            try {
                var words = List.of("--dbname=" + scratch, "--exit-on-error", "--single-transaction", copy.toString());
                PostgresPrograms.run(programs(connection).program("pg_restore", scratch, with(words)));
                progress.at(1, 2);
                return contentsOf(scratch);
            } finally {
                drop(connection, scratch);
                progress.at(2, 2);
            }
        } catch (SQLException error) {
            throw refused(error);
        }
    }

    /** It ends with the connection, and so with the process, however that ends. */
    private static void occupy(Connection connection, String scratch) throws SQLException {
        execute(connection, "set lock_timeout = " + PATIENCE.toMillis());
        list(connection, "select pg_advisory_lock(hashtextextended(?, 0))", scratch);
    }

    @Override
    public void sweep() throws IOException {
        try (var connection = source().getConnection()) {
            var scratch = scratch(connection);
            if (list(connection, "select datname from pg_database where datname = ?", scratch)
                    .isEmpty()) return;
            var free = list(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))::text", scratch);
            if (free.getFirst().equals("true")) drop(connection, scratch);
        } catch (SQLException error) {
            throw refused(error);
        }
    }

    @Override
    public boolean reachable() {
        try {
            source().getConnection().close();
            return true;
        } catch (SQLException down) {
            return false;
        }
    }

    @Override
    public Contents inPlace() throws IOException {
        try {
            return contentsOf(database());
        } catch (SQLException error) {
            throw refused(error);
        }
    }

    private Contents contentsOf(String scratch) throws SQLException {
        var source = source();
        source.setDatabaseName(scratch);
        try (var connection = source.getConnection()) {
            return Copying.contents(engine(), connection, tables(connection));
        }
    }

    /** A name that no other server's drill has, and this one's always: there is only one drill at a time. */
    private String scratch(Connection connection) throws SQLException {
        var whose = database() + "." + PostgresSchema.of(connection).name();
        return "wvw_drill_"
                + UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    private static void drop(Connection connection, String scratch) throws SQLException {
        execute(connection, "drop database if exists " + scratch + " with (force)");
    }

    private static void create(Connection connection, String scratch) throws SQLException, IOException {
        try {
            execute(connection, "create database " + scratch + " template template0");
        } catch (SQLException error) {
            if (!"42501".equals(error.getSQLState())) throw error;
            throw new IOException(
                    "the role may not make the scratch database of the drill: as an administrator of PostgreSQL, ALTER ROLE "
                            + connection.getMetaData().getUserName() + " CREATEDB",
                    error);
        }
    }

    @Override
    public void stage(Path copy, Path staged) throws IOException {
        Files.deleteIfExists(staged);
        Files.copy(copy, staged);
    }

    /** In one transaction, which ends only after all of the copy has been taken: so it is the old state or the new one. */
    @Override
    public boolean swap(Path staged, Path safety) throws IOException {
        boolean again = Files.exists(safety);
        try (var connection = source().getConnection()) {
            boolean was = again || !tables(connection).isEmpty();
            if (was && !again) keep(connection, safety);
            replace(connection, staged);
            return was;
        } catch (SQLException error) {
            throw refused(error);
        } catch (UntouchedException untouched) {
            // An earlier try may have committed before it was killed.
            throw again ? new IOException(untouched.getMessage(), untouched) : untouched;
        }
    }

    private void keep(Connection connection, Path safety) throws SQLException, IOException {
        var part = safety.resolveSibling(safety.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            PostgresPrograms.run(programs(connection)
                    .program("pg_dump", database(), with(List.of("--format=custom", "--file=" + part))));
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw new UntouchedException("the database from before could not be kept: " + failed.getMessage(), failed);
        }
        Durable.move(part, safety);
    }

    @Override
    public void swapBack(Path safety) throws IOException {
        try (var connection = source().getConnection()) {
            replace(connection, safety);
        } catch (SQLException error) {
            throw refused(error);
        }
    }

    /**
     * Only what stands in the server's own schema is taken from the dump: the schema itself is there, and what others keep
     * beside it is theirs.
     */
    private void replace(Connection connection, Path dump) throws SQLException, IOException {
        var programs = programs(connection);
        var schema = PostgresSchema.of(connection);
        var errors = Files.createTempFile("wvw-restore", ".log");
        try {
            var reading = programs.program(
                            "pg_restore",
                            database(),
                            with(List.of("--schema=" + schema.name(), "--file=-", dump.toString())))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            var writing = programs.program("psql", database(), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile());
            feed(reading, writing.start(), schema.clearing(), errors);
        } finally {
            Files.delete(errors);
        }
    }

    private static void feed(ProcessBuilder reading, Process writing, String clearing, Path errors) throws IOException {
        try {
            write(reading, writing, clearing, errors);
            PostgresPrograms.end(writing, () -> Files.readString(errors));
        } catch (UntouchedException untouched) {
            throw untouched;
        } catch (IOException failed) {
            if (writing.isAlive() || writing.exitValue() != REFUSED_BY_SCRIPT) throw failed;
            throw new UntouchedException(failed.getMessage(), failed);
        }
    }

    private static void write(ProcessBuilder reading, Process writing, String clearing, Path errors)
            throws IOException {
        try (var into = writing.getOutputStream()) {
            into.write(("begin;\n" + clearing).getBytes(StandardCharsets.UTF_8));
            PostgresPrograms.pipe(reading, into);
            into.write("\ncommit;\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            // Without the last line nothing is committed. Why it stopped reading, psql knows.
            PostgresPrograms.end(writing, () -> Files.readString(errors));
            throw new UntouchedException(broken.getMessage(), broken);
        }
    }

    private String database() {
        return source().getDatabaseName();
    }

    private static String[] with(List<String> words) {
        var all = new ArrayList<>(List.of(PLAIN));
        all.addAll(words);
        return all.toArray(String[]::new);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return list(connection, """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname = current_schema() order by 1
                """);
    }

    private static List<String> list(Connection connection, String sql, Object... values) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IOException refused(SQLException error) {
        return new IOException(
                "PostgreSQL refuses: " + error.getMessage() + "; see that it is up and that the role may do it", error);
    }
}
