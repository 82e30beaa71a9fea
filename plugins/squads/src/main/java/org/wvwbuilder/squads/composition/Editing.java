package org.wvwbuilder.squads.composition;

import jakarta.ws.rs.core.Request;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.plugin.event.CompositionSaved;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionRequest;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.sql.Repeatable;
import org.wvwbuilder.squads.web.Versions;

/** Saves and changes compositions for people. Who comes second is told what the first one made of it. */
final class Editing {
    private final Compositions compositions;
    private final CompositionAnswers answers;
    private final Judgements judgements;
    private final Playables playables;
    private final InstantSource clock;
    private final Consumer<Event> events;

    Editing(
            Compositions compositions,
            CompositionAnswers answers,
            Judgements judgements,
            Playables playables,
            InstantSource clock,
            Consumer<Event> events) {
        this.compositions = compositions;
        this.answers = answers;
        this.judgements = judgements;
        this.playables = playables;
        this.clock = clock;
        this.events = events;
    }

    Composition add(CompositionRequest request, String key, String person) {
        var from = request.from().map(id -> from(id, person));
        var details = new CompositionReader(request, person, judgements, playables).details(from);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var composition = new Composition(Uuid7.next(clock), person, details, Optional.empty(), person, now, now, 1);
        var saved = compositions.add(composition, Repeatable.of(person, key, request));
        // A repeated request was told of when it came first.
        return saved.id().equals(composition.id()) ? published(saved, true) : saved;
    }

    private Composition published(Composition saved, boolean created) {
        var details = saved.details();
        events.accept(new CompositionSaved(
                saved.updatedAt(),
                saved.id(),
                Optional.of(saved.owner()).filter(owner -> !owner.isEmpty()),
                saved.changedBy(),
                details.name(),
                Event.Visibility.valueOf(details.visibility().name()),
                details.team(),
                created));
        return saved;
    }

    /** What a new one takes over: not who sees it, nor that it is a template. */
    private Details from(String id, String person) {
        try {
            var details = compositions.seen(id, person).details();
            return new Details(
                    details.name(),
                    details.subgroups(),
                    details.ruleSet(),
                    details.tags(),
                    details.notes(),
                    Visibility.PRIVATE,
                    Optional.empty(),
                    false);
        } catch (Problem none) {
            throw Problem.invalid("/from", "the id of a composition that you may see");
        }
    }

    /** @param whole true where nothing of the state before counts */
    Composition change(String id, CompositionRequest request, boolean whole, Request http, String person) {
        if (request.from().isPresent()) throw Problem.invalid("/from", "left out: it is for new compositions");
        var reader = new CompositionReader(request, person, judgements, playables);
        var saved = tried(
                request,
                () -> compositions.change(
                        id,
                        person,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        before -> Versions.match(http, before.version()),
                        (before, history) -> reader.details(whole ? Optional.empty() : Optional.of(before.details()))));
        return published(saved, false);
    }

    Composition restore(String id, long version, Request http, String person) {
        var saved = tried(
                new CompositionForm.RestoreRequest(Optional.of(version)),
                () -> compositions.change(
                        id,
                        person,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        before -> Versions.match(http, before.version()),
                        (before, history) -> history.find(before, version)
                                .orElseThrow(() -> Problem.invalid("/version", "a version of its history"))
                                .details()));
        return published(saved, false);
    }

    void delete(String id, Request http, String person) {
        tried(new CompositionForm.RestoreRequest(Optional.empty()), () -> {
            compositions.delete(id, person, before -> Versions.match(http, before.version()));
            return id;
        });
    }

    private interface Attempt<T> {
        T make();
    }

    private <T> T tried(Record yours, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (Stale stale) {
            throw new Problem(
                    412,
                    "stale",
                    "Somebody changed this composition meanwhile. Both states are here: bring them together, then"
                            + " send yours again with the ETag of the current one.",
                    List.of(),
                    Map.of("ETag", Versions.text(stale.current().version())),
                    Map.of("current", answers.whole(stale.current(), false), "yours", yours));
        }
    }
}
