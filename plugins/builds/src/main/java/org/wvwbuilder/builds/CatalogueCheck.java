package org.wvwbuilder.builds;

import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.gear.Review;
import org.wvwbuilder.builds.gear.Used;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Builds.Verdict;
import org.wvwbuilder.plugin.Contribution.Task;

/**
 * Checks that the shipped catalogue is undamaged, and marks the builds that use what the one in force does not know, or
 * what changed. Each build is looked
 * at once for each edition of the catalogue, in small transactions, so that a run stops nobody from saving.
 */
record CatalogueCheck(Editions editions, Builds builds) implements Task {
    private static final int AT_ONCE = 500;
    private static final int MOST = 200_000;

    @Override
    public String run() {
        if (!Catalogue.intact()) {
            throw new IllegalStateException(
                    "The catalogue's checksum is wrong. Install this version of WvW Builder again.");
        }
        int checked = 0;
        int marked = 0;
        while (checked < MOST) {
            var verdicts = builds.unchecked(AT_ONCE).stream().map(this::verdict).toList();
            if (verdicts.isEmpty()) break;
            builds.checked(verdicts);
            checked += verdicts.size();
            marked += (int) verdicts.stream().filter(Verdict::needsReview).count();
        }
        return "The catalogue of %s is intact. %d builds checked, %d of them need a review."
                .formatted(editions.get().edition().version(), checked, marked);
    }

    /** A build that was saved before a change of what it uses is to be looked at, until it is saved again. */
    private Verdict verdict(Build build) {
        var catalogue = editions.get();
        var details = build.details();
        boolean needed = Review.needed(catalogue, details)
                || editions.changedSince(build.updatedAt(), Used.facts(catalogue, details));
        return new Verdict(build.id(), needed);
    }
}
