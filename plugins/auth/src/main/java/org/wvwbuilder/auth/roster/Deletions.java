package org.wvwbuilder.auth.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wvwbuilder.auth.roster.DeletionTable.Deletion;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.PersonalData;

/**
 * Sees to it that the plugins let go of accounts that are gone: also of one that a command removed, which runs beside the
 * server or without one, and when the server ended between an account's deletion and what plugins do about it.
 */
public final class Deletions {
    /** Until then the event is at work still, and so is what the account had asked for when it was deleted. */
    static final Duration QUIET = Duration.ofMinutes(2);

    /** A plugin that is switched on again within this time forgets who is gone meanwhile. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final int AT_ONCE = 200;

    private final Database database;
    private final Changes changes;
    private final Supplier<List<PersonalData>> keepers;
    private final InstantSource clock;
    private final DeletionTable table = new DeletionTable();

    /** A plugin that was not open before the start has missed everything until now. */
    private volatile boolean sinceTheStart;

    /** @param keepers who keeps something of people, at the moment of the call */
    public Deletions(Database database, Changes changes, Supplier<List<PersonalData>> keepers, InstantSource clock) {
        this.database = database;
        this.changes = changes;
        this.keepers = keepers;
        this.clock = clock;
    }

    /**
     * Asks the plugins to forget, then tells what commands deleted: so nobody is asked while the event is at work.
     *
     * @return what was done, for the job's record
     * @throws IllegalStateException when a plugin could not forget; it is asked again by the next run
     */
    public String run() {
        var refusals = new Refusals();
        int forgotten = each(sinceTheStart ? this::pending : this::every, gone -> forget(gone, refusals));
        int told = each(this::untold, this::tell);
        database.write(connection -> {
            table.purge(connection, clock.instant().minus(KEPT));
            return null;
        });
        sinceTheStart = true;
        refusals.check();
        return told + " deletions told, " + forgotten + " accounts forgotten";
    }

    /** Page by page. @return how many of them something was done for */
    private int each(Function<String, List<Deletion>> behind, Function<Deletion, Boolean> action) {
        int done = 0;
        for (var some = behind.apply("");
                !some.isEmpty();
                some = behind.apply(some.getLast().account())) {
            for (var gone : some) if (action.apply(gone)) done++;
        }
        return done;
    }

    private List<Deletion> untold(String last) {
        return database.read(connection -> table.untold(connection, last, AT_ONCE));
    }

    private List<Deletion> pending(String last) {
        return database.read(connection -> table.pending(connection, quiet(), last, AT_ONCE));
    }

    private List<Deletion> every(String last) {
        return database.read(connection -> table.every(connection, quiet(), last, AT_ONCE));
    }

    private Instant quiet() {
        return clock.instant().minus(QUIET);
    }

    /** Events come at most once: who ends in between has told it all the same. */
    private boolean tell(Deletion gone) {
        database.write(connection -> {
            table.told(connection, gone.account());
            return null;
        });
        changes.deleted(gone.account(), gone.at());
        return true;
    }

    private boolean forget(Deletion gone, Refusals refusals) {
        boolean done = forgotten(gone.account(), refusals);
        if (done == gone.forgotten()) return false;
        database.write(connection -> {
            table.forgotten(connection, gone.account(), done);
            return null;
        });
        return done;
    }

    private boolean forgotten(String account, Refusals refusals) {
        boolean all = true;
        for (var keeper : keepers.get()) {
            try {
                keeper.forget(account);
            } catch (RuntimeException | LinkageError refusal) {
                if (Thread.currentThread().isInterrupted()) throw refusal;
                refusals.add(keeper.name(), refusal);
                all = false;
            }
        }
        return all;
    }

    /** Why plugins could not forget; the first reason says enough. */
    private static final class Refusals {
        private final Set<String> names = new LinkedHashSet<>();
        private Throwable first;

        void add(String name, Throwable refusal) {
            if (first == null) first = refusal;
            names.add(name);
        }

        void check() {
            if (first == null) return;
            throw new IllegalStateException(
                    "what is kept of deleted accounts could not be deleted from: " + String.join(", ", names), first);
        }
    }
}
