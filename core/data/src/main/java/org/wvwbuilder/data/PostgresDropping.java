package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wvwbuilder.kernel.Fault;

/**
 * Drops what depends on each other in whatever way: all of a kind at once, as tables refer to each other, and a kind on which
 * another one stands after that one. Never with {@code cascade}, which would take columns and keys of others along.
 */
final class PostgresDropping {
    /** How long requests of others, and a dump, may stand in the way. */
    private static final int PATIENCE_SECONDS = 30;

    private static final String OTHERS_DEPEND = "2BP01";

    private PostgresDropping() {}

    /** @throws Fault when something that stays is built on one of them */
    static void drop(Connection connection, List<Thing> going) throws SQLException, Fault {
        var left = byKind(going);
        execute(connection, "set local lock_timeout = '" + PATIENCE_SECONDS + "s'");
        while (!left.isEmpty()) {
            int before = left.size();
            var refusal = Optional.<SQLException>empty();
            for (var kind : List.copyOf(left.keySet())) {
                var why = attempt(connection, "drop " + kind.word() + " " + String.join(", ", left.get(kind)));
                if (why.isEmpty()) left.remove(kind);
                else refusal = why;
            }
            if (left.size() == before) throw builtOn(refusal.orElseThrow());
        }
    }

    private static SortedMap<Thing.Kind, List<String>> byKind(List<Thing> things) {
        var byKind = new TreeMap<Thing.Kind, List<String>>();
        things.forEach(thing ->
                byKind.computeIfAbsent(thing.kind(), kind -> new ArrayList<>()).add(thing.quoted()));
        return byKind;
    }

    /** @return why it could not be, when something depends on it that is there yet */
    private static Optional<SQLException> attempt(Connection connection, String drop) throws SQLException {
        var before = connection.setSavepoint();
        try {
            execute(connection, drop);
            return Optional.empty();
        } catch (SQLException refused) {
            if (!OTHERS_DEPEND.equals(refused.getSQLState())) throw refused;
            connection.rollback(before);
            return Optional.of(refused);
        }
    }

    private static Fault builtOn(SQLException refused) {
        return new Fault(
                "something that stays is built on what was to be deleted, so nothing was: "
                        + refused.getMessage()
                                .lines()
                                .limit(2)
                                .reduce("", (all, line) -> all + line.strip() + " ")
                                .strip(),
                "purge the plugin that it belongs to first, or drop it by hand",
                refused);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
