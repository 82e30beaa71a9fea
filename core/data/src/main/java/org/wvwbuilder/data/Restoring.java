package org.wvwbuilder.data;

import java.io.IOException;
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
        boolean was = copying.swap(pending.staged(), pending.safety());
        var safety = was ? Optional.of(pending.safety()) : Optional.<Path>empty();
        var fault = fault(pending);
        if (fault.isEmpty()) {
            return new Restored(
                    pending.name(),
                    clock.instant(),
                    Outcome.DONE,
                    "the database is that of the backup"
                            + safety.map(path -> "; what was there before lies in " + path)
                                    .orElse(""),
                    safety);
        }
        if (was) copying.swapBack(pending.safety());
        return new Restored(pending.name(), clock.instant(), Outcome.REFUSED, fault.get(), safety);
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
        PendingRestore.tell(directory, restored);
        PendingRestore.forget(directory);
        Files.deleteIfExists(pending.staged());
        for (var old : safetyCopies().stream().skip(SAFETY_COPIES).toList()) {
            Files.delete(old);
            Files.deleteIfExists(Path.of(old + "-wal"));
        }
        LOG.log(
                restored.outcome() == Outcome.DONE ? Level.INFO : Level.ERROR,
                "the restore of {0} is {1}: {2}",
                restored.name(),
                restored.outcome(),
                restored.detail());
    }

    /**
     * Gives up a restore that was just carried out, because the server cannot start with it.
     *
     * @return false when there is nothing to go back to
     */
    public boolean undo(Restored restored, String why) throws Fault {
        if (restored.safetyCopy().isEmpty()) return false;
        try {
            copying.swapBack(restored.safetyCopy().get());
            var undone = new Restored(
                    restored.name(),
                    clock.instant(),
                    Outcome.REFUSED,
                    "the server could not start with it, so the database is again the one from before: " + why,
                    restored.safetyCopy());
            PendingRestore.tell(directory, undone);
            LOG.log(Level.ERROR, "the restore of {0} was undone: {1}", undone.name(), undone.detail());
            return true;
        } catch (IOException error) {
            throw new Fault(
                    "the restore could not be undone: " + error.getMessage(),
                    "put " + restored.safetyCopy().get() + " back with gw2 restore",
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
