package org.wvwbuilder.server;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Launch;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database;

/** A database as an earlier release of a plugin left it, for the test of its next one. Reached by reflection, as {@link Bench}. */
public final class EarlierRelease {
    private static final String FOLDER = "META-INF/wvw/migrations/";

    private EarlierRelease() {}

    /**
     * Migrates an empty database version by version, and puts the rows of each version in before the next one.
     *
     * @param settings by their whole key, those of the database among them
     * @param plugin its id
     * @param scripts its migrations by version, each as its file's name and its text
     * @param rows statements that fill the tables, by the version that they fit
     * @return the plugin's tables that are empty at the end, sorted
     */
    public static List<String> leave(
            ModuleLayer ground,
            Path home,
            Path base,
            Map<String, String> settings,
            String plugin,
            SortedMap<Integer, Map.Entry<String, String>> scripts,
            Map<Integer, String> rows)
            throws Exception {
        Logging.quiet();
        var world = new World(ground, home, base);
        var configuration = Configuration.read(world, new Launch(Optional.empty(), settings));
        try (var data = DataHost.open(configuration.data(), configuration.database(), InstantSource.system())) {
            for (int version : scripts.keySet()) {
                data.migrate(new Released(plugin, scripts.headMap(version + 1)));
                if (rows.containsKey(version)) fill(data.database(), rows.get(version));
            }
            return data.database().read(connection -> empty(connection, plugin.replace('-', '_') + "_"));
        }
    }

    private static void fill(Database database, String sql) {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                // Not execute: of several statements SQLite's driver would run the first.
                return statement.executeUpdate(sql);
            }
        });
    }

    private static List<String> empty(Connection connection, String prefix) throws SQLException {
        var empty = new ArrayList<String>();
        var mine = prefix.replace("_", "\\_") + "%";
        try (var tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), mine, new String[] {"TABLE", "PARTITIONED TABLE"});
                var statement = connection.createStatement()) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var row = statement.executeQuery("select 1 from \"" + table + "\" limit 1")) {
                    if (!row.next()) empty.add(table);
                }
            }
        }
        empty.sort(null);
        return empty;
    }

    private record Released(String id, SortedMap<Integer, Map.Entry<String, String>> scripts) implements TableOwner {
        @Override
        public List<String> resources() {
            return scripts.values().stream()
                    .map(script -> FOLDER + script.getKey())
                    .toList();
        }

        @Override
        public Optional<InputStream> resource(String name) {
            return scripts.values().stream()
                    .filter(script -> name.equals(FOLDER + script.getKey()))
                    .map(script -> (InputStream)
                            new ByteArrayInputStream(script.getValue().getBytes(StandardCharsets.UTF_8)))
                    .findFirst();
        }
    }
}
