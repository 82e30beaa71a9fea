package org.wvwbuilder.builds.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.gear.Review;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Viewer;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.plugin.event.BuildDeleted;
import org.wvwbuilder.plugin.event.BuildSaved;

/** Saves, changes and deletes builds for people: who may, what it must look like, and who hears of it. */
final class SavedBuilds {
    private static final String THIS = "This build";
    /** Fields that one answer names, if a whole file is wrong. */
    private static final int MOST_WRONG = 50;

    private final Builds builds;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<Optional<Teams>> teams;
    private final InstantSource clock;
    private final Consumer<Event> events;

    SavedBuilds(
            Builds builds,
            Supplier<Catalogue> catalogue,
            Supplier<Optional<Teams>> teams,
            InstantSource clock,
            Consumer<Event> events) {
        this.builds = builds;
        this.catalogue = catalogue;
        this.teams = teams;
        this.clock = clock;
        this.events = events;
    }

    /** What an account, or nobody in particular, may see and change. */
    Viewer viewer(String account) {
        if (account.isEmpty()) return new Viewer("", Map.of());
        return new Viewer(account, teams.get().map(known -> known.of(account)).orElse(Map.of()));
    }

    /** @param key an Idempotency-Key, or null */
    Build add(BuildRequest request, String key, Identity person) {
        var details = BuildForm.whole(catalogue.get(), request, viewer(person.id())::shares);
        var now = now();
        var build = new Build(
                Uuid7.next(clock), person.id(), details, Review.needed(catalogue.get(), details), now, now, 1);
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

    /** Saves all of these as new builds, or none. @throws Problem 422 that names every field of every build */
    List<Build> addAll(List<BuildRequest> requests, Identity person) {
        var viewer = viewer(person.id());
        var now = now();
        var wrong = new ArrayList<Problem.Field>();
        var added = new ArrayList<Build>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                var details = BuildForm.whole(catalogue.get(), requests.get(i), viewer::shares);
                boolean review = Review.needed(catalogue.get(), details);
                added.add(new Build(Uuid7.next(clock), person.id(), details, review, now, now, 1));
            } catch (Problem refused) {
                var at = "/builds/" + i;
                refused.fields().forEach(field -> wrong.add(new Problem.Field(at + field.pointer(), field.detail())));
                if (refused.fields().isEmpty()) throw refused;
            }
            if (wrong.size() > MOST_WRONG) break;
        }
        if (!wrong.isEmpty()) throw Problem.invalid(wrong);
        builds.addAll(added);
        added.forEach(build -> publish(build, true));
        return added;
    }

    /** @throws Problem 404 when there is none, or the viewer may not see it */
    Build seen(String id, String account) {
        var viewer = viewer(account);
        return builds.find(id).filter(viewer::sees).orElseThrow(() -> Problem.notFound(THIS));
    }

    /**
     * A build that a person may change. What it was before is for them alone: it may have been private then.
     *
     * @throws Problem 403 or 404
     */
    Build edited(String id, Identity person) {
        var build = seen(id, person.id());
        permit(build, viewer(person.id()));
        return build;
    }

    /** Tells that a build is there again. */
    void returned(Build build) {
        publish(build, true);
    }

    Build replace(String id, BuildRequest request, Identity person, Consumer<Build> condition) {
        var viewer = viewer(person.id());
        var details = BuildForm.whole(catalogue.get(), request, viewer::shares);
        return change(id, viewer, condition, before -> details);
    }

    Build change(String id, BuildRequest request, Identity person, Consumer<Build> condition) {
        var viewer = viewer(person.id());
        return change(
                id,
                viewer,
                condition,
                before -> BuildForm.changed(catalogue.get(), request, before.details(), viewer::shares));
    }

    /** Makes a build what it was at a version. @throws Problem 404 when that version is not kept */
    Build restore(String id, long version, Identity person, Consumer<Build> condition) {
        var past = builds.past(id, version);
        return change(id, viewer(person.id()), condition, before -> {
            var was = past.orElseThrow(() -> Problem.notFound("Version " + version + " of this build"))
                    .details();
            // Who sees a build is decided today, not then.
            var now = before.details();
            return was.sharedAs(now.visibility(), now.team());
        });
    }

    void delete(String id, Identity person, Consumer<Build> condition) {
        var viewer = viewer(person.id());
        var gone = builds.remove(id, now(), build -> {
                    permit(build, viewer);
                    condition.accept(build);
                })
                .orElseThrow(() -> Problem.notFound(THIS));
        var details = gone.details();
        events.accept(new BuildDeleted(
                now(), gone.id(), gone.owner(), person.id(), details.name(), seenBy(details), details.team()));
    }

    private Build change(String id, Viewer viewer, Consumer<Build> condition, Function<Build, Details> change) {
        var changed = builds.change(id, before -> {
                    permit(before, viewer);
                    condition.accept(before);
                    var details = change.apply(before);
                    keepSharing(before, details, viewer);
                    return new Build(
                            id,
                            before.owner(),
                            viewer.account(),
                            details,
                            Review.needed(catalogue.get(), details),
                            before.createdAt(),
                            now(),
                            before.version());
                })
                .orElseThrow(() -> Problem.notFound(THIS));
        publish(changed, false);
        return changed;
    }

    private static void permit(Build build, Viewer viewer) {
        if (!viewer.sees(build)) throw Problem.notFound(THIS);
        if (!viewer.edits(build)) {
            throw new Problem(
                    403,
                    "not-yours",
                    "Only its owner and the editors of its team may do this to the build. Save a copy of your own instead.");
        }
    }

    private static void keepSharing(Build before, Details after, Viewer viewer) {
        var old = before.details();
        boolean same = old.visibility() == after.visibility() && old.team().equals(after.team());
        if (!same && !before.owner().equals(viewer.account())) {
            throw new Problem(
                    403, "not-yours", "Only its owner decides who sees this build: leave visibility as it is.");
        }
    }

    private void publish(Build build, boolean created) {
        var details = build.details();
        events.accept(new BuildSaved(
                build.updatedAt(),
                build.id(),
                build.owner(),
                build.editor(),
                details.name(),
                details.profession().title(),
                details.chatLink(),
                seenBy(details),
                details.team(),
                created));
    }

    private static Event.Visibility seenBy(Details details) {
        return Event.Visibility.valueOf(details.visibility().name());
    }

    /** The time as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
