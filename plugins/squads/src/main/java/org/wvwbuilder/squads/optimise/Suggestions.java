package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Plan.Suggestion;

/** Finds for each unmet rule who could fill it where they sit, by playing something that they do not list yet. */
final class Suggestions {
    private static final int MOST = 3;

    private final Task task;
    private final List<Archetype> known;
    private final List<List<Seat>> groups;
    private final Map<String, Entry> entries;
    private final Map<String, Archetype> builds;

    /** @param rank the squad's score if they did so: the smaller, the better */
    private record Candidate(Suggestion suggestion, long rank) {}

    Suggestions(Task task, List<Archetype> known, List<List<Seat>> groups) {
        this.task = task;
        this.known = known;
        this.groups = groups;
        this.entries = task.roster().stream().collect(Collectors.toMap(Entry::player, entry -> entry));
        this.builds = task.roster().stream()
                .flatMap(entry -> entry.builds().stream())
                .collect(Collectors.toMap(Archetype::id, build -> build, (one, same) -> one));
    }

    List<Suggestion> all(List<Coverage> unmet) {
        var found = new ArrayList<Suggestion>();
        for (var each : unmet) {
            var candidates = candidates(each);
            boolean near = candidates.stream()
                    .anyMatch(
                            one -> one.suggestion().fills() && one.suggestion().sameProfession());
            candidates.stream()
                    .filter(one -> !near || one.suggestion().sameProfession())
                    .sorted(Comparator.comparing(
                                    (Candidate one) -> !one.suggestion().fills())
                            .thenComparing(one -> !one.suggestion().sameProfession())
                            .thenComparingLong(Candidate::rank))
                    .limit(MOST)
                    .forEach(one -> found.add(one.suggestion()));
        }
        return found;
    }

    private List<Candidate> candidates(Coverage unmet) {
        var found = new ArrayList<Candidate>();
        for (int group = 0; group < groups.size(); group++) {
            if (unmet.subgroup().isPresent() && unmet.subgroup().get() != group + 1) continue;
            for (var seat : groups.get(group)) {
                for (var lesson : known) {
                    if (!entries.get(seat.player()).builds().contains(lesson)) {
                        candidate(unmet, group, seat, lesson).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    private Optional<Candidate> candidate(Coverage unmet, int group, Seat seat, Archetype lesson) {
        var capability = unmet.rule();
        var members = groups.get(group).stream()
                .map(each -> each.equals(seat) ? lesson : builds.get(each.build()))
                .toList();
        int gain = lesson.strength(capability) - builds.get(seat.build()).strength(capability);
        int have = unmet.subgroup().isPresent() ? have(capability, members) : unmet.have() + gain;
        if (have <= unmet.have()) return Optional.empty();
        boolean same = entries.get(seat.player()).builds().stream()
                .anyMatch(build -> build.profession().equals(lesson.profession()));
        var suggestion =
                new Suggestion(capability, unmet.subgroup(), seat.player(), lesson.id(), have >= unmet.need(), same);
        return Optional.of(new Candidate(suggestion, missing(members) * Short.MAX_VALUE - have));
    }

    private long missing(List<Archetype> members) {
        return task.rules().stream()
                .mapToLong(rule -> (long) rule.weight() * Math.max(0, rule.need() - have(rule.capability(), members)))
                .sum();
    }

    private static int have(Capability capability, List<Archetype> members) {
        if (capability != Capability.STABILITY) {
            return members.stream().mapToInt(each -> each.strength(capability)).sum();
        }
        var counts = new int[Archetype.MAIN + 1];
        for (var each : members) counts[each.strength(capability)]++;
        return Needs.peak(counts);
    }
}
