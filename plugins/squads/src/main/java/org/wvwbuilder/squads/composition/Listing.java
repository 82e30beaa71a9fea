package org.wvwbuilder.squads.composition;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.web.Words;

/**
 * Which compositions to list, and where to go on.
 *
 * @param viewer account id of whoever asks, or one that nobody has
 * @param own true for the viewer's own only
 * @param after sorting value and id of the last item seen
 */
record Listing(
        String viewer,
        boolean own,
        Optional<String> team,
        Optional<String> ruleSet,
        Optional<String> tag,
        Optional<String> q,
        Optional<Boolean> template,
        Sort sort,
        Optional<Place> after,
        int limit) {

    /** How a list is sorted. */
    enum Sort {
        UPDATED("updated_at", true),
        NAME("name_lower", false),
        CREATED("id", true);

        final String column;
        final boolean descending;

        Sort(String column, boolean descending) {
            this.column = column;
            this.descending = descending;
        }

        Place place(Composition composition) {
            var value = switch (this) {
                case UPDATED -> Long.toString(composition.updatedAt().toEpochMilli());
                case NAME -> Words.lower(composition.details().name());
                case CREATED -> composition.id();
            };
            return new Place(value, composition.id());
        }
    }

    /** A place between two items of a list. */
    record Place(String value, String id) {}

    String where(List<Object> parameters) {
        var where = new StringBuilder(" WHERE ");
        if (own) {
            where.append("owner = ?");
            parameters.add(viewer);
        } else {
            where.append("""
                    (owner = ? OR visibility = 'PUBLIC' OR visibility = 'TEAM'
                        AND team_id IN (SELECT team_id FROM squads_members WHERE account = ?))""");
            parameters.add(viewer);
            parameters.add(viewer);
        }
        team.ifPresent(id -> and(where, parameters, "team_id = ?", id));
        ruleSet.ifPresent(id -> and(where, parameters, "rule_set = ?", id));
        tag.ifPresent(word -> and(where, parameters, "tags LIKE ? ESCAPE '!'", "%\n" + Words.escaped(word) + "\n%"));
        q.ifPresent(text -> and(where, parameters, "name_lower LIKE ? ESCAPE '!'", "%" + Words.escaped(text) + "%"));
        template.ifPresent(yes -> and(where, parameters, "template = ?", yes ? 1 : 0));
        after.ifPresent(place -> {
            where.append(" AND (%s, id) %s (?, ?)".formatted(sort.column, sort.descending ? "<" : ">"));
            parameters.add(sort == Sort.UPDATED ? Long.valueOf(place.value()) : place.value());
            parameters.add(place.id());
        });
        var way = sort.descending ? " DESC" : "";
        parameters.add(limit);
        return where + " ORDER BY " + sort.column + way + ", id" + way + " LIMIT ?";
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object value) {
        where.append(" AND ").append(condition);
        parameters.add(value);
    }
}
