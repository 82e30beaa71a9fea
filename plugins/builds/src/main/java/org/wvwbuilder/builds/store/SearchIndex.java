package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.wvwbuilder.plugin.Database.Engine;

/**
 * Finds builds by what they are and by the beginnings of words. Documents are numbered by their last change; the newest
 * matches come without looking at the older ones.
 */
sealed interface SearchIndex permits Fts5Index, TsvectorIndex {

    static SearchIndex of(Engine engine) {
        return switch (engine) {
            case SQLITE -> new Fts5Index();
            case POSTGRESQL -> new TsvectorIndex();
        };
    }

    /** Notes the documents of builds that stand in the table, in place of their earlier ones. */
    void put(Connection connection, List<Document> documents) throws SQLException;

    /** Forgets the document of a build that still stands in the table. */
    void remove(Connection connection, String build) throws SQLException;

    /** What is wanted, in the engine's language. */
    String query(Wanted wanted);

    /** SQL for {@code count(*)}; its parameters are the query and how far to count. */
    String count();

    /**
     * SQL for the newest matches.
     *
     * @return with the parameters query, row to stand before, limit
     */
    String newest(String columns);

    /**
     * SQL for matches in another order.
     *
     * @param after a condition, or empty; its parameters follow the query
     * @param order the ORDER BY clause; the limit follows
     */
    String sorted(String columns, String after, String order);
}
