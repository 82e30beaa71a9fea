package org.wvwbuilder.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.data.Copies;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.data.Restoring;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** A real database with accounts of a bank in it, and the plugin's parts around it. */
final class World implements PluginContext, AutoCloseable {
    static final TableOwner BANK = owner("V1__bank.sql", """
            create table bank_accounts (id integer primary key, balance bigint not null check (balance >= 0));
            create table bank_moves (
                id bigint primary key,
                account integer not null references bank_accounts (id),
                note text not null);
            """);

    final TestClock clock = TestClock.at("2026-11-24T09:00:00Z");
    final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    final Path folder;
    final TestDatabase place;
    Backups backups;
    Restores restores;
    final BackupSettings settings;
    final Copies copies;
    /** Whether a restore is only asked for, as within a server. */
    boolean later;
    /** Whether this is a server, and if not, whether one runs beside. */
    boolean serving = true;

    boolean beside = true;

    private Optional<DataHost> host = Optional.empty();

    World(TestDatabase place, Path folder) throws Fault {
        this(
                place,
                folder,
                new BackupSettings(folder.resolve("backups"), "0 2 * * 0", 3, 7, 5, 12, Duration.ofDays(30), Map.of()));
    }

    World(TestDatabase place, Path folder, BackupSettings settings) throws Fault {
        this.place = place;
        this.folder = folder;
        this.settings = settings;
        this.copies = Copies.of(data(), settingsOfDatabase(), clock, "1.0.0-test", List.of(BANK), new Carrying());
        begin();
    }

    /** The next life of the process, which knows nothing of the last. */
    void begin() {
        this.backups = new Backups(this, settings, elsewhere(settings));
        this.restores = new Restores(backups, this);
    }

    /** As a server or a command does it. */
    private final class Carrying implements Copies.Carrying {
        @Override
        public boolean served() {
            return beside;
        }

        @Override
        public DatabaseCopies.Restored carryOut() throws IOException {
            return World.this.carryOut();
        }
    }

    private Elsewhere elsewhere(BackupSettings settings) {
        try {
            return Elsewhere.open(this, settings);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private DataConfig data() {
        return new DataConfig(place.directory(), 1);
    }

    private DatabaseConfig settingsOfDatabase() {
        return new DatabaseConfig(place.url(), place.user(), place.password(), 4, Duration.ofSeconds(10));
    }

    static TableOwner owner(String script, String sql) {
        var name = "META-INF/wvw/migrations/" + script;
        return new TableOwner() {
            @Override
            public String id() {
                return "bank";
            }

            @Override
            public List<String> resources() {
                return List.of(name);
            }

            @Override
            public Optional<InputStream> resource(String wanted) {
                return Optional.of(new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8)));
            }
        };
    }

    /** The server's own connections, with the tables made. */
    Database open() throws Fault {
        if (host.isEmpty()) {
            host = Optional.of(DataHost.open(data(), settingsOfDatabase(), InstantSource.system()));
            host.get().migrate(BANK);
        }
        return host.get().database();
    }

    /** So many accounts, each with the same balance. */
    World withAccounts(int accounts, long balance) throws Fault {
        open().write(connection -> {
            try (var insert = connection.prepareStatement("insert into bank_accounts values (?, ?)")) {
                for (int id = 1; id <= accounts; id++) {
                    insert.setInt(1, id);
                    insert.setLong(2, balance);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        return this;
    }

    /** Makes the tables of somebody else, too. */
    void migrate(TableOwner owner) throws Fault {
        open();
        host.orElseThrow().migrate(owner);
    }

    void shut() {
        host.ifPresent(DataHost::close);
        host = Optional.empty();
    }

    Restoring restoring() {
        return Restoring.of(data(), settingsOfDatabase(), clock);
    }

    /** As a command does when no server runs. */
    private DatabaseCopies.Restored carryOut() throws IOException {
        if (later) {
            return new DatabaseCopies.Restored(
                    "", clock.instant(), DatabaseCopies.Restored.Outcome.PENDING, "later", Optional.empty());
        }
        try {
            return restoring().carryOut().orElseThrow();
        } catch (Fault fault) {
            throw new IOException(fault.getMessage() + ": " + fault.remedy(), fault);
        }
    }

    /** @return its id */
    String backUp() throws Exception {
        var order = new Maker.Order(backups.newId(), "hand", false);
        return backups.alone("make", order.id(), step -> {}, journey -> backups.make(order, journey))
                .id();
    }

    DatabaseCopies.Restored restore(Path file) throws Exception {
        return backups.alone("restore", "x", step -> {}, journey -> restores.run(file, "x", false, journey))
                .restored()
                .orElseThrow();
    }

    long number(String sql) throws Fault {
        return open().read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void execute(String sql) throws Fault {
        open().write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Override
    public String id() {
        return "backup";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(settings);
    }

    @Override
    public Database database() {
        throw new IllegalStateException("the plugin says that it needs none");
    }

    @Override
    public Path directory() {
        return folder;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public System.Logger log() {
        return System.getLogger("test");
    }

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        return contract == DatabaseCopies.class ? Optional.of(contract.cast(copies)) : Optional.empty();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return find(contract).stream().toList();
    }

    @Override
    public void announce(String line) {}

    @Override
    public boolean serving() {
        return serving;
    }

    @Override
    public void close() {
        backups.close();
        backups.elsewhere().close();
        shut();
    }
}
