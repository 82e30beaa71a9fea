package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Installed;
import org.wvwbuilder.kernel.PartOfServer;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;

/** Keeps the database open for everybody, from before the first plugin's migration until the last plugin has closed. */
public final class DataHost implements Databases, AutoCloseable {
    /** The name of the SQLite file in {@code data.directory}. */
    public static final String SQLITE_FILE = SqliteStore.FILE;

    private final Store store;
    private final Migrations migrations;
    private final Map<String, HealthCheck> checks;
    private final List<Contribution.Job> jobs;
    private final SortedMap<String, Integer> schema = new ConcurrentSkipListMap<>();

    private DataHost(Store store, Path directory, int freeSpace, InstantSource clock) {
        this.store = store;
        this.migrations = new Migrations(store);
        var all = new LinkedHashMap<String, HealthCheck>();
        all.put("database", new DatabaseCheck(store, clock));
        all.put("disk", new DiskCheck(directory, freeSpace));
        this.jobs = switch (store) {
            case SqliteStore file -> {
                var integrity = new Integrity(store, file.file(), clock);
                all.put("integrity", integrity);
                file.onDamage(integrity::met);
                yield new Upkeep(file, integrity).jobs();
            }
            case PostgresStore elsewhere -> List.of();
        };
        this.checks = Collections.unmodifiableMap(all);
    }

    /**
     * Opens the database and makes the server's own table. On SQLite other processes may have it open, too.
     *
     * @throws Fault when the directory or the database cannot be used
     */
    public static DataHost open(DataConfig data, DatabaseConfig database, InstantSource clock) throws Fault {
        var directory = prepare(data.directory());
        var store = database.url().isPresent() ? new PostgresStore(database) : sqlite(directory, database);
        var host = new DataHost(store, directory, data.freeSpace(), clock);
        try {
            host.migrate(owner());
            return host;
        } catch (Fault | RuntimeException failed) {
            host.close();
            throw failed;
        }
    }

    static TableOwner owner() {
        return PartOfServer.of(
                "data",
                DataHost.class,
                "META-INF/wvw/migrations/V1__pulse.sql",
                "META-INF/wvw/migrations/V2__integrity.sql");
    }

    @Override
    public Database database() {
        return store;
    }

    /** What plugins left here that are gone. */
    public Leavings leavings(Installed installed) {
        return new Leavings(store::read, store.engine(), installed);
    }

    /**
     * Drops all that a plugin left here that is gone.
     *
     * @throws Fault when it is not gone, or something that stays is built on what it left; nothing is dropped then
     */
    public void purge(String id, Installed installed) throws Fault {
        new Purging(store, installed).purge(id);
    }

    /** What the connections are doing now. */
    public Traffic traffic() {
        return store.traffic();
    }

    /** What keeps the file in shape; nothing on PostgreSQL, which does that itself. */
    public List<Contribution.Job> jobs() {
        return jobs;
    }

    /** Read anew at each call. */
    public DatabaseFacts facts() {
        var facts = store.read(store::facts);
        return new DatabaseFacts(facts.engine(), facts.version(), facts.bytes(), new TreeMap<>(schema));
    }

    /** The checks {@code database} and {@code disk}, and {@code integrity} on SQLite. */
    public Map<String, HealthCheck> checks() {
        return checks;
    }

    @Override
    public void migrate(TableOwner owner) throws Fault {
        if (PartOfServer.owns(owner.id()) && !(owner instanceof PartOfServer)) {
            throw new Fault(
                    "plugin " + owner.id() + " has an id whose tables are the server's",
                    "its author gives the plugin another id");
        }
        int version = migrations.migrate(owner);
        if (version > 0) schema.put(owner.id(), version);
    }

    @Override
    public Database of(PluginHandle plugin) {
        return store;
    }

    /** Ends every connection. The last one to leave an SQLite file moves its log into it. */
    @Override
    public void close() {
        store.close();
    }

    /** Makes the data folder where there is none: keys and everybody's addresses will lie in it, so others may not read it. */
    public static Path makeFolder(Path directory) throws IOException {
        return Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    }

    private static Path prepare(Path directory) throws Fault {
        try {
            return makeFolder(directory).toAbsolutePath();
        } catch (IOException error) {
            throw new Fault(
                    "the folder " + directory + " cannot be made: " + error,
                    "set data.directory to a folder that the server's user may write to",
                    error);
        }
    }

    private static Store sqlite(Path directory, DatabaseConfig database) throws Fault {
        try {
            return new SqliteStore(directory, database.connections(), database.patience());
        } catch (SQLException error) {
            throw new Fault(
                    "the database in " + directory + " does not open: " + error.getMessage(),
                    "let the server's user write there; if the file is damaged, restore a backup",
                    error);
        }
    }
}
