package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Slice;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Problem;

/** Keeps builds in the search, and finds them there: each answer in a time that hardly grows with their number. */
record Searchable(SearchIndex index, IntFunction<Optional<String>> specializations) {
    /** So many matches are sorted by name or by their making; of more only the newest changes are found. */
    static final int MOST_SORTED = 10_000;

    void put(Connection connection, List<Build> builds) throws SQLException {
        index.put(
                connection,
                builds.stream()
                        .map(build -> Document.of(build, specializations))
                        .toList());
    }

    void remove(Connection connection, String build) throws SQLException {
        index.remove(connection, build);
    }

    /** @throws Problem 422 when too many match for the sort */
    Slice find(Connection connection, Listing listing) throws SQLException {
        var query = index.query(Wanted.of(listing));
        return listing.sort() == Sort.UPDATED ? newest(connection, listing, query) : sorted(connection, listing, query);
    }

    private Slice newest(Connection connection, Listing listing, String query) throws SQLException {
        long before = listing.after().map(place -> Long.valueOf(place.value())).orElse(Long.MAX_VALUE);
        var columns = BuildTable.COLUMNS + ", search_row";
        var rows = Sql.of(connection, index.newest(columns), query, before, listing.limit() + 1)
                .list(row -> new Numbered(row.getLong("search_row"), BuildTable.build(row)));
        boolean more = rows.size() > listing.limit();
        var page = more ? rows.subList(0, listing.limit()) : rows;
        return new Slice(
                page.stream().map(Numbered::build).toList(),
                more ? Optional.of(page.getLast().place()) : Optional.empty());
    }

    private Slice sorted(Connection connection, Listing listing, String query) throws SQLException {
        long matches = Sql.of(connection, index.count(), query, MOST_SORTED + 1).number();
        if (matches > MOST_SORTED) {
            throw Problem.invalid(
                    "?sort",
                    "updated: more than %,d builds match, too many to sort; or narrow the search"
                            .formatted(MOST_SORTED));
        }
        var parameters = new ArrayList<Object>(List.of(query));
        var after = listing.after()
                .map(place -> ListTable.after(listing.sort(), place, parameters))
                .orElse("");
        parameters.add(listing.limit() + 1);
        var sql = index.sorted(BuildTable.COLUMNS, after, ListTable.order(listing.sort()));
        return ListTable.slice(new Sql(connection, sql, parameters).list(BuildTable::build), listing);
    }

    /** A build with its row in the search. */
    private record Numbered(long row, Build build) {
        Place place() {
            return new Place(Long.toString(row), build.id());
        }
    }
}
