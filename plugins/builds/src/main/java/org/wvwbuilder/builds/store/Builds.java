package org.wvwbuilder.builds.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wvwbuilder.builds.store.BuildTable.Repeatable;
import org.wvwbuilder.builds.store.Listing.Slice;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Problem;

/** The saved builds. A change, its tags and the owner's total are one transaction. */
public final class Builds {
    private static final int AT_ONCE = 1000;

    private final Database database;

    /** What the builds are checked against: the digest of the catalogue in force. */
    private final Supplier<String> catalogue;

    private final Searchable searchable;

    /**
     * @param catalogue the digest of the one in force
     * @param specializations their names, for the search
     */
    public Builds(Database database, Supplier<String> catalogue, IntFunction<Optional<String>> specializations) {
        this.database = database;
        this.catalogue = catalogue;
        this.searchable = new Searchable(SearchIndex.of(database.engine()), specializations);
    }

    Searchable searchable() {
        return searchable;
    }

    /** Takes builds into the search that were saved before there was one. @return how many */
    public int makeSearchable() {
        int all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = database.write(connection -> {
                var old = new BuildTable(connection).unsearchable(AT_ONCE);
                searchable.put(connection, old);
                return old.size();
            });
        }
        return all;
    }

    /** Saves a new build. */
    public void add(Build build) {
        add(build, Optional.empty());
    }

    /**
     * Saves a new build once for each key.
     *
     * @param digest of what the request asked for
     * @return the build, or the one that an earlier request with this key made
     * @throws Problem 422 when that request asked for something else
     */
    public Build addOnce(Build build, String key, String digest) {
        var repeatable = new Repeatable(key, digest);
        try {
            return add(build, Optional.of(repeatable));
        } catch (DatabaseException refused) {
            // On PostgreSQL two requests with one key may run side by side: the constraint lets one through.
            if (refused.kind() != DatabaseException.Kind.CONSTRAINT) throw refused;
            return database.<Optional<Build>>read(connection -> repeated(new BuildTable(connection), build, repeatable))
                    .orElseThrow(() -> refused);
        }
    }

    private Build add(Build build, Optional<Repeatable> repeatable) {
        return database.write(connection -> {
            var table = new BuildTable(connection);
            if (repeatable.isPresent()) {
                var earlier = repeated(table, build, repeatable.get());
                if (earlier.isPresent()) return earlier.get();
            }
            table.insert(build, catalogue.get(), repeatable);
            var tags = new TagTable(connection);
            tags.put(List.of(build));
            tags.count(build.owner(), 1);
            searchable.put(connection, List.of(build));
            return build;
        });
    }

    private static Optional<Build> repeated(BuildTable table, Build build, Repeatable repeatable) throws SQLException {
        var earlier = table.repeated(build.owner(), repeatable.key());
        if (earlier.isEmpty()) return Optional.empty();
        if (!earlier.get().digest().equals(repeatable.digest())) {
            throw new Problem(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another request before. Send each new request with a key of its own.");
        }
        return table.find(earlier.get().id());
    }

    /** Saves many new builds in one transaction. */
    public void addAll(List<Build> builds) {
        database.write(connection -> {
            new BuildTable(connection).insertAll(builds, catalogue.get());
            var tags = new TagTable(connection);
            tags.put(builds);
            var owners = builds.stream().collect(Collectors.groupingBy(Build::owner, Collectors.counting()));
            for (var owner : owners.entrySet()) tags.count(owner.getKey(), owner.getValue());
            searchable.put(connection, builds);
            return null;
        });
    }

    /** Those of these builds that there are. */
    public List<Build> all(Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        return database.read(connection -> new BuildTable(connection).all(List.copyOf(new LinkedHashSet<>(ids))));
    }

    /** Which of these ids builds have, those in the trash included. */
    public Set<String> known(List<String> ids) {
        return database.read(connection -> {
            var known = new HashSet<>(new BuildTable(connection).known(ids));
            known.addAll(new TrashTable(connection).known(ids));
            return known;
        });
    }

    public Optional<Build> find(String id) {
        return database.read(connection -> new BuildTable(connection).find(id));
    }

    /**
     * Changes a build.
     *
     * @param change gets the current state and gives the new one, or refuses with a {@link Problem}
     * @return the new state, or empty when there is no such build
     */
    public Optional<Build> change(String id, UnaryOperator<Build> change) {
        return database.write(connection -> {
            var table = new BuildTable(connection);
            var before = table.find(id);
            if (before.isEmpty()) return before;
            var after = change.apply(before.get());
            if (!table.update(after, catalogue.get())) throw Problem.stale("This build");
            new HistoryTable(connection).keep(before.get());
            var tags = new TagTable(connection);
            tags.remove(id);
            tags.put(List.of(after));
            searchable.put(connection, List.of(after));
            return table.find(id);
        });
    }

    /**
     * Moves a build to its owner's {@link Trash}.
     *
     * @param permission gets the current state and may refuse with a {@link Problem}
     * @return what was deleted, or empty when there was no such build
     */
    public Optional<Build> remove(String id, Instant now, Consumer<Build> permission) {
        return database.write(connection -> {
            var table = new BuildTable(connection);
            var build = table.find(id);
            if (build.isEmpty()) return build;
            permission.accept(build.get());
            new TrashTable(connection).put(id, now);
            searchable.remove(connection, id);
            if (!table.delete(id)) return Optional.empty();
            var tags = new TagTable(connection);
            tags.remove(id);
            tags.count(build.get().owner(), -1);
            return build;
        });
    }

    /** Deletes every build of an account, a few at a time: other writers are not to wait for all of them. */
    public void removeAll(String owner) {
        while (database.write(connection -> {
            var table = new BuildTable(connection);
            var tags = new TagTable(connection);
            var some = table.newest(owner, 200);
            for (var build : some) {
                searchable.remove(connection, build.id());
                table.delete(build.id());
                new HistoryTable(connection).delete(build.id());
                tags.remove(build.id());
            }
            if (some.isEmpty()) tags.uncount(owner);
            else tags.count(owner, -some.size());
            return !some.isEmpty();
        })) {}
    }

    /** What a build was before, the newest first; at most 100 states. */
    public List<Past> history(String id) {
        return database.read(connection -> new HistoryTable(connection).of(id));
    }

    /** What a build was at a version before the newest; empty when that is not kept. */
    public Optional<Past> past(String id, long version) {
        return database.read(connection -> new HistoryTable(connection).find(id, version));
    }

    /** @throws Problem 422 when more builds match than can be sorted for one answer */
    public Slice list(Listing listing) {
        return database.read(connection ->
                listing.filtered() ? searchable.find(connection, listing) : new ListTable(connection).list(listing));
    }

    /** The owner's builds, newest change first. */
    public List<Build> newest(String owner, int limit) {
        return database.read(connection -> new BuildTable(connection).newest(owner, limit));
    }

    /** The owner's builds in the order of their making, from behind one on. */
    public List<Build> behind(String owner, Optional<String> last, int limit) {
        return database.read(connection -> new BuildTable(connection).behind(owner, last.orElse(""), limit));
    }

    /** How many of the owner's builds were made or changed later than one instant and not later than the other. */
    public long between(String owner, Instant after, Instant upTo) {
        return database.read(connection -> new BuildTable(connection).between(owner, after, upTo));
    }

    /** Of which profession the owner's newest two thousand builds are. */
    public Map<String, Long> professions(String owner) {
        return database.read(connection -> new BuildTable(connection).professions(owner));
    }

    public long total(String owner) {
        return database.read(connection -> new TagTable(connection).total(owner));
    }

    public long total() {
        return database.read(connection -> new TagTable(connection).total());
    }

    /** How many need a review, whoever may see them. */
    public long marked() {
        return database.read(connection -> new BuildTable(connection).marked());
    }

    public boolean empty() {
        return database.read(connection -> new BuildTable(connection).empty());
    }

    /** The tags of what the viewer may see, most used first. */
    public List<TagCount> tags(String viewer, int limit) {
        return database.read(connection -> new TagTable(connection).counts(viewer, limit));
    }

    /** Some builds that were last checked against another catalogue. */
    public List<Build> unchecked(int limit) {
        return database.read(connection -> new BuildTable(connection).unchecked(catalogue.get(), limit));
    }

    /** Notes the outcome of a check; neither version nor time of the builds changes. */
    public void checked(List<Verdict> verdicts) {
        database.write(connection -> {
            var table = new BuildTable(connection);
            for (var verdict : verdicts) table.checked(verdict.id(), catalogue.get(), verdict.needsReview());
            return null;
        });
    }

    /** What a check found about a build. */
    public record Verdict(String id, boolean needsReview) {}
}
