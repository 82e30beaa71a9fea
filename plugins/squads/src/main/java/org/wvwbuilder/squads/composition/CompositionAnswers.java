package org.wvwbuilder.squads.composition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionAnswer;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionOutline;
import org.wvwbuilder.squads.composition.CompositionForm.Owner;
import org.wvwbuilder.squads.composition.CompositionForm.Subgroup;
import org.wvwbuilder.squads.composition.CompositionForm.VersionOutline;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.Playable;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.judgement.Playables.Known;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.solve.SolveAnswer.Covered;
import org.wvwbuilder.squads.solve.SolveAnswer.Unmet;

/** Writes compositions as JSON, with their coverage and the names of people. */
final class CompositionAnswers {
    private final Judgements judgements;
    private final Playables playables;
    private final Supplier<Optional<Accounts>> accounts;

    CompositionAnswers(Judgements judgements, Playables playables, Supplier<Optional<Accounts>> accounts) {
        this.judgements = judgements;
        this.playables = playables;
        this.accounts = accounts;
    }

    /** What a composition's builds are, and how its rules stand. */
    record Judged(Known known, Optional<RuleSet> rules, List<Coverage> coverage) {}

    /** Its owner's eyes look the builds up: whoever may see the composition sees what is played in it. */
    Judged judge(Composition composition) {
        var details = composition.details();
        var known = playables.known(details.builds(), composition.owner());
        var rules = judgements.ruleSets().find(details.ruleSet());
        var coverage = rules.map(set -> new CoverageOf(known).all(details.subgroups(), set));
        return new Judged(known, rules, coverage.orElse(List.of()));
    }

    CompositionAnswer whole(Composition composition, boolean changeable) {
        var details = composition.details();
        var judged = judge(composition);
        return new CompositionAnswer(
                composition.id(),
                details.name(),
                details.subgroups().stream().map(Subgroup::new).toList(),
                details.ruleSet(),
                details.tags(),
                details.notes(),
                details.visibility(),
                details.team(),
                details.template(),
                owner(composition.owner(), names(List.of(composition.owner()))),
                details.players(),
                judged.coverage().stream().map(Covered::of).toList(),
                judged.coverage().stream()
                        .filter(rule -> !rule.met())
                        .map(Unmet::of)
                        .toList(),
                details.builds().stream()
                        .filter(build -> judged.known().find(build).isEmpty())
                        .toList(),
                Playable.of(details.builds(), judged.known()),
                changeable,
                composition.code().filter(code -> changeable),
                composition.changedBy(),
                composition.createdAt(),
                composition.updatedAt(),
                composition.version());
    }

    List<CompositionOutline> outlines(List<Composition> compositions) {
        var names = names(compositions.stream().map(Composition::owner).toList());
        return compositions.stream().map(each -> outline(each, names)).toList();
    }

    private static CompositionOutline outline(Composition composition, Map<String, String> names) {
        var details = composition.details();
        return new CompositionOutline(
                composition.id(),
                details.name(),
                details.ruleSet(),
                details.tags(),
                details.visibility(),
                details.team(),
                details.template(),
                owner(composition.owner(), names),
                details.players(),
                composition.createdAt(),
                composition.updatedAt(),
                composition.version());
    }

    /** @param states the newest first; the last one is only there to be compared with, unless it is the first ever */
    List<VersionOutline> versions(List<Composition> states, int most) {
        var names = names(states.stream().map(Composition::changedBy).toList());
        var outlines = new java.util.ArrayList<VersionOutline>();
        for (int i = 0; i < Math.min(states.size(), most); i++) {
            var state = states.get(i);
            var changes = i + 1 < states.size()
                    ? Optional.of((long) Difference.of(states.get(i + 1), state).size())
                    : Optional.<Long>empty();
            outlines.add(new VersionOutline(
                    state.version(),
                    state.details().name(),
                    owner(state.changedBy(), names),
                    state.updatedAt(),
                    changes));
        }
        return outlines;
    }

    private static Owner owner(String id, Map<String, String> names) {
        return new Owner(id, Optional.ofNullable(names.get(id)));
    }

    private Map<String, String> names(Collection<String> ids) {
        var asked = new HashSet<>(ids);
        asked.remove("");
        return asked.isEmpty()
                ? Map.of()
                : accounts.get().map(known -> known.names(asked)).orElse(Map.of());
    }
}
