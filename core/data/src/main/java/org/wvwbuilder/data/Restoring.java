package org.wvwbuilder.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;

/**
 * Carries out a restore that was asked for, while nobody uses the database. Killed at any point, it is carried out to its
 * end by the next start; the database is the old one or the new one at every moment.
 */
public final class Restoring {
    private static final System.Logger LOG = System.getLogger(Restoring.class.getName());
    private static final int SAFETY_COPIES = 3;
    private final Path directory;
    private final Copying copying;
    private final InstantSource clock;

    Restoring(Path directory, Copying copying, InstantSource clock) {
        this.directory = directory;
        this.copying = copying;
        this.clock = clock;
    }

    public static Restoring of(DataConfig data, DatabaseConfig database, InstantSource clock) {
        var directory = data.directory().toAbsolutePath();
        return new Restoring(directory, Copies.copying(directory, database), clock);
    }

    /** Whether one was asked for that nobody carried out yet. */
    public boolean pending() {
        return Files.exists(directory.resolve("restore.pending"));
    }

    /** How the last one went. */
    public Optional<Restored> last() throws IOException {
        return PendingRestore.outcome(directory);
    }

    /** One that was carried out, by whomever, and with which no server has been ready yet. */
    public Optional<Restored> untried() {
        try {
            return PendingRestore.untried(directory);
        } catch (IOException error) {
            throw new UncheckedIOException(
                    "what the last restore left in " + directory + " cannot be read: check its permissions", error);
        }
    }

    /** A server is ready with the database: from now on nothing that fails is the restore's fault. */
    public void tried() {
        try {
            PendingRestore.tried(directory);
        } catch (IOException error) {
            LOG.log(
                    Level.WARNING,
                    "restore.untried in " + directory + " could not be deleted: delete it, or a start that fails"
                            + " puts the database from before the restore back",
                    error);
        }
    }

    /**
     * Call it only while this process alone has the data folder, before the database is opened.
     *
     * @return how it went; empty when none was asked for
     * @throws Fault when it cannot even be tried; the database is unchanged then, and the next start tries again
     */
    public Optional<Restored> carryOut() throws Fault {
        try {
            var pending = PendingRestore.in(directory);
            if (pending.isEmpty()) return Optional.empty();
            LOG.log(Level.INFO, "the restore of {0} begins", pending.get().name());
            var restored = carryOut(pending.get());
            settle(pending.get(), restored);
            return Optional.of(restored);
        } catch (IOException error) {
            throw new Fault(
                    "the restore that was asked for cannot be carried out: " + error.getMessage(),
                    "mend that and start again, or delete " + directory.resolve("restore.pending") + " to give it up",
                    error);
        }
    }

    private Restored carryOut(PendingRestore pending) throws IOException {
        if (pending.refused().isPresent()) return takeBack(pending);
        boolean was;
        try {
            was = copying.swap(pending.staged(), pending.safety());
        } catch (UntouchedException untouched) {
            // The old database is as good as before: better it is served than none.
            return refused(pending, untouched.getMessage());
        }
        var fault = fault(pending);
        if (fault.isEmpty()) {
            var safety = was ? Optional.of(pending.safety()) : Optional.<Path>empty();
            return new Restored(
                    pending.name(),
                    clock.instant(),
                    Outcome.DONE,
                    "the database is that of the backup"
                            + safety.map(path -> "; what was there before lies in " + path)
                                    .orElse(""),
                    safety);
        }
        if (was) return takeBack(pending.refused(fault.get()));
        return refused(pending, fault.get());
    }

    private Restored refused(PendingRestore pending, String why) {
        return new Restored(
                pending.name(),
                clock.instant(),
                Outcome.REFUSED,
                why,
                Optional.of(pending.safety()).filter(Files::exists));
    }

    /** Written down first: a start after a kill must not take the old database for the new one. */
    private Restored takeBack(PendingRestore pending) throws IOException {
        pending.write(directory);
        copying.swapBack(pending.safety());
        return refused(pending, pending.refused().orElseThrow());
    }

    /** What is wrong with the database that was put in place. */
    private Optional<String> fault(PendingRestore pending) {
        try {
            var contents = copying.inPlace();
            if (contents.sentinel().equals(pending.sentinel())) return Optional.empty();
            return Optional.of("the copy was not the one that had been proven: restore another backup");
        } catch (IOException error) {
            return Optional.of(error.getMessage());
        }
    }

    private void settle(PendingRestore pending, Restored restored) throws IOException {
        note(pending, restored);
        PendingRestore.tell(directory, restored);
        PendingRestore.forget(directory);
        tidy(pending);
        LOG.log(
                restored.outcome() == Outcome.DONE ? Level.INFO : Level.ERROR,
                "the restore of {0} is {1}: {2}",
                restored.name(),
                restored.outcome(),
                restored.detail());
    }

    /** What has to outlast the outcome of the next restore. */
    private void note(PendingRestore pending, Restored restored) throws IOException {
        if (restored.outcome() == Outcome.DONE) {
            PendingRestore.done(directory, restored);
            return;
        }
        // Another one may still be untried, over which this one was not to be.
        boolean own = PendingRestore.untried(directory)
                .flatMap(Restored::safetyCopy)
                .filter(pending.safety()::equals)
                .isPresent();
        if (own) PendingRestore.tried(directory);
    }

    /** What is left over stands in nobody's way, and what was just made stays however late the clock was when it was named. */
    private void tidy(PendingRestore pending) {
        try {
            Files.deleteIfExists(pending.staged());
            int others = Files.exists(pending.safety()) ? SAFETY_COPIES - 1 : SAFETY_COPIES;
            var old = safetyCopies().stream()
                    .filter(copy -> !copy.equals(pending.safety()))
                    .skip(others)
                    .toList();
            for (var copy : old) {
                Files.delete(copy);
                for (var log : List.of("-wal", "-journal")) Files.deleteIfExists(Path.of(copy + log));
            }
        } catch (IOException | UncheckedIOException error) {
            LOG.log(
                    Level.WARNING,
                    "old copies of the database in " + directory
                            + " could not be deleted: delete those that you do not need",
                    error);
        }
    }

    /**
     * Gives up a restore that was just carried out, because the server cannot start with it.
     *
     * @return false when there is nothing to go back to
     */
    public boolean undo(Restored restored, String why) throws Fault {
        // Somebody asked for another one meanwhile: that is carried out.
        if (pending()) return true;
        if (restored.safetyCopy().isEmpty()) return false;
        var safety = restored.safetyCopy().get();
        // Where nobody can be reached, the restore is not to blame.
        if (Files.notExists(safety) || !copying.reachable()) return false;
        try {
            var undone = new PendingRestore(
                    restored.name(),
                    directory.resolve("restore.staged." + copying.suffix()),
                    "",
                    safety,
                    Optional.of("the server could not start with it, so the database is again the one from before: "
                            + why));
            settle(undone, takeBack(undone));
            LOG.log(Level.ERROR, "the restore of {0} was undone", restored.name());
            return true;
        } catch (IOException error) {
            throw new Fault(
                    "the restore could not be undone: " + error.getMessage(),
                    "start again, which tries it again",
                    error);
        }
    }

    /** The newest first: their names tell the moment. */
    private List<Path> safetyCopies() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(path ->
                            path.getFileName().toString().matches("before-restore-[0-9TZ]+\\." + copying.suffix()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
