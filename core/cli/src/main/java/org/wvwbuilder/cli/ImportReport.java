package org.wvwbuilder.cli;

import java.util.List;
import java.util.Map;

/**
 * What became of another program's rows.
 *
 * @param dryRun true when nothing was written
 * @param ignored how many rows those tables have that nobody takes over
 */
record ImportReport(String file, boolean dryRun, List<Outcome> tables, Map<String, Long> ignored) {

    /**
     * @param added rows that are here now
     * @param present rows that were here before
     */
    record Outcome(
            String table,
            long rows,
            long added,
            long present,
            long leftOut,
            List<Group> leftOutWhy,
            List<Group> remarks) {}

    /** Rows with the same fate. */
    record Group(String what, List<Item> rows) {}

    /** @param name as people know the row; empty where it has none that can be read */
    record Item(long id, String name) {

        @Override
        public String toString() {
            return name.isEmpty() ? "no. " + id : name + " (" + id + ")";
        }
    }
}
