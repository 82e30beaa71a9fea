package org.wvwbuilder.squads.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Archetypes;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.archetype.RuleSets;
import org.wvwbuilder.squads.judgement.Playables.Known;
import org.wvwbuilder.squads.optimise.Plan.Coverage;

/**
 * How all rules of a shipped rule set stand in a squad: a part of every answer about a composition. In the package of what
 * it measures, which is its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CoverageBenchmark {
    private static final int PLACES = 5;

    @Param({"5", "50"})
    public int players;

    private CoverageOf coverage;
    private List<List<Slot>> subgroups;
    private RuleSet rules;

    @Setup
    public void prepare() {
        var shipped = Archetypes.shipped();
        var all = shipped.all();
        var byId = all.stream().collect(Collectors.toMap(Archetype::id, Function.identity()));
        coverage = new CoverageOf(new Known(shipped, byId, Map.of()));
        rules = RuleSets.shipped().find("zerg").orElseThrow();
        subgroups = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            if (player % PLACES == 0) subgroups.add(new ArrayList<>());
            var build = all.get(player * 7 % all.size());
            subgroups.getLast().add(new Slot("Player " + player, build.id()));
        }
    }

    @Benchmark
    public List<Coverage> all() {
        return coverage.all(subgroups, rules);
    }
}
