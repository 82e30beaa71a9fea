package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wvwbuilder.kernel.Fault;

/**
 * What was done to an owner's tables so far, as Flyway wrote it down.
 *
 * @param applied checksums by version; absent when Flyway was never here
 */
record History(Optional<SortedMap<Integer, Integer>> applied) {

    /** What the names of all histories end with, after an underscore. */
    static final String SUFFIX = "schema_history";

    static String table(String owner) {
        return prefix(owner) + SUFFIX;
    }

    /** What the names of an owner's tables begin with. */
    static String prefix(String owner) {
        return owner.replace('-', '_') + "_";
    }

    static History read(Store store, Connection connection, String owner) throws SQLException {
        if (!store.tables(connection).contains(table(owner))) return new History(Optional.empty());
        var versions = new TreeMap<Integer, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version, checksum from \"" + table(owner)
                        + "\" where type = 'SQL' and success order by installed_rank")) {
            while (rows.next()) versions.put(Integer.valueOf(rows.getString(1)), rows.getInt(2));
        }
        return new History(Optional.of(versions));
    }

    boolean hasData() {
        return applied.isPresent() && !applied.get().isEmpty();
    }

    /** True when exactly these scripts ran, unchanged: Flyway would find nothing to do. */
    boolean matches(Scripts scripts) {
        if (applied.isEmpty()) return scripts.all().isEmpty();
        var wanted = new TreeMap<Integer, Integer>();
        for (var script : scripts.all()) wanted.put(script.version(), script.checksum());
        return wanted.equals(applied.get());
    }

    /** Refuses tables that these scripts did not make. */
    void check(String owner, Scripts scripts) throws Fault {
        if (applied.isEmpty()) return;
        for (var done : applied.get().entrySet()) {
            int version = done.getKey();
            if (version > scripts.newest()) throw newer(owner, scripts.newest());
            var script = scripts.all().stream()
                    .filter(one -> one.version() == version)
                    .findFirst()
                    .orElseThrow(() -> changed(owner, "version " + version + " is missing"));
            if (script.checksum() != done.getValue()) {
                throw changed(owner, script.getFilename() + " was changed after it had run");
            }
        }
    }

    private Fault newer(String owner, int known) {
        int version = applied.orElseThrow().keySet().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Fault(
                "the tables of plugin " + owner + " are at version " + version + ", but the installed plugin knows them"
                        + " only up to version " + known,
                "install the newer " + owner + " again, or restore a backup from before it");
    }

    private static Fault changed(String owner, String what) {
        return new Fault(
                "the tables of plugin " + owner + " were made by other scripts than the installed ones: " + what,
                "install the release of " + owner + " that made them, or a newer one");
    }
}
