package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;
import org.wvwbuilder.plugin.DatabaseCopies.Progress;

/** Copies a PostgreSQL database with the programs that come with it. */
record PostgresCopying(DatabaseConfig config) implements Copying {
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
    public Contents copy(Path target, Progress progress) throws IOException {
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
        var scratch = "wvw_drill_" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        try (var connection = source().getConnection()) {
            progress.at(0, 2);
            create(connection, scratch);
            try {
                var words = List.of("--dbname=" + scratch, "--exit-on-error", "--single-transaction", copy.toString());
                PostgresPrograms.run(programs(connection).program("pg_restore", scratch, with(words)));
                progress.at(1, 2);
                return contentsOf(scratch);
            } finally {
                execute(connection, "drop database if exists " + scratch + " with (force)");
                progress.at(2, 2);
            }
        } catch (SQLException error) {
            throw refused(error);
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

    /** In one transaction, which ends only after all of the copy has been taken: so it is the old state or the new one. */
    @Override
    public boolean swap(Path staged, Path safety) throws IOException {
        try (var connection = source().getConnection()) {
            boolean was = !tables(connection).isEmpty();
            if (was && Files.notExists(safety)) {
                var part = safety.resolveSibling(safety.getFileName() + ".part");
                Files.deleteIfExists(part);
                PostgresPrograms.run(programs(connection)
                        .program("pg_dump", database(), with(List.of("--format=custom", "--file=" + part))));
                Durable.move(part, safety);
            }
            replace(connection, staged);
            return was;
        } catch (SQLException error) {
            throw refused(error);
        }
    }

    @Override
    public void swapBack(Path safety) throws IOException {
        try (var connection = source().getConnection()) {
            replace(connection, safety);
        } catch (SQLException error) {
            throw refused(error);
        }
    }

    private void replace(Connection connection, Path dump) throws SQLException, IOException {
        var programs = programs(connection);
        var errors = Files.createTempFile("wvw-restore", ".log");
        try {
            var writing = programs.program("psql", database(), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .start();
            try (var into = writing.getOutputStream()) {
                into.write(("begin;\n" + clearing(connection)).getBytes(StandardCharsets.UTF_8));
                var reading = programs.program("pg_restore", database(), with(List.of("--file=-", dump.toString())))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                reading.getOutputStream().close();
                reading.getInputStream().transferTo(into);
                PostgresPrograms.end(reading, "the dump cannot be read");
                into.write("\ncommit;\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                // Without the last line nothing is committed; why it broke, psql knows.
                writing.destroy();
                throw new IOException(
                        broken.getMessage() + ": " + Files.readString(errors).strip(), broken);
            }
            PostgresPrograms.end(writing, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    private static String clearing(Connection connection) throws SQLException {
        var lines = new StringBuilder();
        for (var table : list(connection, """
                select format('drop table if exists %I.%I cascade;', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname = current_schema()
                """)) lines.append(table).append('\n');
        return lines.toString();
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

    private static List<String> list(Connection connection, String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) all.add(rows.getString(1));
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
