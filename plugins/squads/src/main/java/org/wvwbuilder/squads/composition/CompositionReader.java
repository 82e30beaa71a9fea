package org.wvwbuilder.squads.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionRequest;
import org.wvwbuilder.squads.composition.CompositionForm.Subgroup;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.optimise.Task;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Words;

/**
 * Checks a request to save a composition, or names every place that is not right. What needs the database is looked up
 * first, so that the details can be made within a transaction.
 */
final class CompositionReader {
    private static final int MOST_PLAYER = 60;
    private static final int MOST_TAGS = 20;
    private static final int MOST_TAG = 40;
    private static final String USUAL_RULES = "zerg";

    private final CompositionRequest request;
    private final Set<String> builds;
    private final boolean rulesKnown;
    private final Findings findings = new Findings();

    CompositionReader(CompositionRequest request, String person, Judgements judgements, Playables playables) {
        this.request = request;
        var asked = new HashSet<String>();
        for (var group : request.subgroups().orElse(List.of())) {
            if (group != null)
                group.slots().stream().filter(slot -> slot != null).forEach(slot -> asked.add(slot.build()));
        }
        asked.remove("");
        builds = asked.isEmpty()
                ? Set.of()
                : playables.known(asked, person).byId().keySet();
        var sets = judgements.ruleSets();
        rulesKnown = request.ruleSet().map(id -> sets.find(id).isPresent()).orElse(true);
    }

    /** @param before what counts where the request leaves something out */
    Details details(Optional<Details> before) {
        var name = Words.name(request.name().or(() -> before.map(Details::name)), "/name", Words.MOST_NAME, findings);
        findings.check(rulesKnown, "/rule_set", "the id of a rule set: see /rule-sets");
        var ruleSet = request.ruleSet().or(() -> before.map(Details::ruleSet)).orElse(USUAL_RULES);
        var subgroups = request.subgroups()
                .map(this::subgroups)
                .or(() -> before.map(Details::subgroups))
                .orElse(List.of());
        var tags = request.tags()
                .map(this::tags)
                .or(() -> before.map(Details::tags))
                .orElse(List.of());
        var notes = Words.notes(request.notes().or(() -> before.map(Details::notes)), "/notes", findings);
        var visibility =
                request.visibility().or(() -> before.map(Details::visibility)).orElse(Visibility.PRIVATE);
        var team = request.teamId().isPresent()
                ? request.teamId().filter(id -> !id.isEmpty())
                : before.flatMap(Details::team);
        findings.check(
                visibility != Visibility.TEAM || team.isPresent(), "/team_id", "the team that it is to be shared with");
        findings.refuse();
        boolean template =
                request.template().or(() -> before.map(Details::template)).orElse(false);
        return new Details(name, subgroups, ruleSet, tags, notes, visibility, team, template);
    }

    private List<List<Slot>> subgroups(List<Subgroup> asked) {
        findings.check(asked.size() <= Task.MOST_GROUPS, "/subgroups", "at most 10 subgroups: a squad has 50 players");
        var seen = new HashMap<String, String>();
        var groups = new ArrayList<List<Slot>>();
        for (int g = 0; g < Math.min(asked.size(), Task.MOST_GROUPS); g++) {
            var at = "/subgroups/" + g;
            var slots = asked.get(g) == null ? List.<Slot>of() : asked.get(g).slots();
            findings.check(
                    slots.size() <= Task.PLACES, at + "/slots", "at most 5 slots in a subgroup, not " + slots.size());
            var kept = new ArrayList<Slot>();
            for (int i = 0; i < Math.min(slots.size(), Task.PLACES); i++) {
                kept.add(slot(slots.get(i), at + "/slots/" + i, seen));
            }
            groups.add(kept);
        }
        return groups;
    }

    private Slot slot(Slot asked, String at, Map<String, String> seen) {
        var slot = asked == null ? new Slot("", "") : asked;
        Words.line(Optional.of(slot.player()), at + "/player", MOST_PLAYER, findings);
        if (!slot.player().isEmpty()) {
            var first = seen.putIfAbsent(Words.lower(slot.player()), at);
            findings.check(
                    first == null, at + "/player", "a player who has one place: this one sits at " + first + ", too");
        }
        findings.check(
                slot.build().isEmpty() || builds.contains(slot.build()),
                at + "/build",
                "the id of an archetype, or of a saved build that you may see");
        return slot;
    }

    private List<String> tags(List<String> asked) {
        findings.check(asked.size() <= MOST_TAGS, "/tags", "at most 20 tags");
        var tags = new LinkedHashSet<String>();
        for (int i = 0; i < Math.min(asked.size(), MOST_TAGS); i++) {
            var tag = Words.name(Optional.ofNullable(asked.get(i)), "/tags/" + i, MOST_TAG, findings);
            tags.add(Words.lower(tag));
        }
        return List.copyOf(tags);
    }
}
