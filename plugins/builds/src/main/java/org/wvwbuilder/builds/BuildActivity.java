package org.wvwbuilder.builds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Identity;

/** Tells the dashboard about a person's builds. */
record BuildActivity(Builds builds, Supplier<Catalogue> catalogue) implements ActivitySource {

    @Override
    public Map<String, Long> totals(Identity person) {
        return Map.of("builds", builds.total(person.id()));
    }

    @Override
    public Map<String, Long> professions(Identity person) {
        return builds.professions(person.id());
    }

    @Override
    public long between(Identity person, Instant after, Instant upTo) {
        return builds.between(person.id(), after, upTo);
    }

    @Override
    public List<Activity> newest(Identity person, int limit) {
        return builds.newest(person.id(), limit).stream().map(this::activity).toList();
    }

    private Activity activity(Build build) {
        boolean created = build.version() == 1;
        var description = (created ? "A new build for " : "Changed a build for ") + playedAs(build) + ".";
        return new Activity(
                build.id(),
                created ? "build-created" : "build-changed",
                build.details().name(),
                description,
                build.updatedAt());
    }

    /** The elite specialization's name, or the profession's. */
    private String playedAs(Build build) {
        return catalogue
                .get()
                .specializations()
                .find(build.details().specializations().getLast())
                .filter(Specialization::elite)
                .map(Specialization::name)
                .orElse(build.details().profession().title());
    }
}
