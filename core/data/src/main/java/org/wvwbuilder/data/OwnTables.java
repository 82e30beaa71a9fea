package org.wvwbuilder.data;

import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Looks at each script's work while it can still be rolled back: an owner touches its own tables only. */
record OwnTables(Store store, String prefix, Set<String> before) implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (context.getConnection().getAutoCommit()) {
                throw new FlywayException(
                        script(context) + " contains a statement that cannot be rolled back; leave that out");
            }
            if (event == Event.AFTER_EACH_MIGRATE) check(context);
        } catch (SQLException error) {
            throw new FlywayException(error.getMessage(), error);
        }
    }

    private void check(Context context) throws SQLException {
        var after = store.tables(context.getConnection());
        for (var table : after) {
            if (!before.contains(table) && !table.startsWith(prefix)) {
                throw new FlywayException(
                        script(context) + " makes table " + table + ", whose name must begin with " + prefix);
            }
        }
        for (var table : before) {
            if (!after.contains(table) && !table.startsWith(prefix)) {
                throw new FlywayException(script(context) + " removes table " + table + ", which is not the plugin's");
            }
        }
        store.check(context.getConnection());
    }

    private static String script(Context context) {
        return context.getMigrationInfo().getScript();
    }

    @Override
    public String getCallbackName() {
        return "own tables";
    }
}
