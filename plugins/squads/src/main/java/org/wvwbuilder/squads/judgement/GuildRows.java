package org.wvwbuilder.squads.judgement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/** One kind of what a guild judges: the shipped rows, with the guild's own in their places. */
final class GuildRows<T> {
    private static final int MOST = 500;

    private final String name;
    private final Database database;
    private final Function<Connection, GuildTable<T>> tables;
    private final Function<T, String> id;
    private final Map<String, T> shipped = new LinkedHashMap<>();

    /** @param name of one row, as a sentence begins: {@code This archetype} */
    GuildRows(
            String name,
            Database database,
            Function<Connection, GuildTable<T>> tables,
            List<T> shipped,
            Function<T, String> id) {
        this.name = name;
        this.database = database;
        this.tables = tables;
        this.id = id;
        for (var row : shipped) this.shipped.put(id.apply(row), row);
    }

    String name() {
        return name;
    }

    List<Judged<T>> all() {
        var all = new LinkedHashMap<String, Judged<T>>();
        shipped.forEach((key, row) -> all.put(key, Judged.shipped(row)));
        for (var row : database.read(connection -> tables.apply(connection).all())) {
            all.put(id.apply(row.value()), row);
        }
        return new ArrayList<>(all.values());
    }

    /** As the guild judges today. */
    List<T> values() {
        return all().stream().map(Judged::value).toList();
    }

    Optional<Judged<T>> find(String key) {
        return database.read(connection -> find(connection, key));
    }

    private Optional<Judged<T>> find(Connection connection, String key) throws SQLException {
        return tables.apply(connection)
                .find(key)
                .or(() -> Optional.ofNullable(shipped.get(key)).map(Judged::shipped));
    }

    /**
     * Saves rows of the guild in one transaction.
     *
     * @param condition gets what is there before, if anything, and may refuse with a {@link Problem}
     */
    void put(List<Judged<T>> rows, String by, Instant at, Consumer<Optional<Judged<T>>> condition) {
        database.write(connection -> {
            var table = tables.apply(connection);
            for (var row : rows) {
                condition.accept(find(connection, id.apply(row.value())));
                table.put(row, by, at);
            }
            if (table.all().size() > MOST) {
                throw new Problem(409, "too-many-rows", "A guild has at most 500 rows of its own. Remove some first.");
            }
            return null;
        });
    }

    /** Takes the guild's row back: the shipped one counts again, if there is one. */
    void reset(String key, Consumer<Judged<T>> condition) {
        database.write(connection -> {
            condition.accept(find(connection, key).orElseThrow(() -> Problem.notFound(name)));
            return tables.apply(connection).delete(key);
        });
    }
}
