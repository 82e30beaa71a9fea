package org.wvwbuilder.plugin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Takes over what another program kept in tables, for {@code gw2 import}. Offered by every plugin that has a place for
 * some of it. The server reads the file and tells the operator how it went; no importer knows of another one.
 *
 * {@snippet lang=java :
 * record OldNotes(List<String> notes) implements Importer {
 *     public Map<String, Set<String>> tables() {
 *         return Map.of("notes", Set.of("id", "author_id", "text"));
 *     }
 *
 *     public Set<String> after() {
 *         return Set.of("users");
 *     }
 *
 *     public void take(Original original) {
 *         original.each("notes", row -> {
 *             var author = original.id("users", row.number("author_id"))
 *                     .orElseThrow(() -> new Unusable("its author was not taken over"));
 *             var id = row.newId(author);
 *             if (!original.rehearsal()) notes.add(id + " " + row.line("text", 500));
 *             row.taken(id);
 *         });
 *     }
 * }
 * }
 */
@API(status = API.Status.EXPERIMENTAL, since = "1.0")
public interface Importer {

    /** The tables whose rows it takes over, and of each the columns that it cannot do without. */
    Map<String, Set<String>> tables();

    /** The tables whose rows must have been taken over before, if anybody takes them: those that its own refer to. */
    Set<String> after();

    /**
     * Takes over what is not here yet, a few hundred rows a transaction. A second run must add nothing: see
     * {@link Row#newId}. Writes nothing when {@link Original#rehearsal} says so, and tells the same.
     */
    void take(Original original);

    /** The other program's tables, and what became of their rows. */
    interface Original {

        /** True when nothing is to be written. */
        boolean rehearsal();

        /** True when somebody of the same email here is the same person. */
        boolean joining();

        /** Goes through a table, in the order of its first column; through nothing when there is no such table. */
        void each(String table, Reading reading);

        /** The id here of a row that was taken over, now or before. */
        Optional<String> id(String table, Optional<Long> key);
    }

    /** What to do with a row. */
    @FunctionalInterface
    interface Reading {

        /** @throws Unusable when it is left out */
        void row(Row row) throws Unusable;
    }

    /** A row of the original. It may be kept, and told about later. */
    interface Row {

        /** Empty for NULL. */
        Optional<Long> number(String column);

        /** False for NULL. */
        boolean flag(String column);

        /** Empty for NULL and for what is no time between the years 2000 and 2100. */
        Optional<Instant> instant(String column);

        /** As it stands; empty for NULL. @throws Unusable when it is not UTF-8 */
        Optional<String> text(String column) throws Unusable;

        /** On one line, without blanks around it, cut with a remark; empty for NULL. @throws Unusable as {@link #text} */
        String line(String column, int most) throws Unusable;

        /**
         * An id for it here, the same in each run: a UUID of version 7 with the time of its making.
         *
         * @param origin what tells this row from one of the same number in another database: its owner's id
         */
        String newId(String origin);

        /** It is here now. */
        void taken(String id);

        /** It was here before. */
        void present(String id);

        /** It is not taken over. For a row that is looked at after its {@link Reading} returned. */
        void leave(String why);

        /** Something that the operator should know of it; the same words for all rows with the same fate. */
        void remark(String what);
    }

    /** Why a row is left out. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        /** @param why the end of a sentence about the row that says what to do; the same for all rows with the same fate */
        public Unusable(String why) {
            super(why, null, false, false);
        }
    }
}
