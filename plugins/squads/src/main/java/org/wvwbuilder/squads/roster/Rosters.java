package org.wvwbuilder.squads.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.roster.RosterTable.Counted;
import org.wvwbuilder.squads.sql.Repeatable;
import org.wvwbuilder.squads.sql.Repeats;
import org.wvwbuilder.squads.team.Sharing;

/** The rosters in the database. A roster and its entries change in one transaction, and share one version. */
public final class Rosters {
    static final int MOST_ENTRIES = 500;
    private static final String THIS = "This roster";

    private final Database database;

    public Rosters(Database database) {
        this.database = database;
    }

    /** A roster with its players, in the order in which they were added. */
    public record Whole(Roster roster, List<RosterEntry> entries) {

        public Whole {
            entries = List.copyOf(entries);
        }
    }

    Whole add(Whole whole, Optional<Repeatable> request) {
        var roster = whole.roster();
        return new Repeats(database).once(request, roster.createdAt(), new Repeats.Making<Whole>() {
            @Override
            public Whole make(Connection connection) throws SQLException {
                Sharing.into(connection, roster.team(), roster.owner());
                new RosterTable(connection).insert(roster);
                new EntryTable(connection).insert(roster.id(), whole.entries());
                return whole;
            }

            @Override
            public String id(Whole made) {
                return made.roster().id();
            }

            @Override
            public Optional<Whole> find(Connection connection, String id) throws SQLException {
                var found = new RosterTable(connection).find(id);
                if (found.isEmpty()) return Optional.empty();
                return Optional.of(new Whole(found.get(), new EntryTable(connection).all(id)));
            }
        });
    }

    /** For demo data. */
    public void addAll(List<Whole> rosters) {
        database.write(connection -> {
            for (var whole : rosters) {
                new RosterTable(connection).insert(whole.roster());
                new EntryTable(connection).insert(whole.roster().id(), whole.entries());
            }
            return null;
        });
    }

    /** @throws Problem 404 when there is none, or the account may not see it */
    public Whole seen(String id, String account) {
        return database.read(connection -> {
            var roster = find(connection, id, account);
            return new Whole(roster, new EntryTable(connection).all(id));
        });
    }

    List<Counted> page(String account, Optional<String> team, String before, int limit) {
        return database.read(connection -> new RosterTable(connection).page(account, team, before, limit));
    }

    /** What to do with a roster that may be changed; refuses with a {@link Problem}. */
    interface Change {
        /** @return the roster as it shall be */
        Roster apply(Whole before, EntryTable entries, Connection connection) throws SQLException;
    }

    /** Changes a roster or its entries. */
    Whole change(String id, String account, Instant now, Change change) {
        return database.write(connection -> {
            var roster = find(connection, id, account);
            if (!Sharing.changes(connection, roster.owner(), roster.team(), account)) Sharing.refuse("this roster");
            var entries = new EntryTable(connection);
            var after = change.apply(new Whole(roster, entries.all(id)), entries, connection);
            var table = new RosterTable(connection);
            if (!table.update(at(after, now))) throw Problem.stale(THIS);
            var all = entries.all(id);
            if (all.size() > MOST_ENTRIES) {
                throw new Problem(
                        409, "roster-full", "A roster has at most 500 players. Remove those who left the guild.");
            }
            return new Whole(table.find(id).orElseThrow(), all);
        });
    }

    void delete(String id, String account, Change condition) {
        database.write(connection -> {
            var roster = find(connection, id, account);
            if (!Sharing.changes(connection, roster.owner(), roster.team(), account)) Sharing.refuse("this roster");
            condition.apply(new Whole(roster, List.of()), new EntryTable(connection), connection);
            new RosterTable(connection).delete(id);
            return null;
        });
    }

    /** What a person made, for their own eyes, from behind one on. */
    public List<Whole> behind(String owner, Optional<String> last, int limit) {
        return database.read(connection -> {
            var all = new java.util.ArrayList<Whole>();
            for (var roster : new RosterTable(connection).behind(owner, last.orElse(""), limit)) {
                all.add(new Whole(roster, new EntryTable(connection).all(roster.id())));
            }
            return all;
        });
    }

    /** Deletes what a person kept for themselves, and leaves to their teams what was shared. */
    public void forget(String owner) {
        database.write(connection -> {
            var table = new RosterTable(connection);
            for (var roster : table.of(owner)) {
                if (roster.team().isEmpty()) table.delete(roster.id());
                else table.update(given(roster));
            }
            return null;
        });
    }

    public boolean empty() {
        return database.read(connection -> new RosterTable(connection).empty());
    }

    private static Roster find(Connection connection, String id, String account) throws SQLException {
        var roster = new RosterTable(connection).find(id);
        if (roster.isEmpty()
                || !Sharing.sees(connection, roster.get().owner(), roster.get().team(), account)) {
            throw Problem.notFound(THIS);
        }
        return roster.get();
    }

    private static Roster at(Roster roster, Instant now) {
        return new Roster(
                roster.id(), roster.owner(), roster.team(), roster.name(), roster.createdAt(), now, roster.version());
    }

    /** Nobody's, but the team's. */
    private static Roster given(Roster roster) {
        return new Roster(
                roster.id(),
                "",
                roster.team(),
                roster.name(),
                roster.createdAt(),
                roster.updatedAt(),
                roster.version());
    }
}
