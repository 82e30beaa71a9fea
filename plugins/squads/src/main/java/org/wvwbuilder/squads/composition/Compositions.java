package org.wvwbuilder.squads.composition;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.sql.Repeatable;
import org.wvwbuilder.squads.sql.Repeats;
import org.wvwbuilder.squads.sql.Sql;
import org.wvwbuilder.squads.team.Sharing;

/** The compositions in the database, with who may see and change them. A change and its history are one transaction. */
public final class Compositions {
    private static final String THIS = "This composition";
    private static final int AT_ONCE = 50;

    private final Database database;

    public Compositions(Database database) {
        this.database = database;
    }

    Composition add(Composition composition, Optional<Repeatable> request) {
        return new Repeats(database).once(request, composition.createdAt(), new Repeats.Making<Composition>() {
            @Override
            public Composition make(Connection connection) throws SQLException {
                Sharing.into(connection, composition.details().team(), composition.owner());
                new CompositionTable(connection).insert(List.of(composition));
                return composition;
            }

            @Override
            public String id(Composition made) {
                return made.id();
            }

            @Override
            public Optional<Composition> find(Connection connection, String id) throws SQLException {
                return new CompositionTable(connection).find(id);
            }
        });
    }

    /** Saves many in one transaction: for demo data. */
    public void addAll(List<Composition> compositions) {
        database.write(connection -> {
            new CompositionTable(connection).insert(compositions);
            return null;
        });
    }

    /** Which of these ids compositions have. */
    public Set<String> known(List<String> ids) {
        return database.read(connection -> Set.copyOf(Sql.known(connection, "squads_compositions", ids)));
    }

    /** @throws Problem 404 when there is none, or the account may not see it */
    Composition seen(String id, String account) {
        return database.read(connection -> seen(connection, id, account));
    }

    /** An earlier version, or the present one. */
    Composition seen(String id, long version, String account) {
        return database.read(connection -> new HistoryTable(connection).find(seen(connection, id, account), version))
                .orElseThrow(() -> Problem.notFound("This version"));
    }

    /** The present version and those before, the newest first, from a version on. */
    List<Composition> history(String id, String account, long before, int limit) {
        return database.read(connection -> {
            var present = seen(connection, id, account);
            var all = new java.util.ArrayList<Composition>();
            if (present.version() < before) all.add(present);
            all.addAll(new HistoryTable(connection).before(present, before, limit - all.size()));
            return all;
        });
    }

    Optional<Composition> shared(String code) {
        return database.read(connection -> new CompositionTable(connection).shared(code));
    }

    List<Composition> list(Listing listing) {
        return database.read(connection -> new CompositionTable(connection).list(listing));
    }

    /** Makes the new details of the present state; may look at earlier ones, and refuse with a {@link Problem}. */
    interface Change {
        Details of(Composition before, HistoryTable history) throws SQLException;
    }

    /**
     * Changes a composition and keeps what it was.
     *
     * @param condition whether the present state is the one that the editor has seen
     * @throws Stale when it is not
     */
    Composition change(String id, String account, Instant now, Predicate<Composition> condition, Change change) {
        return database.write(connection -> {
            var before = changeable(connection, id, account);
            if (!condition.test(before)) throw new Stale(before);
            var history = new HistoryTable(connection);
            var details = change.of(before, history);
            if (!details.team().equals(before.details().team())) {
                Sharing.into(connection, details.team(), account);
            }
            var after = new Composition(
                    id, before.owner(), details, before.code(), account, before.createdAt(), now, before.version());
            var table = new CompositionTable(connection);
            if (!table.update(after)) throw new Stale(table.find(id).orElse(before));
            history.keep(before);
            return table.find(id).orElseThrow();
        });
    }

    /** Gives it a public address, or takes that away. */
    void share(String id, String account, Optional<String> code) {
        database.write(connection -> {
            changeable(connection, id, account);
            new CompositionTable(connection).share(id, code);
            return null;
        });
    }

    void delete(String id, String account, Predicate<Composition> condition) {
        database.write(connection -> {
            var before = changeable(connection, id, account);
            if (!condition.test(before)) throw new Stale(before);
            new CompositionTable(connection).delete(id);
            return null;
        });
    }

    /** Whether the account may change it. */
    boolean changeable(Composition composition, String account) {
        return database.read(connection -> changes(connection, composition, account));
    }

    /** The owner's, the one first that has been left alone the longest, from behind one on. */
    public List<Composition> behind(String owner, Optional<Composition> last, int limit) {
        return database.read(connection -> new CompositionTable(connection).behind(owner, last, limit));
    }

    public List<Composition> newest(String owner, int limit) {
        return database.read(connection -> new CompositionTable(connection).newest(owner, limit));
    }

    /** How many of the owner's were made or changed later than one instant and not later than the other. */
    public long between(String owner, Instant after, Instant upTo) {
        return database.read(connection -> new CompositionTable(connection).between(owner, after, upTo));
    }

    /** How many the owner has. */
    public long total(String owner) {
        return database.read(connection -> new CompositionTable(connection).total(owner));
    }

    public long total() {
        return database.read(connection -> new CompositionTable(connection).total());
    }

    /** Deletes what a person made for themselves; what a team shares stays with the team, without their name. */
    public void forget(String owner, Instant now) {
        while (database.write(connection -> {
            var table = new CompositionTable(connection);
            var some = table.newest(owner, AT_ONCE);
            for (var composition : some) {
                if (composition.details().visibility() != Visibility.TEAM) table.delete(composition.id());
                else table.update(ownerless(composition, now));
            }
            return !some.isEmpty();
        })) {}
    }

    private static Composition ownerless(Composition composition, Instant now) {
        return new Composition(
                composition.id(),
                "",
                composition.details(),
                composition.code(),
                "",
                composition.createdAt(),
                now,
                composition.version());
    }

    private static Composition seen(Connection connection, String id, String account) throws SQLException {
        var found = new CompositionTable(connection).find(id);
        if (found.isEmpty() || !sees(connection, found.get(), account)) throw Problem.notFound(THIS);
        return found.get();
    }

    private static Composition changeable(Connection connection, String id, String account) throws SQLException {
        var found = seen(connection, id, account);
        if (!changes(connection, found, account)) Sharing.refuse("this composition");
        return found;
    }

    private static boolean sees(Connection connection, Composition composition, String account) throws SQLException {
        return switch (composition.details().visibility()) {
            case PUBLIC -> true;
            case TEAM ->
                Sharing.sees(
                        connection, composition.owner(), composition.details().team(), account);
            case PRIVATE -> composition.owner().equals(account);
        };
    }

    private static boolean changes(Connection connection, Composition composition, String account) throws SQLException {
        var team = composition.details().visibility() == Visibility.PRIVATE
                ? Optional.<String>empty()
                : composition.details().team();
        return Sharing.changes(connection, composition.owner(), team, account);
    }
}
