package org.wvwbuilder.builds.store;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.chatlink.Profession;

/**
 * Which builds to list, and where to go on.
 *
 * @param viewer account id of whoever asks
 * @param teams the teams whose builds they see beside public ones
 * @param own true for the viewer's own only
 * @param after the sorting value and the id of the last item seen
 * @param limit at most so many
 */
public record Listing(
        String viewer,
        List<String> teams,
        boolean own,
        Optional<Profession> profession,
        Optional<Integer> specialization,
        Optional<String> role,
        Optional<String> tag,
        Optional<String> q,
        Sort sort,
        Optional<Place> after,
        int limit) {

    /** How a list is sorted. */
    public enum Sort {
        /** Newest change first. */
        UPDATED("updated_at", true),
        /** By name, in any case. */
        NAME("name_lower", false),
        /** Newest first; ids sort by the time of their making. */
        CREATED("id", true);

        final String column;
        final boolean descending;

        Sort(String column, boolean descending) {
            this.column = column;
            this.descending = descending;
        }

        /** The sorting values of a build. */
        public Place place(Build build) {
            return switch (this) {
                case UPDATED -> new Place(Long.toString(build.updatedAt().toEpochMilli()), build.id());
                case NAME -> new Place(Names.lower(build.details().name()), build.id());
                case CREATED -> new Place(build.id(), build.id());
            };
        }
    }

    /** A place between two builds of a list. */
    public record Place(String value, String id) {}

    /** The parts of the condition that the filters add, with their parameters. */
    void filter(StringBuilder where, List<Object> parameters) {
        profession.ifPresent(p -> and(where, parameters, "profession = ?", p.code()));
        specialization.ifPresent(s -> and(
                where, parameters, "(specialization_1 = ? OR specialization_2 = ? OR specialization_3 = ?)", s, s, s));
        role.ifPresent(r -> and(where, parameters, "lower(role) = ?", Names.lower(r)));
        tag.ifPresent(t -> and(
                where,
                parameters,
                "EXISTS (SELECT 1 FROM builds_tags t WHERE t.build_id = builds_builds.id AND t.tag = ?)",
                Names.lower(t)));
        q.ifPresent(text -> and(where, parameters, "name_lower LIKE ? ESCAPE '!'", "%" + Names.escaped(text) + "%"));
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object... values) {
        where.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }
}
