package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Another program's SQLite database, to be read. What is read is a copy with its logs, private to this account and deleted
 * on closing: SQLite would write beside the original, and into it where a crash left a log.
 */
public final class OriginalFile implements AutoCloseable {
    private static final String FOLDER = ".import-";
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private final Path folder;
    private final Connection connection;
    private final Map<String, List<String>> tables;

    private OriginalFile(Path folder, Connection connection) throws SQLException {
        this.folder = folder;
        this.connection = connection;
        this.tables = Collections.unmodifiableMap(readTables());
    }

    /**
     * @param beside an existing folder with room for a copy
     * @throws IOException when it cannot be read, is no database, is damaged, or is being written; the message says what to do
     */
    public static OriginalFile open(Path file, Path beside) throws IOException {
        refuseOthers(file);
        FolderOwner.refuseOthers(beside, "import");
        sweep(beside);
        var folder = Files.createTempDirectory(beside, FOLDER);
        try {
            copy(file, folder.resolve("original.db"));
            return sound(file, folder);
        } catch (IOException | RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    private static void refuseOthers(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + ": give the path of the original's database.");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("This account may not read " + file + ": let it, or copy the file.");
        }
        try (var in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) return;
        }
        throw new IOException(file + " is no SQLite database: give the .db file of the original.");
    }

    private static void copy(Path file, Path to) throws IOException {
        var before = state(file);
        for (var ending : List.of("", "-wal", "-journal")) {
            var part = Path.of(file + ending);
            if (Files.exists(part)) Files.copy(part, Path.of(to + ending));
        }
        if (!state(file).equals(before)) {
            throw new IOException(file + " is being written: stop the original's server, then import again.");
        }
    }

    private static List<Object> state(Path file) throws IOException {
        var state = new ArrayList<Object>();
        for (var ending : List.of("", "-wal", "-journal")) {
            var part = Path.of(file + ending);
            if (Files.exists(part)) state.addAll(List.of(part, Files.size(part), Files.getLastModifiedTime(part)));
        }
        return state;
    }

    private static OriginalFile sound(Path file, Path folder) throws IOException {
        try {
            var connection = new SqliteFile(folder.resolve("original.db")).plain();
            try {
                var opened = new OriginalFile(folder, connection);
                var found = opened.first("pragma integrity_check(1)");
                if (found.equals("ok")) return opened;
                throw damaged(file, found);
            } catch (IOException | SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException unreadable) {
            throw damaged(file, unreadable.getMessage());
        }
    }

    private static IOException damaged(Path file, String found) {
        return new IOException(
                file + " is damaged (" + found.lines().reduce("", (one, next) -> (one + " " + next).strip())
                        + "): import a backup of it, or repair it with 'sqlite3 FILE .recover'.");
    }

    /** The tables and their columns. */
    public Map<String, List<String>> tables() {
        return tables;
    }

    public long rows(String table) {
        try {
            return Long.parseLong(first("select count(*) from " + quoted(table)));
        } catch (SQLException e) {
            throw new IllegalStateException("the table " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Goes through a table in the order of its first column.
     *
     * @param reading takes the values by their columns: texts, numbers, and bytes, also for a text that is not UTF-8; NULL is
     *     left out
     */
    public void each(String table, Consumer<Map<String, Object>> reading) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + quoted(table) + " order by 1")) {
            while (row.next()) reading.accept(values(row));
        } catch (SQLException e) {
            throw new IllegalStateException("the table " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> values(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var values = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = row.getObject(i);
            if (value == null) continue;
            values.put(columns.getColumnName(i), value instanceof String ? text(row.getBytes(i)) : value);
        }
        return values;
    }

    /** SQLite takes any bytes for a text. */
    private static Object text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return bytes;
        }
    }

    private Map<String, List<String>> readTables() throws SQLException {
        var found = new LinkedHashMap<String, List<String>>();
        for (var name :
                all("select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by 1", 1)) {
            found.put(name, List.copyOf(all("pragma table_info(" + quoted(name) + ")", 2)));
        }
        return found;
    }

    private String first(String sql) throws SQLException {
        return all(sql, 1).getFirst();
    }

    private List<String> all(String sql, int column) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(rows.getString(column));
            return all;
        }
    }

    private static String quoted(String table) {
        return '"' + table.replace("\"", "\"\"") + '"';
    }

    /** Copies that a killed process left hold the hashes of passwords. */
    private static void sweep(Path beside) throws IOException {
        try (var left = Files.newDirectoryStream(beside, FOLDER + "*")) {
            for (var folder : left) delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) Files.delete(file);
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the copy of the original cannot be closed: " + e.getMessage(), e);
        } finally {
            delete(folder);
        }
    }
}
