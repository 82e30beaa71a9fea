package org.wvwbuilder.builds.edition;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.CatalogueFault;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;

/**
 * Which catalogue is in force: the newest that was fetched and is undamaged, or the shipped one, if it is as new or
 * nothing was fetched. Another server on the same database may fetch too, so a glance is taken now and then.
 */
public final class Editions implements Supplier<Catalogue> {
    private static final Duration GLANCE = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final Logger log;
    private final Catalogue shipped = Catalogue.load();
    private final AtomicReference<Instant> looked;
    private volatile InForce inForce;

    private Editions(Database database, InstantSource clock, Logger log) {
        this.database = database;
        this.clock = clock;
        this.log = log;
        this.looked = new AtomicReference<>(clock.instant());
        this.inForce = new InForce(Optional.empty(), shipped, Map.of(), Map.of(), new ConcurrentHashMap<>());
        reload();
    }

    public static Editions open(Database database, InstantSource clock, Logger log) {
        return new Editions(database, clock, log);
    }

    /** The catalogue in force, with English names. */
    @Override
    public Catalogue get() {
        glance();
        return inForce.english;
    }

    /** The catalogue in force, with names in this language where it was fetched, else in English. */
    public Catalogue in(Language language) {
        glance();
        return inForce.in(language, log);
    }

    public boolean speaks(Language language) {
        return language == Language.ENGLISH || inForce.sheets.containsKey(language);
    }

    /** Empty while the shipped one is in force. */
    public Optional<Fetched> fetched() {
        return inForce.fetched;
    }

    /** All that are kept, the newest first. */
    public List<Fetched> all() {
        return database.read(connection -> new EditionTable(connection).newest(Integer.MAX_VALUE));
    }

    /** A part of the report of an edition. @param after the place of the last one seen, or -1 */
    public List<Placed> changes(String edition, ChangeFilter wanted, long after, int limit) {
        return database.read(connection -> new EditionTable(connection).changes(edition, wanted, after, limit));
    }

    /** How many changes of which sort each edition has, by its id. */
    public Map<String, Map<String, Long>> counts() {
        return database.read(connection -> new EditionTable(connection).counts());
    }

    /** Whether one of these facts, such as {@code trait701}, changed since then. */
    public boolean changedSince(Instant then, Set<String> facts) {
        return facts.stream()
                .anyMatch(
                        fact -> inForce.changed.getOrDefault(fact, Instant.MIN).isAfter(then));
    }

    Set<String> gone() {
        return database.read(connection -> new EditionTable(connection).gone());
    }

    /**
     * Puts a new edition in force, when all of it is safe.
     *
     * @param newest the one kept last when the comparison began
     * @return false when another process has kept one since: nothing was changed then
     */
    boolean add(Fetched edition, Map<Language, byte[]> sheets, List<Change> changes, Optional<String> newest) {
        boolean first = database.write(connection -> {
            var table = new EditionTable(connection);
            if (!table.newest(1).stream().map(Fetched::id).findFirst().equals(newest)) return false;
            table.add(edition, sheets, changes);
            return true;
        });
        reload();
        return first;
    }

    /** The id of the edition that was kept last, whether or not it is in force. */
    Optional<String> newest() {
        return database.read(connection ->
                new EditionTable(connection).newest(1).stream().map(Fetched::id).findFirst());
    }

    void checked(String edition) {
        var now = clock.instant();
        database.write(connection -> {
            new EditionTable(connection).checked(edition, now);
            return null;
        });
        reload();
    }

    private void reload() {
        inForce = database.read(connection -> {
            var table = new EditionTable(connection);
            var changed = table.lastChanges();
            for (var edition : table.newest(Integer.MAX_VALUE)) {
                if (edition.version().compareTo(shipped.edition().version()) < 0) break;
                var sheets = table.sheets(edition.id());
                var english = readable(edition, sheets.get(Language.ENGLISH));
                if (english.isPresent()) {
                    return new InForce(Optional.of(edition), english.get(), sheets, changed, new ConcurrentHashMap<>());
                }
            }
            return new InForce(Optional.empty(), shipped, Map.of(), changed, new ConcurrentHashMap<>());
        });
    }

    private Optional<Catalogue> readable(Fetched edition, byte[] sheet) {
        if (sheet == null) return Optional.empty();
        try {
            return Optional.of(Catalogue.read(sheet));
        } catch (CatalogueFault damaged) {
            log.log(
                    Level.ERROR,
                    "The catalogue fetched on " + edition.madeAt()
                            + " is damaged, an earlier one is used. Fetch it again.",
                    damaged);
            return Optional.empty();
        }
    }

    /** Never on the caller's thread, which may be at work on the database. */
    private void glance() {
        var now = clock.instant();
        var last = looked.get();
        if (now.isBefore(last.plus(GLANCE)) || !looked.compareAndSet(last, now)) return;
        Thread.startVirtualThread(() -> {
            try {
                var newest = database.read(connection -> new EditionTable(connection).newest(1));
                if (!newest.isEmpty() && !newest.getFirst().equals(inForce.newest())) reload();
            } catch (DatabaseException unreachable) {
                log.log(Level.DEBUG, "No look for another catalogue: the next one is in a minute.", unreachable);
            }
        });
    }

    /** A change and its place in the report. */
    public record Placed(long place, Change change) {}

    /** @param changed when each fact last changed in a way that matters */
    private record InForce(
            Optional<Fetched> fetched,
            Catalogue english,
            Map<Language, byte[]> sheets,
            Map<String, Instant> changed,
            Map<Language, Catalogue> read) {

        Fetched newest() {
            return fetched.orElse(null);
        }

        /** Read when it is first asked for: most servers need two of the four. */
        Catalogue in(Language language, Logger log) {
            if (language == Language.ENGLISH || !sheets.containsKey(language)) return english;
            return read.computeIfAbsent(language, any -> {
                try {
                    return Catalogue.read(sheets.get(language));
                } catch (CatalogueFault damaged) {
                    log.log(
                            Level.ERROR,
                            "The names in " + language.code() + " are damaged. Fetch them again.",
                            damaged);
                    return english;
                }
            });
        }
    }
}
