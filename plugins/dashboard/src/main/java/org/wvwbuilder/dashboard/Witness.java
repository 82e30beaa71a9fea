package org.wvwbuilder.dashboard;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.plugin.event.BuildDeleted;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.event.CompositionSaved;
import org.wvwbuilder.plugin.event.LogAlert;

/** Says what an event is in the log, and who may see it there. */
record Witness(InstantSource clock) {
    private static final int MOST_TITLE = 200;

    /** Empty for what is of no interest there. */
    Optional<Logged> of(Event event) {
        return switch (event) {
            case BuildSaved saved ->
                Optional.of(logged(
                        event,
                        saved.created() ? "build-created" : "build-changed",
                        saved.editorId(),
                        saved.buildId(),
                        saved.name(),
                        (saved.created() ? "A new build for " : "Changed a build for ") + saved.profession() + ".",
                        audience(saved.visibility(), saved.teamId(), saved.ownerId())));
            case BuildDeleted gone ->
                Optional.of(logged(
                        event,
                        "build-deleted",
                        gone.editorId(),
                        gone.buildId(),
                        gone.name(),
                        "Deleted a build.",
                        audience(gone.visibility(), gone.teamId(), gone.ownerId())));
            case CompositionSaved saved ->
                Optional.of(logged(
                        event,
                        saved.created() ? "composition-created" : "composition-changed",
                        saved.editorId(),
                        saved.compositionId(),
                        saved.name(),
                        saved.created() ? "A new composition." : "Changed a composition.",
                        audience(
                                saved.visibility(),
                                saved.teamId(),
                                saved.ownerId().orElse(""))));
            case LogAlert alert ->
                Optional.of(logged(
                        event,
                        "log-alert",
                        "",
                        alert.rule(),
                        alert.rule(),
                        "The logs raised an alert: " + alert.count() + " or more within "
                                + alert.within().toSeconds() + " s.",
                        Logged.ADMIN));
            case AccountChanged changed -> Optional.empty();
            default -> other(event);
        };
    }

    /** An event that this plugin does not know, such as a backup's: for administrators, by its name. */
    private Optional<Logged> other(Event event) {
        var type = event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        var words = type.replace('-', ' ');
        var title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return Optional.of(logged(event, type, "", type, title, "", Logged.ADMIN));
    }

    private Logged logged(
            Event event, String type, String actor, String subject, String title, String description, String audience) {
        var cut = title.length() <= MOST_TITLE ? title : title.substring(0, MOST_TITLE) + "…";
        return new Logged(Uuid7.next(clock), event.at(), type, actor, subject, cut, description, audience);
    }

    /** What is a team's that nobody knows is its owner's alone. */
    private static String audience(Event.Visibility visibility, Optional<String> team, String owner) {
        return switch (visibility) {
            case PUBLIC -> Logged.PUBLIC;
            case TEAM -> team.map(Logged::team).orElseGet(() -> Logged.own(owner));
            case PRIVATE -> Logged.own(owner);
        };
    }
}
