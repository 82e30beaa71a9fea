package org.wvwbuilder.data;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database.DatabaseException;

/** Brings the tables of one owner after the other up to date. Asks Flyway only when something is to be done. */
record Migrations(Store store) {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
    /** How Flyway tells the script and the line at which the statement begins that failed. */
    private static final Pattern SCRIPT = Pattern.compile("(?m)^Location\\s*: (\\S+)");

    private static final Pattern LINE = Pattern.compile("(?m)^Line\\s*: (\\d+)\\s*$");
    /** What SQLite's driver says around the sentence of SQLite, for want of a kind of error that fits. */
    private static final Pattern SQLITE = Pattern.compile("\\[SQLITE_ERROR] [^(]*\\((.*)\\)");

    /** @return the version that the tables have now */
    int migrate(TableOwner owner) throws Fault {
        var scripts = Scripts.of(owner, store.engine());
        try {
            if (history(owner).matches(scripts)) return scripts.newest();
            store.alone(() -> migrate(owner, scripts));
            return scripts.newest();
        } catch (SQLException error) {
            throw unreachable(owner, error);
        } catch (DatabaseException error) {
            throw unreachable(owner, error);
        }
    }

    private History history(TableOwner owner) {
        return store.read(connection -> History.read(store, connection, owner.id()));
    }

    private void migrate(TableOwner owner, Scripts scripts) throws Fault, SQLException {
        // Another process may have done it while this one waited for its turn.
        var history = history(owner);
        if (history.matches(scripts)) return;
        history.check(owner.id(), scripts);
        if (history.hasData()) store.keep(owner.id(), scripts.newest());
        long start = System.nanoTime();
        try {
            flyway(owner, scripts).migrate();
        } catch (FlywayException error) {
            throw failed(owner, history.hasData(), reason(error), error);
        }
        LOG.log(
                Level.INFO,
                "tables of {0} are now at version {1} ({2} ms)",
                owner.id(),
                scripts.newest(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private Flyway flyway(TableOwner owner, Scripts scripts) {
        Set<String> before = store.read(store::tables);
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(store.forMigrations())
                .table(History.table(owner.id()))
                .resourceProvider(scripts)
                .locations(new String[0])
                .callbacks(new OwnTables(store, History.prefix(owner.id()), before))
                // All that is missing in one transaction, so that a failure changes nothing.
                .group(true)
                // The default tolerates tables of a newer release.
                .ignoreMigrationPatterns(new String[0])
                // Else a second owner is refused, because the database is not empty.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .placeholderReplacement(false)
                .loggers("slf4j")
                .load();
    }

    /** The innermost sentence, which is the database's or ours, with its place; Flyway's own run over many lines. */
    private static String reason(Throwable error) {
        var place = "";
        var root = error;
        while (true) {
            var message = String.valueOf(root.getMessage());
            var script = SCRIPT.matcher(message);
            var line = LINE.matcher(message);
            if (script.find() && line.find()) place = script.group(1) + ", line " + line.group(1) + ": ";
            if (root.getCause() == null) break;
            root = root.getCause();
        }
        var said = String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
        var sqlite = SQLITE.matcher(said);
        return place + (sqlite.matches() ? sqlite.group(1) : said);
    }

    /** @param before whether an earlier release of the owner has been at work here */
    private static Fault failed(TableOwner owner, boolean before, String reason, Exception cause) {
        return new Fault(
                "the tables of plugin " + owner.id() + " were not brought up to date, and nothing was changed: "
                        + reason,
                before
                        ? "install the release of " + owner.id() + " that was here before, and tell its author"
                        : "its author must mend that script; until then leave the plugin out, of which nothing is in"
                                + " the database yet",
                cause);
    }

    private static Fault unreachable(TableOwner owner, Exception cause) {
        return new Fault(
                "the tables of plugin " + owner.id() + " were not brought up to date, and nothing was changed: "
                        + cause.getMessage(),
                "see to the database, and start again",
                cause);
    }
}
