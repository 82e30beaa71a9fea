package org.wvwbuilder.data;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.testing.TestDatabase;

/** Opens the host on a test's database, and makes owners of tables out of strings. */
final class Fixture {
    private Fixture() {}

    static DataHost open(TestDatabase database) throws Fault {
        return open(database, Duration.ofSeconds(10));
    }

    static DataHost open(TestDatabase database, Duration patience) throws Fault {
        return DataHost.open(
                new DataConfig(database.directory(), 1),
                new DatabaseConfig(database.url(), database.user(), database.password(), 4, patience),
                InstantSource.system());
    }

    /** An owner with these scripts, by file name. */
    static TableOwner owner(String id, Map<String, String> scripts) {
        var files = new TreeMap<String, String>();
        scripts.forEach((name, sql) -> files.put("META-INF/wvw/migrations/" + name, sql));
        return new TableOwner() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<String> resources() {
                return List.copyOf(files.keySet());
            }

            @Override
            public Optional<InputStream> resource(String name) {
                return Optional.ofNullable(files.get(name))
                        .map(sql -> new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8)));
            }
        };
    }

    static void execute(Database database, String sql) {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    static long number(Database database, String sql) {
        return database.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }
}
