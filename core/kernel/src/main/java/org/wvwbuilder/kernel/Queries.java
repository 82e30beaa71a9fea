package org.wvwbuilder.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.plugin.Database.Work;

/** The queries of one call into a plugin that run now, so that they end with it: they take no notice of an interrupt. */
final class Queries {
    static final ScopedValue<Queries> CURRENT = ScopedValue.newInstance();
    private final List<Breakable> running = new ArrayList<>();
    private boolean over;

    /** The same work, known to the caller's call while it is done, on whichever thread. */
    static <T> Work<T> watched(Work<T> work) {
        if (!CURRENT.isBound()) return work;
        var queries = CURRENT.get();
        return connection -> queries.run(connection, work);
    }

    private <T> T run(Connection connection, Work<T> work) throws SQLException {
        if (!(connection instanceof Breakable query)) return work.run(connection);
        synchronized (this) {
            if (over) throw new SQLException("the call took too long, and is over");
            running.add(query);
        }
        try {
            return work.run(connection);
        } finally {
            // Waits for one that is just being broken off: the next user of the connection is not to lose its query.
            synchronized (this) {
                running.removeIf(one -> one == query);
            }
        }
    }

    /** Ends those that run, and lets no other begin. */
    synchronized void breakOff() {
        over = true;
        running.forEach(Breakable::breakOff);
    }
}
