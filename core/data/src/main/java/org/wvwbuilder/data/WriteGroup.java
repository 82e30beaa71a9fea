package org.wvwbuilder.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;

/** Writers whose work stands in one transaction, which has begun. Used by the writer's thread alone. */
final class WriteGroup {
    private static final int MOST = 64;
    private static final long OLDEST = TimeUnit.MILLISECONDS.toNanos(10);

    private final WriteConnection connection;
    private final List<PendingWrite<?>> members = new ArrayList<>();
    private final long began = System.nanoTime();

    WriteGroup(WriteConnection connection) {
        this.connection = connection;
    }

    boolean mayGrow() {
        return members.size() < MOST && System.nanoTime() - began < OLDEST;
    }

    /**
     * Does the work, and undoes it alone when it fails, if that is possible.
     *
     * @return false when the transaction is gone
     */
    boolean add(PendingWrite<?> write) {
        boolean first = members.isEmpty();
        try {
            write.run(connection, first);
        } catch (Throwable failed) {
            try {
                boolean open = !first && connection.rollBackToSavepoint(failed);
                if (!open) undo(failed);
                return open;
            } finally {
                write.failed(failed);
            }
        }
        members.add(write);
        return true;
    }

    private void undo(Throwable failed) {
        try {
            connection.rollBack(failed);
        } finally {
            fail(failed);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (Throwable error) {
            undo(error);
            return;
        }
        members.forEach(PendingWrite::committed);
    }

    private void fail(Throwable why) {
        for (var member : members) member.failed(members.size() == 1 ? why : shared(why));
    }

    /** What each of several is told, of whom at most one is at fault. */
    private static DatabaseException shared(Throwable why) {
        if (!(why instanceof SQLException error)) {
            return new DatabaseException(
                    Kind.BUSY, "the write was undone together with another that failed; try again", null);
        }
        var known = SqliteErrors.translate(error);
        if (known.kind() != Kind.CONSTRAINT) return known;
        // A deferred constraint speaks up at the commit only, and does not say whose fault it is.
        return new DatabaseException(
                Kind.BUSY, "the write was undone together with another that broke a constraint; try again", error);
    }
}
