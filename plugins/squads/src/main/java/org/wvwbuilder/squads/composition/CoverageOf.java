package org.wvwbuilder.squads.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.judgement.Playables.Known;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Plan.Source;

/** Says how the rules of a rule set stand in the subgroups of a composition, by the same measure as the optimiser. */
final class CoverageOf {
    private static final int RELIABLE = 2;

    private final Known known;

    CoverageOf(Known known) {
        this.known = known;
    }

    /** Every rule in every subgroup that has somebody, then those of the squad. */
    List<Coverage> all(List<List<Slot>> subgroups, RuleSet rules) {
        var all = new ArrayList<Coverage>();
        for (int i = 0; i < subgroups.size(); i++) {
            var slots = subgroups.get(i);
            if (slots.stream().allMatch(slot -> slot.build().isEmpty())) continue;
            for (var rule : rules.subgroup()) all.add(one(Optional.of(i + 1), rule, slots));
        }
        var everybody = subgroups.stream().flatMap(List::stream).toList();
        for (var rule : rules.squad()) all.add(one(Optional.empty(), rule, everybody));
        return all;
    }

    private Coverage one(Optional<Integer> subgroup, Rule rule, List<Slot> slots) {
        var sources = slots.stream()
                .flatMap(slot -> source(slot, rule.capability()))
                .sorted(Comparator.comparingInt(source -> -source.strength()))
                .toList();
        boolean peak = subgroup.isPresent() && rule.capability() == Capability.STABILITY;
        int have = peak
                ? peak(sources)
                : sources.stream().mapToInt(Source::strength).sum();
        return new Coverage(subgroup, rule.capability(), have, rule.need(), sources);
    }

    private Stream<Source> source(Slot slot, Capability capability) {
        return known.find(slot.build()).stream()
                .map(build -> new Source(slot.player(), slot.build(), build.strength(capability)))
                .filter(source -> source.strength() > 0);
    }

    /** One main source, or two reliable ones, is as good as it gets: many incidental ones are not. */
    private static int peak(List<Source> sources) {
        int best = sources.isEmpty() ? 0 : sources.getFirst().strength();
        long reliable =
                sources.stream().filter(source -> source.strength() >= RELIABLE).count();
        return reliable >= RELIABLE ? Archetype.MAIN : best;
    }
}
