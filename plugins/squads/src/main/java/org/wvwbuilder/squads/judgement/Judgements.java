package org.wvwbuilder.squads.judgement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Archetypes;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.archetype.RuleSets;

/** The archetypes and rule sets of this server: those shipped, with the guild's own rows in their places. */
public final class Judgements {
    static final int MOST = 500;

    private final Database database;
    private final Archetypes shipped = Archetypes.shipped();
    private final RuleSets shippedSets = RuleSets.shipped();

    public Judgements(Database database) {
        this.database = database;
    }

    /** As the guild judges today. */
    public Archetypes archetypes() {
        return new Archetypes(judged().stream().map(Judged::value).toList());
    }

    /** As the guild plays today. */
    public RuleSets ruleSets() {
        return new RuleSets(judgedSets().stream().map(Judged::value).toList());
    }

    List<Judged<Archetype>> judged() {
        return merged(shipped.all(), database.read(connection -> new ArchetypeTable(connection).all()), Archetype::id);
    }

    List<Judged<RuleSet>> judgedSets() {
        return merged(shippedSets.all(), database.read(connection -> new RuleSetTable(connection).all()), RuleSet::id);
    }

    private static <T> List<Judged<T>> merged(List<T> shipped, List<Judged<T>> own, Function<T, String> id) {
        var all = new LinkedHashMap<String, Judged<T>>();
        for (var row : shipped) all.put(id.apply(row), Judged.shipped(row));
        for (var row : own) all.put(id.apply(row.value()), row);
        return new ArrayList<>(all.values());
    }

    /**
     * Saves rows of the guild in one transaction.
     *
     * @param condition gets what is there before, if anything, and may refuse with a {@link Problem}
     */
    void put(List<Judged<Archetype>> rows, String by, Instant at, Consumer<Optional<Judged<Archetype>>> condition) {
        database.write(connection -> {
            var table = new ArchetypeTable(connection);
            for (var row : rows) {
                condition.accept(find(connection, row.value().id()));
                table.put(row.value(), row.gameBuild(), by, at);
            }
            refuseTooMany(table.all().size());
            return null;
        });
    }

    void putSets(List<RuleSet> sets, String by, Instant at, Consumer<Optional<Judged<RuleSet>>> condition) {
        database.write(connection -> {
            var table = new RuleSetTable(connection);
            for (var set : sets) {
                condition.accept(findSet(connection, set.id()));
                table.put(set, by, at);
            }
            refuseTooMany(table.all().size());
            return null;
        });
    }

    private static void refuseTooMany(int rows) {
        if (rows > MOST) {
            throw new Problem(409, "too-many-rows", "A guild has at most 500 rows of its own. Remove some first.");
        }
    }

    Optional<Judged<Archetype>> find(String id) {
        return database.read(connection -> find(connection, id));
    }

    Optional<Judged<RuleSet>> findSet(String id) {
        return database.read(connection -> findSet(connection, id));
    }

    private Optional<Judged<Archetype>> find(Connection connection, String id) throws SQLException {
        return new ArchetypeTable(connection).find(id).or(() -> shipped.find(id).map(Judged::shipped));
    }

    private Optional<Judged<RuleSet>> findSet(Connection connection, String id) throws SQLException {
        return new RuleSetTable(connection)
                .find(id)
                .or(() -> shippedSets.find(id).map(Judged::shipped));
    }

    /** Takes the guild's row back: the shipped one counts again, if there is one. */
    void reset(String id, Consumer<Judged<Archetype>> condition) {
        database.write(connection -> {
            var row = find(connection, id).orElseThrow(() -> Problem.notFound("This archetype"));
            condition.accept(row);
            return new ArchetypeTable(connection).delete(id);
        });
    }

    void resetSet(String id, Consumer<Judged<RuleSet>> condition) {
        database.write(connection -> {
            var row = findSet(connection, id).orElseThrow(() -> Problem.notFound("This rule set"));
            condition.accept(row);
            return new RuleSetTable(connection).delete(id);
        });
    }
}
