package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Slice;
import org.wvwbuilder.builds.store.Listing.Sort;

/** All that somebody may see, in the order of an index. */
record ListTable(Connection connection) {
    /** Runs of the sort, the viewer's own by builds_by_owner_*, the others by builds_public_*. */
    private static final String OWN = " FROM builds_builds WHERE owner = ?";

    private static final String PUBLIC = " FROM builds_builds WHERE visibility = 'public' AND owner <> ?";

    /** By builds_by_team_*, one run for each team. */
    private static final String TEAM = " FROM builds_builds WHERE team = ? AND owner <> ?";

    /** By builds_reviews_by_owner, builds_reviews_public and builds_reviews_by_team. */
    private static final String MARKED = " AND needs_review = 1";

    Slice list(Listing listing) throws SQLException {
        var parameters = new ArrayList<Object>();
        var text = new StringBuilder("SELECT * FROM (")
                .append(run(OWN, listing, parameters, listing.viewer()))
                .append(") AS own");
        if (!listing.own()) {
            text.append(" UNION ALL SELECT * FROM (")
                    .append(run(PUBLIC, listing, parameters, listing.viewer()))
                    .append(") AS open");
            for (int i = 0; i < listing.teams().size(); i++) {
                text.append(" UNION ALL SELECT * FROM (")
                        .append(run(TEAM, listing, parameters, listing.teams().get(i), listing.viewer()))
                        .append(") AS team" + i);
            }
        }
        text.append(order(listing.sort())).append(" LIMIT ?");
        parameters.add(listing.limit() + 1);
        var rows = new Sql(connection, text.toString(), parameters).list(BuildTable::build);
        return slice(rows, listing);
    }

    private static String run(String from, Listing listing, List<Object> parameters, String... whose) {
        var where = new StringBuilder(from);
        parameters.addAll(List.of(whose));
        if (listing.marked()) where.append(MARKED);
        listing.after().ifPresent(after -> where.append(after(listing.sort(), after, parameters)));
        parameters.add(listing.limit() + 1);
        return "SELECT " + BuildTable.COLUMNS + ", name_lower" + where + order(listing.sort()) + " LIMIT ?";
    }

    /** The condition that a row stands behind a place, with its parameters. */
    static String after(Sort sort, Place place, List<Object> parameters) {
        parameters.add(sort == Sort.UPDATED ? Long.valueOf(place.value()) : place.value());
        parameters.add(place.id());
        return " AND (%s, id) %s (?, ?)".formatted(sort.column, sort.descending ? "<" : ">");
    }

    static String order(Sort sort) {
        var way = sort.descending ? " DESC" : "";
        return " ORDER BY " + sort.column + way + ", id" + way;
    }

    /** Of one row more than a page has, which tells whether there is a next one. */
    static Slice slice(List<Build> rows, Listing listing) {
        if (rows.size() <= listing.limit()) return new Slice(rows, Optional.empty());
        var page = rows.subList(0, listing.limit());
        return new Slice(page, Optional.of(listing.sort().place(page.getLast())));
    }
}
