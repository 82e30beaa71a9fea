package org.wvwbuilder.data;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Installed;
import org.wvwbuilder.plugin.Database.DatabaseException;

/** Drops what a plugin left that is gone, in one transaction, while nobody migrates. */
record Purging(Store store, Installed installed) {

    /** @throws Fault when something that stays is built on it; nothing is dropped then */
    void purge(String id) throws Fault {
        installed.requireGone(id);
        var leavings = new Leavings(store::read, store.engine(), installed);
        var scripts = leavings.scriptsAround(id);
        try {
            store.alone(() -> purge(id, leavings, scripts));
        } catch (SQLException | DatabaseException refused) {
            throw new Fault(
                    "what " + id + " left in the database was not deleted, and nothing was changed: "
                            + refused.getMessage().lines().findFirst().orElse(""),
                    "see to the database, and type it again",
                    refused);
        }
    }

    private void purge(String id, Leavings leavings, List<String> scripts) throws Fault, SQLException {
        try (var connection = store.forMigrations().getConnection()) {
            connection.setAutoCommit(false);
            try {
                var going = leavings.owned(id, connection, scripts).stream()
                        .sorted(Comparator.comparing(Thing::kind))
                        .toList();
                store.drop(connection, going);
                store.check(connection);
                connection.commit();
            } catch (Fault | SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }
}
