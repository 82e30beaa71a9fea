package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Installed;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.Engine;

/** What plugins left in the database that are gone: whatever is called like them. */
public final class Leavings {
    private static final String HISTORY = "_" + History.SUFFIX;

    private final Reading reading;
    private final Engine engine;
    private final Installed installed;

    Leavings(Reading reading, Engine engine, Installed installed) {
        this.reading = reading;
        this.engine = engine;
        this.installed = installed;
    }

    /** As {@link Database#read}. */
    interface Reading {
        <T> T read(Database.Work<T> work);
    }

    /**
     * A table, or something else with a name.
     *
     * @param kind {@code table}, {@code view}
     * @param rows 0 for what has none of its own
     */
    public record Left(String kind, String name, long rows) {}

    /**
     * The ids of those that are gone and whose migrations stand on record here, each with what it left.
     *
     * @throws Fault when what a plugin left cannot be told from what another one has
     */
    public SortedMap<String, List<Left>> all() throws Fault {
        SortedSet<String> gone = reading.read(connection -> recorded(Thing.in(connection, engine)));
        gone.removeAll(installed.taken());
        var all = new TreeMap<String, List<Left>>();
        for (var id : gone) all.put(id, of(id));
        return all;
    }

    /** What one left that is gone, whether its migrations stand on record or not. */
    public List<Left> of(String id) throws Fault {
        var scripts = scriptsAround(id);
        return reading.read(connection -> {
            var left = new ArrayList<Left>();
            for (var thing : owned(id, connection, scripts)) {
                left.add(new Left(thing.kind().word(), thing.name(), thing.rows(connection)));
            }
            return left;
        });
    }

    /**
     * As {@link #all}, read without a change to anything.
     *
     * @param inUse whether a server has the database open
     */
    public static SortedMap<String, List<Left>> in(
            DataConfig data, DatabaseConfig database, Installed installed, boolean inUse) throws Fault {
        if (database.url().isPresent()) {
            try (var store = new PostgresStore(database)) {
                return new Leavings(store::read, Engine.POSTGRESQL, installed).all();
            }
        }
        var file = data.directory().resolve(DataHost.SQLITE_FILE);
        if (Files.notExists(file)) return new TreeMap<>();
        try (var connection = Inspection.open(file, inUse)) {
            return new Leavings(new Look(connection), Engine.SQLITE, installed).all();
        } catch (SQLException | IOException unreadable) {
            throw new Fault(
                    "what plugins left in " + file + " cannot be read: " + unreadable.getMessage(),
                    "run this as the owner of the data folder",
                    unreadable);
        }
    }

    private record Look(Connection connection) implements Reading {
        @Override
        public <T> T read(Database.Work<T> work) {
            try {
                return work.run(connection);
            } catch (SQLException unreadable) {
                throw SqliteErrors.translate(unreadable);
            }
        }
    }

    /** The copies of the SQLite file from before a plugin's migrations, which nobody else would ever delete. */
    public static List<Path> copies(DataConfig data, String id) throws IOException {
        return Files.isDirectory(data.directory()) ? SafetyCopy.copies(data.directory(), id) : List.of();
    }

    /**
     * The scripts of plugins that stay and whose names are the beginning of the one that is gone: what seems to be of
     * {@code kill-feed} may be of {@code kill}.
     */
    List<String> scriptsAround(String id) throws Fault {
        var texts = new ArrayList<String>();
        for (var owner : installed.namesakes(id)) {
            for (var script : Scripts.of(owner, engine).all()) texts.add(script.text());
        }
        return texts;
    }

    /** What is called like the plugin, and is not another one's whose name begins like it, or with which its own begins. */
    List<Thing> owned(String id, Connection connection, List<String> scripts) throws SQLException {
        var prefix = History.prefix(id);
        var things = Thing.in(connection, engine);
        var others = recorded(things);
        others.addAll(installed.taken());
        var longer = others.stream()
                .map(History::prefix)
                .filter(other -> other.startsWith(prefix) && !other.equals(prefix))
                .toList();
        return things.stream()
                .filter(thing -> thing.plainName().startsWith(prefix))
                .filter(thing -> longer.stream().noneMatch(thing.plainName()::startsWith))
                .filter(thing -> scripts.stream().noneMatch(script -> names(script, thing)))
                .toList();
    }

    private static boolean names(String script, Thing thing) {
        var word = "(?<![\\w$])" + Pattern.quote(thing.name()) + "(?![\\w$])";
        return Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(script).find();
    }

    /** Whose migrations stand on record. */
    private static SortedSet<String> recorded(List<Thing> things) {
        var ids = new TreeSet<String>();
        for (var thing : things) {
            var name = thing.plainName();
            if (thing.kind() != Thing.Kind.TABLE || !name.endsWith(HISTORY)) continue;
            ids.add(name.substring(0, name.length() - HISTORY.length()).replace('_', '-'));
        }
        return ids;
    }
}
