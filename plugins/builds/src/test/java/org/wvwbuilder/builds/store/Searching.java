package org.wvwbuilder.builds.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Sort;

/** Builds to search, and what somebody asks for. */
final class Searching {
    private static final Map<Integer, String> NAMES = Map.of(42, "Zeal", 62, "Firebrand");

    private Searching() {}

    static Builds builds(TestContext context) {
        return new Builds(context.database(), () -> "digest", id -> Optional.ofNullable(NAMES.get(id)));
    }

    static List<String> found(Builds builds, String q) {
        return find(builds, asked("bob", List.of(), q));
    }

    static List<String> find(Builds builds, Listing listing) {
        return builds.list(listing).builds().stream()
                .map(build -> build.details().name())
                .toList();
    }

    static Listing asked(String viewer, List<String> teams, String q) {
        return listing(viewer, teams, false, q, Sort.UPDATED, Optional.empty(), 10);
    }

    static Listing listing(
            String viewer, List<String> teams, boolean own, String q, Sort sort, Optional<Place> after, int limit) {
        return new Listing(
                viewer,
                teams,
                own,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(q),
                sort,
                after,
                limit);
    }

    static Build shared(Build before, String team) {
        return with(before, before.details().sharedAs(Visibility.TEAM, Optional.of(team)));
    }

    static Build named(Build before, String name) {
        var d = before.details();
        return with(
                before,
                new Details(
                        name,
                        d.chatLink(),
                        d.profession(),
                        d.specializations(),
                        d.equipment(),
                        d.gameMode(),
                        d.role(),
                        d.tags(),
                        d.notes(),
                        d.visibility()));
    }

    private static Build with(Build before, Details details) {
        return new Build(
                before.id(),
                before.owner(),
                before.editor(),
                details,
                before.needsReview(),
                before.createdAt(),
                before.updatedAt().plusSeconds(10),
                before.version());
    }
}
