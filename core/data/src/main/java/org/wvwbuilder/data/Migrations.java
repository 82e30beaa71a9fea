package org.wvwbuilder.data;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database.DatabaseException;

/** Brings the tables of one owner after the other up to date. Asks Flyway only when something is to be done. */
record Migrations(Store store) {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    /** @return the version that the tables have now */
    int migrate(TableOwner owner) throws Fault {
        var scripts = Scripts.of(owner, store.engine());
        try {
            if (history(owner).matches(scripts)) return scripts.newest();
            store.alone(() -> migrate(owner, scripts));
            return scripts.newest();
        } catch (SQLException error) {
            throw failed(owner, error.getMessage(), error);
        } catch (DatabaseException error) {
            throw failed(owner, error.getMessage(), error);
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
            throw failed(owner, reason(error), error);
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

    /** The innermost sentence, which is the database's or ours; Flyway's own run over many lines. */
    private static String reason(Throwable error) {
        var root = error;
        while (root.getCause() != null) root = root.getCause();
        return String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
    }

    private static Fault failed(TableOwner owner, String reason, Exception cause) {
        return new Fault(
                "the tables of plugin " + owner.id() + " were not brought up to date, and nothing was changed: "
                        + reason,
                "install the release of " + owner.id() + " that was here before, and tell its author",
                cause);
    }
}
