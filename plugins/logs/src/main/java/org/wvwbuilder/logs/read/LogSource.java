package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Filter;

/** Where entries come from. */
public interface LogSource {

    /** What it is called wherever somebody chooses one. */
    String id();

    /** Whether there is anything to read. */
    boolean present();

    /** The youngest entries before a place, or before now. */
    Slice before(Request request) throws IOException;

    /** What is written from now on. */
    Tail follow() throws IOException;

    /**
     * @param limit the most entries
     * @param patience when to answer with what there is by then
     */
    record Request(Filter filter, int limit, Optional<Cursor> from, Patience patience) {}

    /** How long to look for what may be rare. */
    @FunctionalInterface
    interface Patience {
        Patience ENDLESS = looked -> false;

        /** @param looked bytes looked through so far */
        boolean isOver(long looked);
    }

    /**
     * @param entries the youngest first
     * @param next where to go on; empty when there is nothing above
     */
    record Slice(List<Entry> entries, Optional<Cursor> next) {
        public Slice {
            entries = List.copyOf(entries);
        }
    }

    /** An ear on a log. */
    interface Tail extends AutoCloseable {

        /** What was written since the last call, the oldest first; a bounded number at a time. Does not wait. */
        List<Entry> poll() throws IOException;

        @Override
        void close() throws IOException;
    }
}
