package org.wvwbuilder.builds.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.gear.Review;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.plugin.event.BuildDeleted;
import org.wvwbuilder.plugin.event.BuildSaved;

/** Saves, changes and deletes builds for people: who may, what it must look like, and who hears of it. */
final class SavedBuilds {
    private static final String THIS = "This build";

    private final Builds builds;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Consumer<Event> events;

    SavedBuilds(Builds builds, Catalogue catalogue, InstantSource clock, Consumer<Event> events) {
        this.builds = builds;
        this.catalogue = catalogue;
        this.clock = clock;
        this.events = events;
    }

    /** @param key an Idempotency-Key, or null */
    Build add(BuildRequest request, String key, Identity person) {
        var details = BuildForm.whole(catalogue, request);
        var now = now();
        var build = new Build(Uuid7.next(clock), person.id(), details, Review.needed(catalogue, details), now, now, 1);
        if (key == null) {
            builds.add(build);
        } else {
            if (!key.matches("[!-~]{1,128}")) {
                throw Problem.invalid("Idempotency-Key", "1 to 128 visible ASCII characters");
            }
            var saved = builds.addOnce(build, key, request.digest());
            if (!saved.id().equals(build.id())) return saved;
        }
        publish(build, true);
        return build;
    }

    /** @throws Problem 404 when there is none, or the viewer may not see it */
    Build seen(String id, String viewer) {
        return builds.find(id).filter(build -> build.visibleTo(viewer)).orElseThrow(() -> Problem.notFound(THIS));
    }

    Build replace(String id, BuildRequest request, Identity person, Consumer<Build> condition) {
        var details = BuildForm.whole(catalogue, request);
        return change(id, person, condition, before -> details);
    }

    Build change(String id, BuildRequest request, Identity person, Consumer<Build> condition) {
        return change(id, person, condition, before -> BuildForm.changed(catalogue, request, before));
    }

    void delete(String id, Identity person, Consumer<Build> condition) {
        var gone = builds.remove(id, build -> {
                    permit(build, person);
                    condition.accept(build);
                })
                .orElseThrow(() -> Problem.notFound(THIS));
        events.accept(
                new BuildDeleted(now(), gone.id(), gone.owner(), gone.details().name()));
    }

    private Build change(String id, Identity person, Consumer<Build> condition, UnaryOperator<Details> change) {
        var changed = builds.change(id, before -> {
                    permit(before, person);
                    condition.accept(before);
                    var details = change.apply(before.details());
                    return new Build(
                            id,
                            before.owner(),
                            details,
                            Review.needed(catalogue, details),
                            before.createdAt(),
                            now(),
                            before.version());
                })
                .orElseThrow(() -> Problem.notFound(THIS));
        publish(changed, false);
        return changed;
    }

    private static void permit(Build build, Identity person) {
        if (!build.visibleTo(person.id())) throw Problem.notFound(THIS);
        if (!build.owner().equals(person.id())) {
            throw new Problem(
                    403, "not-yours", "Only its owner may change this build. Save a copy of your own instead.");
        }
    }

    private void publish(Build build, boolean created) {
        var details = build.details();
        events.accept(new BuildSaved(
                build.updatedAt(),
                build.id(),
                build.owner(),
                details.name(),
                details.profession().title(),
                details.chatLink(),
                details.visibility().word(),
                created));
    }

    /** The time as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
