package org.wvwbuilder.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.DatabaseCopies;

/** What the data host lends for backups. It opens the database by itself, so it works where the host is not open. */
public final class Copies implements DatabaseCopies {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final System.Logger LOG = System.getLogger(Copies.class.getName());
    private static final int PURGE_COPIES = 3;

    private final Path directory;
    private final Copying copying;
    private final InstantSource clock;
    private final String version;
    private final Carrying carrying;
    /** The newest version of tables that the installed parts know, by the tables' prefix. */
    private final Map<String, Integer> known;

    /** What happens once a restore was written down: the server starts again, or a command carries it out. */
    @FunctionalInterface
    public interface Carrying {
        Restored carryOut() throws IOException;

        /** As {@link DatabaseCopies#served}. */
        default boolean served() {
            return true;
        }
    }

    private Copies(
            Path directory,
            Copying copying,
            InstantSource clock,
            String version,
            Map<String, Integer> known,
            Carrying carrying) {
        this.directory = directory;
        this.copying = copying;
        this.clock = clock;
        this.version = version;
        this.known = known;
        this.carrying = carrying;
    }

    /** @param owners the plugins that are installed, whether they run or not */
    public static Copies of(
            DataConfig data,
            DatabaseConfig database,
            InstantSource clock,
            String version,
            List<? extends TableOwner> owners,
            Carrying carrying)
            throws Fault {
        var directory = data.directory().toAbsolutePath();
        var engine = database.url().isPresent() ? Engine.POSTGRESQL : Engine.SQLITE;
        var known = new TreeMap<String, Integer>();
        for (var owner : owners) {
            known.put(prefix(owner.id()), Scripts.of(owner, engine).newest());
        }
        known.put("data", Scripts.of(DataHost.owner(), engine).newest());
        return new Copies(directory, copying(directory, database), clock, version, known, carrying);
    }

    static Copying copying(Path directory, DatabaseConfig database) {
        return database.url().isPresent()
                ? new PostgresCopying(database)
                : new SqliteCopying(new SqliteFile(directory.resolve(DataHost.SQLITE_FILE)));
    }

    private static String prefix(String owner) {
        var prefix = History.prefix(owner);
        return prefix.substring(0, prefix.length() - 1);
    }

    @Override
    public String engine() {
        return copying.engine();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public boolean served() {
        return carrying.served();
    }

    @Override
    public Contents copy(Path file, Progress progress) throws IOException {
        refuseBeforeRestore();
        return copying.copy(file.toAbsolutePath(), served(), progress);
    }

    /**
     * Keeps the whole database as it is, beside it and as one file that a restore takes. Of earlier ones the newest two stay.
     *
     * @param command what is run, for the refusal of another account
     */
    public Path keep(String command) throws IOException {
        FolderOwner.refuseOthers(directory, command);
        var name = "before-purge-" + MOMENT.format(clock.instant()) + "." + copying.suffix();
        var part = directory.resolve(name + ".part");
        copy(part, (done, total) -> {});
        Durable.move(part, directory.resolve(name));
        try (var files = Files.list(directory)) {
            var older = files.filter(file ->
                            file.getFileName().toString().matches("before-purge-[0-9TZ]+\\." + copying.suffix()))
                    .sorted(Comparator.reverseOrder())
                    .skip(PURGE_COPIES)
                    .toList();
            for (var file : older) Files.delete(file);
        }
        return directory.resolve(name);
    }

    @Override
    public Contents prove(Path file, Progress progress) throws IOException {
        refuseBeforeRestore();
        return copying.prove(file.toAbsolutePath(), progress);
    }

    /** Clears away what a drill left that was killed. That it cannot be is told, and keeps no server from starting. */
    public void sweep() {
        try {
            copying.sweep();
        } catch (IOException error) {
            LOG.log(
                    Level.WARNING,
                    "whether a killed restore drill left a database behind cannot be told: the next drill drops it",
                    error);
        }
    }

    /** Whoever still has the database open when it is to be replaced, would keep the restore from being carried out. */
    private void refuseBeforeRestore() throws IOException {
        if (pending()) throw new IOException("a restore is under way: wait until it has ended");
    }

    private boolean pending() {
        return Files.exists(directory.resolve("restore.pending"));
    }

    @Override
    public Optional<String> obstacle(Contents contents) {
        if (!contents.engine().equals(engine())) {
            return Optional.of("it is a backup of " + contents.engine() + " and the database here is " + engine()
                    + ": restore it on a server with that database");
        }
        if (contents.schemas().isEmpty()) {
            return Optional.of("it holds no tables of this product: choose another file");
        }
        for (var schema : contents.schemas().entrySet()) {
            var newest = known.get(schema.getKey());
            if (newest != null && schema.getValue() > newest) {
                return Optional.of("its tables of " + schema.getKey() + " are at version " + schema.getValue()
                        + " and the installed release knows them up to " + newest
                        + ": install the release that made it, or a newer one, then restore");
            }
        }
        return Optional.empty();
    }

    @Override
    public Restored restore(Path file, Contents contents, String name) throws IOException {
        var obstacle = obstacle(contents);
        if (obstacle.isPresent()) throw new IOException(obstacle.get());
        FolderOwner.refuseOthers(directory, "restore");
        DataHost.makeFolder(directory);
        try (var channel = FileChannel.open(
                        directory.resolve("restore.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || pending()) {
                throw new IOException("another restore is under way: wait until it has ended");
            }
            var staged = directory.resolve("restore.staged." + copying.suffix());
            copying.stage(file.toAbsolutePath(), staged);
            Durable.force(staged);
            Durable.forceFolder(staged);
            var safety = "before-restore-" + MOMENT.format(clock.instant()) + "." + copying.suffix();
            new PendingRestore(name, staged, contents.sentinel(), directory.resolve(safety), Optional.empty())
                    .write(directory);
        }
        return carrying.carryOut();
    }

    @Override
    public Optional<Restored> lastRestore() {
        return read(PendingRestore::outcome);
    }

    @Override
    public Optional<Instant> restoredAt() {
        return read(PendingRestore::done).map(Restored::at);
    }

    @FunctionalInterface
    private interface Reading {
        Optional<Restored> in(Path directory) throws IOException;
    }

    private Optional<Restored> read(Reading note) {
        try {
            return note.in(directory);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the outcome of the last restore in " + directory + " cannot be read: check its permissions",
                    unreadable);
        }
    }
}
