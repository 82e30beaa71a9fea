package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search on SQLite. Every beginning of a word is a term of its own: FTS5 would have to merge all terms behind a
 * prefix before the first match, which takes longer the more builds there are.
 */
final class Fts5Index implements SearchIndex {
    private static final int LONGEST_BEGINNING = 12;

    private static final String MATCHES =
            "SELECT rowid FROM builds_search WHERE builds_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?";

    @Override
    public void put(Connection connection, List<Document> documents) throws SQLException {
        for (var document : documents) remove(connection, document.build());
        long row =
                Sql.of(connection, "SELECT max(search_row) FROM builds_builds").number();
        var texts = new ArrayList<List<Object>>();
        var rows = new ArrayList<List<Object>>();
        for (var document : documents) {
            row++;
            texts.add(List.of(row, String.join(" ", terms(document))));
            rows.add(List.of(row, document.build()));
        }
        Sql.batch(connection, "INSERT INTO builds_search (rowid, words) VALUES (?, ?)", texts.stream());
        Sql.batch(connection, "UPDATE builds_builds SET search_row = ? WHERE id = ?", rows.stream());
    }

    @Override
    public void remove(Connection connection, String build) throws SQLException {
        long row = Sql.of(connection, "SELECT search_row FROM builds_builds WHERE id = ?", build)
                .number();
        if (row != 0)
            Sql.of(connection, "DELETE FROM builds_search WHERE rowid = ?", row).run();
    }

    private static Set<String> terms(Document document) {
        var terms = new LinkedHashSet<>(document.facts());
        for (var word : document.words()) {
            int longest = Math.min(LONGEST_BEGINNING, word.codePointCount(0, word.length()));
            for (int length = 1; length <= longest; length++) terms.add(Words.start(word, length));
            terms.add(word);
        }
        return terms;
    }

    @Override
    public String query(Wanted wanted) {
        var parts = new ArrayList<String>();
        parts.add(wanted.seen().stream().map(Fts5Index::term).collect(Collectors.joining(" OR ", "(", ")")));
        wanted.facts().forEach(fact -> parts.add(term(fact)));
        for (var word : wanted.words()) {
            boolean shorter = word.codePointCount(0, word.length()) <= LONGEST_BEGINNING;
            parts.add(shorter ? term(word) : term(word) + " *");
        }
        return String.join(" AND ", parts);
    }

    private static String term(String word) {
        return '"' + word + '"';
    }

    @Override
    public String count() {
        return "SELECT count(*) FROM (SELECT rowid FROM builds_search WHERE builds_search MATCH ? LIMIT ?)";
    }

    @Override
    public String newest(String columns) {
        return "SELECT " + columns + " FROM builds_builds WHERE search_row IN (" + MATCHES
                + ") ORDER BY search_row DESC";
    }

    /** The inner statement reads builds_by_search_row alone; whole rows are read for one page. */
    @Override
    public String sorted(String columns, String after, String order) {
        return "SELECT " + columns + " FROM builds_builds WHERE id IN (SELECT id FROM builds_builds WHERE search_row IN"
                + " (SELECT rowid FROM builds_search WHERE builds_search MATCH ?)" + after + order + " LIMIT ?)"
                + order;
    }
}
