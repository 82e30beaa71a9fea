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
 * @param q each word begins a word of the build's name, profession, specializations, role or tags
 * @param after where the page before this one ended
 * @param limit at most so many
 * @param marked true for those only that need a review; not a search, and sorted by their last change
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
        int limit,
        boolean marked) {

    /** Whether they need a review or not. */
    public Listing(
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
        this(viewer, teams, own, profession, specialization, role, tag, q, sort, after, limit, false);
    }

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

        /** Where a build stands in a list without filters, and in a sorted one with them. */
        Place place(Build build) {
            return switch (this) {
                case UPDATED -> new Place(Long.toString(build.updatedAt().toEpochMilli()), build.id());
                case NAME -> new Place(Names.lower(build.details().name()), build.id());
                case CREATED -> new Place(build.id(), build.id());
            };
        }
    }

    /** A place between two builds of a list. */
    public record Place(String value, String id) {}

    /** The same list from another place on. */
    public Listing after(Optional<Place> place) {
        return new Listing(viewer, teams, own, profession, specialization, role, tag, q, sort, place, limit, marked);
    }

    /** The same list, of those only that need a review. */
    public Listing marked(boolean only) {
        return new Listing(viewer, teams, own, profession, specialization, role, tag, q, sort, after, limit, only);
    }

    /** Whether the list is a search: anything is wanted beside what the viewer may see. */
    public boolean filtered() {
        return profession.isPresent()
                || specialization.isPresent()
                || role.isPresent()
                || tag.isPresent()
                || q.isPresent();
    }

    /** The name of the order; a place in one order means nothing in another. */
    public String order() {
        return (filtered() ? "FOUND_" : marked ? "MARKED_" : "") + sort;
    }

    /** Whether the sorting values are numbers. */
    public boolean numbered() {
        return sort == Sort.UPDATED;
    }

    /**
     * A page of a list.
     *
     * @param next where the next page begins; empty on the last one
     */
    public record Slice(List<Build> builds, Optional<Place> next) {}
}
