package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalFileTests {
    @TempDir
    Path folder;

    private Path made(String... sql) throws SQLException {
        var file = folder.resolve("old.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var one : sql) statement.execute(one);
        }
        return file;
    }

    private List<Map<String, Object>> rows(Path file, String table) throws IOException {
        var rows = new ArrayList<Map<String, Object>>();
        try (var original = OriginalFile.open(file, folder)) {
            original.each(table, rows::add);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void textsNumbersAndWhatIsNoTextAreToldApart(String encoding) throws Exception {
        var file = made(
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE \"odd \"\"table\" (id INTEGER PRIMARY KEY, name VARCHAR, size INTEGER)",
                "INSERT INTO \"odd \"\"table\" VALUES (2, 'Été 😀', NULL), (1, X'ff', 30)");
        var rows = rows(file, "odd \"table");
        assertThat(rows).extracting(row -> row.get("id")).containsExactly(1, 2);
        assertThat(rows.getFirst().get("name")).isEqualTo(new byte[] {-1});
        assertThat(rows.getLast()).isEqualTo(Map.of("id", 2, "name", "Été 😀"));
    }

    @Test
    void aTextThatIsNotUtf8ComesAsBytes() throws Exception {
        var file = made("CREATE TABLE t (name TEXT)", "INSERT INTO t VALUES (CAST(X'62e97274' AS TEXT))");
        assertThat(rows(file, "t").getFirst().get("name")).isEqualTo(new byte[] {0x62, (byte) 0xe9, 0x72, 0x74});
    }

    /** A server that was killed leaves its last changes in the log. */
    @Test
    void whatStandsInTheLogIsReadAndTheOriginalStaysAsItIs() throws Exception {
        var file = made("PRAGMA journal_mode = WAL", "CREATE TABLE t (id INTEGER)");
        var killed = Files.createDirectory(folder.resolve("killed")).resolve("old.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO t VALUES (1)");
            for (var ending : List.of("", "-wal")) Files.copy(Path.of(file + ending), Path.of(killed + ending));
        }
        var log = Files.readAllBytes(Path.of(killed + "-wal"));
        assertThat(rows(killed, "t")).hasSize(1);
        assertThat(Files.readAllBytes(Path.of(killed + "-wal"))).isEqualTo(log);
        try (var files = Files.list(killed.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void copiesThatAKilledImportLeftGo() throws Exception {
        var file = made("CREATE TABLE t (id INTEGER)");
        Files.writeString(Files.createDirectory(folder.resolve(".import-1")).resolve("original.db"), "hashes");
        assertThatThrownBy(() -> OriginalFile.open(folder.resolve("none.db"), folder))
                .hasMessageContaining("no file");
        OriginalFile.open(file, folder).close();
        try (var left = Files.newDirectoryStream(folder, ".import-*")) {
            assertThat(left).isEmpty();
        }
    }
}
