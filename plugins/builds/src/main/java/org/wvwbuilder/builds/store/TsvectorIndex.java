package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The search on PostgreSQL. The planner takes the rows by their number when matches are common, and the GIN index when
 * they are rare.
 */
final class TsvectorIndex implements SearchIndex {
    private static final String PUT = """
            UPDATE builds_builds SET search_row = nextval('builds_search_rows'),
                search_words = array_to_tsvector(string_to_array(?, ' '))
            WHERE id = ?""";

    private static final String MATCHES = " FROM builds_builds WHERE search_words @@ CAST(? AS tsquery)";

    @Override
    public void put(Connection connection, List<Document> documents) throws SQLException {
        Sql.batch(connection, PUT, documents.stream().map(document -> List.of(terms(document), document.build())));
    }

    private static String terms(Document document) {
        return Stream.concat(document.facts().stream(), document.words().stream())
                .collect(Collectors.joining(" "));
    }

    /** The document is a part of the row. */
    @Override
    public void remove(Connection connection, String build) {}

    @Override
    public String query(Wanted wanted) {
        var parts = new ArrayList<String>();
        parts.add(wanted.seen().stream().map(TsvectorIndex::term).collect(Collectors.joining(" | ", "(", ")")));
        wanted.facts().forEach(fact -> parts.add(term(fact)));
        wanted.words().forEach(word -> parts.add(term(word) + ":*"));
        return String.join(" & ", parts);
    }

    private static String term(String word) {
        return "'" + word + "'";
    }

    @Override
    public String count() {
        return "SELECT count(*) FROM (SELECT 1" + MATCHES + " LIMIT ?) AS matches";
    }

    @Override
    public String newest(String columns) {
        return "SELECT " + columns + MATCHES + " AND search_row < ? ORDER BY search_row DESC LIMIT ?";
    }

    @Override
    public String sorted(String columns, String after, String order) {
        return "SELECT " + columns + MATCHES + after + order + " LIMIT ?";
    }
}
