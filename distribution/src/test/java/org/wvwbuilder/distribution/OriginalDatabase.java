package org.wvwbuilder.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes databases as the original left them. */
final class OriginalDatabase {
    static final String PASSWORD = "Frontend123!";

    private OriginalDatabase() {}

    static Path in(Path folder) throws IOException, SQLException {
        var file = Files.createDirectories(folder.resolve("original")).resolve("gw2_wvwbuilder.db");
        try (var connection = open(file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(Files.readString(Path.of("src/test/resources/original.sql")));
        }
        return file;
    }

    static void change(Path file, String sql) throws SQLException {
        try (var connection = open(file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
