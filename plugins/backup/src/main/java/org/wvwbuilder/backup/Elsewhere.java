package org.wvwbuilder.backup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.archive.ArchiveReader;
import org.wvwbuilder.backup.making.BackupLog;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.offsite.Copy;
import org.wvwbuilder.backup.offsite.Offsite;
import org.wvwbuilder.backup.offsite.OffsiteFault;
import org.wvwbuilder.backup.offsite.OffsitePlaces;
import org.wvwbuilder.backup.retention.Retention;
import org.wvwbuilder.backup.saying.Saying;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.plugin.PluginContext;

/** The places outside of this machine. Whatever goes wrong there is told and written down, and never harms a backup here. */
final class Elsewhere implements AutoCloseable {
    private static final String SUFFIX = ".tar.gz";
    /** Between the name of a backup and the state that it holds lies the wait for a turn, and no more. */
    private static final Duration SAME = Duration.ofMinutes(10);
    /** Before the reason, in what is written down of a copy. */
    static final String FAILED = "failed: ";

    private final List<Offsite> places;
    private final System.Logger server;
    /** Who waits for a storage, which may take minutes to say nothing. */
    private Thread waiting;

    private boolean stopped;

    Elsewhere(List<Offsite> places, System.Logger server) {
        this.places = List.copyOf(places);
        this.server = server;
    }

    List<Offsite> places() {
        return places;
    }

    /**
     * A copy.
     *
     * @param place the name of its table in the settings
     */
    record Lying(String place, String id, long bytes, Instant at) {}

    /** @param failed why the list of a place could not be had, by its name */
    record Listing(List<Lying> items, SortedMap<String, String> failed) {}

    /** @throws OffsiteFault when a secret is missing or open to others */
    static Elsewhere open(PluginContext context, BackupSettings settings) throws IOException {
        var places = new OffsitePlaces(context.directory(), context.clock(), System.getenv());
        return new Elsewhere(
                places.open(settings.offsite(), line -> {
                    context.log().log(Level.WARNING, line);
                    if (context.serving()) context.announce(line);
                }),
                context.log());
    }

    /** Copies a backup to every place, and notes what became of it. It stays made, whatever that is. */
    Note copied(Note note, Shelf shelf, Journey journey, BackupLog log) throws IOException {
        if (places.isEmpty()) return note;
        return copied(note, places, shelf, journey, log);
    }

    /**
     * Sends what earlier runs could not, the oldest first, to those places that took the newest one: where that did not arrive
     * the others would not either, and each would wait as long.
     */
    void makeUp(Note newest, Shelf shelf, Journey journey, BackupLog log) throws IOException {
        var open = places.stream().filter(place -> !missing(newest, place)).toList();
        for (var note : shelf.notes().reversed()) {
            var wanting = open.stream().filter(place -> missing(note, place)).toList();
            if (wanting.isEmpty() || !note.proven() || !shelf.has(note.id())) continue;
            copied(note, wanting, shelf, journey, log);
        }
    }

    private static boolean missing(Note note, Offsite place) {
        var state = note.elsewhere().get(place.name());
        return state == null || state.startsWith(FAILED);
    }

    private Note copied(Note note, List<Offsite> to, Shelf shelf, Journey journey, BackupLog log) throws IOException {
        var states = new TreeMap<>(note.elsewhere());
        for (var place : to) states.put(place.name(), stored(place, note.id(), shelf.archive(note.id()), journey, log));
        var copied = note.copied(states);
        shelf.write(copied);
        return copied;
    }

    /** @return {@code verified}, {@code copied}, or {@code failed:} with the reason; whatever it is, the next place has its turn */
    private String stored(Offsite place, String id, Path archive, Journey journey, BackupLog log) throws IOException {
        try {
            begin();
            var copy = place.store(archive, id + SUFFIX, (done, total) -> journey.at("offsite", done, total));
            var state = copy.state().name().toLowerCase(Locale.ROOT);
            log.info("copied " + id + " to " + place.name() + ": " + state);
            return state;
        } catch (RuntimeException | IOException failed) {
            server.log(Level.ERROR, id + " was not copied to " + place.name() + ": " + failed.getMessage(), failed);
            finished();
            log.error("not copied " + id + " to " + place.name() + ": " + failed.getMessage());
            return FAILED + failed.getMessage();
        } finally {
            finished();
        }
    }

    private synchronized void begin() {
        if (stopped) throw new OffsiteFault(OffsiteFault.Kind.STOPPED, Saying.STOPPED.of());
        waiting = Thread.currentThread();
    }

    private synchronized void finished() {
        // What is written next must not be refused because the wait was ended.
        if (waiting != null && stopped) Thread.interrupted();
        waiting = null;
    }

    /** Ends the wait for a storage at once, and begins no other. */
    synchronized void stop() {
        stopped = true;
        if (waiting != null) waiting.interrupt();
    }

    /**
     * Lets go of the copies that the retention would not keep, by the same rules as here. What is there is judged, not
     * what is here: a machine that was set up again does not take the old one's copies for superfluous.
     */
    void prune(Retention retention, Instant now, BackupLog log) throws IOException {
        for (var place : places) {
            try {
                begin();
                for (var verdict : retention.judge(candidates(place), now)) {
                    if (verdict.kept()) continue;
                    place.delete(verdict.id() + SUFFIX);
                    log.info("deleted " + verdict.id() + " at " + place.name() + ": no rule of the retention keeps it");
                }
            } catch (RuntimeException failed) {
                finished();
                log.error("old copies at " + place.name() + " were not deleted: " + failed.getMessage());
            } finally {
                finished();
            }
        }
    }

    /** What lies at each place. One that does not answer does not hide the others. */
    Listing list() {
        var all = new ArrayList<Lying>();
        var failed = new TreeMap<String, String>();
        for (var place : places) {
            try {
                for (var copy : place.list()) {
                    id(copy).ifPresent(id -> all.add(new Lying(place.name(), id, copy.bytes(), copy.at())));
                }
            } catch (OffsiteFault fault) {
                failed.put(place.name(), fault.getMessage());
            }
        }
        return new Listing(all, failed);
    }

    Optional<Offsite> place(String name) {
        return places.stream().filter(place -> place.name().equals(name)).findFirst();
    }

    static void fetch(Offsite place, String id, Path target, Journey journey) throws IOException {
        place.fetch(id + SUFFIX, target, (done, total) -> journey.at("fetch", done, total));
        var held = new ArchiveReader(target).manifest().content().created();
        // The seal tells that a copy is ours and whole, not which one it is: a storage could give an older one for it.
        boolean same = BackupId.moment(id)
                .map(named -> Duration.between(named, held).abs().compareTo(SAME) <= 0)
                .orElse(true);
        if (!same) {
            throw new ArchiveFault("the copy " + place.name() + "/" + id + " holds a backup of " + held
                    + ", which is not the one of that name: do not trust the storage, take another copy");
        }
    }

    private static List<Retention.Candidate> candidates(Offsite place) {
        var all = new ArrayList<Retention.Candidate>();
        for (var copy : place.list()) {
            var id = id(copy).orElse("");
            // Whose name tells no time was put there by somebody else.
            BackupId.moment(id).ifPresent(created -> all.add(new Retention.Candidate(id, created, true)));
        }
        return all;
    }

    private static Optional<String> id(Copy copy) {
        var name = copy.name();
        return name.endsWith(SUFFIX)
                ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }

    @Override
    public void close() {
        places.forEach(Offsite::close);
    }
}
