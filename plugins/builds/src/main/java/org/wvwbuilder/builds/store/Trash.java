package org.wvwbuilder.builds.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.plugin.Database;

/** Deleted builds of their owners, kept for thirty days. */
public final class Trash {
    public static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final InstantSource clock;
    private final Searchable searchable;

    public Trash(Database database, InstantSource clock, Builds builds) {
        this.database = database;
        this.clock = clock;
        this.searchable = builds.searchable();
    }

    /** The newest first. @param after the time in milliseconds and the id of the last one seen */
    public List<Trashed> of(String owner, Optional<Place> after, int limit) {
        return database.read(connection -> new TrashTable(connection).of(owner, after, limit));
    }

    /** Where a list goes on behind one. */
    public static Place place(Trashed last) {
        return new Place(
                Long.toString(last.deletedAt().toEpochMilli()), last.build().id());
    }

    /**
     * Puts a build back, as one changed now.
     *
     * @param shares the teams that the owner may share builds with; of another team's the build becomes private
     * @return empty when the owner has deleted no such build, or it is gone
     */
    public Optional<Build> restore(String owner, String id, Predicate<String> shares) {
        return database.write(connection -> {
            var trash = new TrashTable(connection);
            var found = trash.find(id).filter(trashed -> trashed.build().owner().equals(owner));
            if (found.isEmpty()) return Optional.empty();
            boolean shared =
                    found.get().build().details().team().filter(shares.negate()).isEmpty();
            trash.take(id, clock.instant(), shared);
            var build = new BuildTable(connection).find(id).orElseThrow();
            var tags = new TagTable(connection);
            tags.put(List.of(build));
            tags.count(owner, 1);
            searchable.put(connection, List.of(build));
            return Optional.of(build);
        });
    }

    /** Deletes a build for good. @return whether the owner had deleted such a build */
    public boolean empty(String owner, String id) {
        return database.write(connection -> {
            var trash = new TrashTable(connection);
            if (trash.find(id)
                    .filter(found -> found.build().owner().equals(owner))
                    .isEmpty()) return false;
            trash.delete(id);
            new HistoryTable(connection).delete(id);
            return true;
        });
    }

    /** Deletes for good everything of an account. */
    public void emptyAll(String owner) {
        while (database.write(connection -> {
            var trash = new TrashTable(connection);
            var some = trash.of(owner, Optional.empty(), AT_ONCE);
            for (var trashed : some) {
                trash.delete(trashed.build().id());
                new HistoryTable(connection).delete(trashed.build().id());
            }
            return !some.isEmpty();
        })) {}
    }

    /** Deletes for good what was deleted long ago. @return what was done, for the job's record */
    public String purge() {
        var before = Instant.ofEpochMilli(clock.millis()).minus(KEPT);
        int all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = database.write(connection -> {
                var trash = new TrashTable(connection);
                var old = trash.olderThan(before, AT_ONCE);
                for (var id : old) {
                    trash.delete(id);
                    new HistoryTable(connection).delete(id);
                }
                return old.size();
            });
        }
        return all + " builds that were deleted more than " + KEPT.toDays() + " days ago are gone";
    }
}
