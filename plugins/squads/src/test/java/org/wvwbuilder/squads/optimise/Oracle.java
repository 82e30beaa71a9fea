package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.List;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.search.limits.NodeCounter;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.IntVar;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/**
 * Asks a constraint solver that knows nothing of our search whether any plan is better than a score: a model of its own
 * in linear inequalities, where a plan is better when its costs are less in the order of the goals.
 */
final class Oracle {
    private static final int MUCH = 10_000;
    /** Nodes of its search, as a clock would make the verdict a matter of the machine. */
    private static final long PATIENCE = 20_000;

    private final Task task;
    private final Model model = new Model();
    private final OracleSeats seats;

    /** What the oracle found out. */
    enum Verdict {
        NOTHING_BETTER,
        BETTER,
        UNDECIDED
    }

    private Oracle(Task task) {
        this.task = task;
        this.seats = new OracleSeats(task, model);
    }

    /** Asks goal after goal: can it be better when all before it are as good? */
    static Verdict better(Task task, Score than) {
        var claim = new int[] {
            than.empty(),
            than.stability(),
            than.rules(),
            than.squad(),
            than.changes(),
            than.preferences(),
            than.damage()
        };
        for (int goal = 0; goal < claim.length; goal++) {
            var verdict = new Oracle(task).better(claim, goal);
            if (verdict != Verdict.NOTHING_BETTER) return verdict;
        }
        return Verdict.NOTHING_BETTER;
    }

    private Verdict better(int[] claim, int goal) {
        seats.post();
        var costs = costs();
        for (int i = 0; i < goal; i++) model.arithm(costs[i], "<=", claim[i]).post();
        model.arithm(costs[goal], "<", claim[goal]).post();
        var solver = model.getSolver();
        if (seats.players() > 0) solver.setSearch(Search.domOverWDegSearch(seats.decisions()));
        solver.addStopCriterion(new NodeCounter(model, PATIENCE));
        if (solver.solve()) return Verdict.BETTER;
        return solver.isStopCriterionMet() ? Verdict.UNDECIDED : Verdict.NOTHING_BETTER;
    }

    private IntVar[] costs() {
        return new IntVar[] {
            weighed((player, group, build) -> -1, Task.PLACES * task.groups()),
            stability(),
            rules(),
            squad(),
            weighed((player, group, build) -> stays(player, group, build) ? -1 : 0, before()),
            weighed((player, group, build) -> build, 0),
            weighed((player, group, build) -> 6 - seats.archetype(player, build).damage(), 0)
        };
    }

    private interface Weight {
        int of(int player, int group, int build);
    }

    /** What all seats weigh together, and something more. */
    private IntVar weighed(Weight weight, int more) {
        var variables = new ArrayList<IntVar>();
        var weights = new ArrayList<Integer>();
        for (int player = 0; player < seats.players(); player++) {
            for (int group = 0; group < task.groups(); group++) {
                for (int build = 0; build < seats.builds(player); build++) {
                    int weighs = weight.of(player, group, build);
                    if (weighs == 0) continue;
                    variables.add(seats.sits(player, group, build));
                    weights.add(weighs);
                }
            }
        }
        variables.add(model.intVar(more));
        weights.add(1);
        return scalar(variables, weights);
    }

    private IntVar scalar(List<IntVar> variables, List<Integer> weights) {
        var sum = model.intVar(-MUCH, MUCH);
        model.scalar(
                        variables.toArray(IntVar[]::new),
                        weights.stream().mapToInt(Integer::intValue).toArray(),
                        "=",
                        sum)
                .post();
        return sum;
    }

    private int before() {
        return (int) task.previous().stream()
                .flatMap(List::stream)
                .filter(seat ->
                        task.roster().stream().anyMatch(entry -> entry.player().equals(seat.player())))
                .count();
    }

    private boolean stays(int player, int group, int build) {
        return group < task.previous().size()
                && task.previous()
                        .get(group)
                        .contains(new Seat(
                                seats.player(player),
                                seats.archetype(player, build).id()));
    }

    private IntVar given(int group, Weight weight) {
        return weighed((player, at, build) -> at == group ? weight.of(player, at, build) : 0, 0);
    }

    /** Each level up to the need that a subgroup with players does not reach is one point missing. */
    private IntVar stability() {
        int need = task.rules().stream()
                .filter(rule -> rule.capability() == Capability.STABILITY)
                .mapToInt(Rule::need)
                .sum();
        var parts = new ArrayList<IntVar>();
        for (int group = 0; group < task.groups(); group++) {
            for (int level = 1; level <= need; level++) {
                var reached = model.boolVar();
                int wanted = level;
                var points = given(group, (player, at, build) -> points(seats.archetype(player, build), wanted));
                model.arithm(points, ">=", reached, "*", level == 3 ? 2 : 1).post();
                var missing = model.boolVar();
                model.arithm(seats.used(group), "-", reached, "<=", missing).post();
                parts.add(missing);
            }
        }
        return total(parts, 1);
    }

    private static int points(Archetype build, int level) {
        int strength = build.strength(Capability.STABILITY);
        if (level == 3) return strength == 3 ? 2 : strength == 2 ? 1 : 0;
        return strength >= level ? 1 : 0;
    }

    private IntVar rules() {
        var parts = new ArrayList<IntVar>();
        var weights = new ArrayList<Integer>();
        for (var rule : task.rules()) {
            if (rule.capability() == Capability.STABILITY) continue;
            for (int group = 0; group < task.groups(); group++) {
                var have = given(
                        group,
                        (player, at, build) -> seats.archetype(player, build).strength(rule.capability()));
                var missing = model.intVar(0, rule.need());
                model.scalar(new IntVar[] {missing, have, seats.used(group)}, new int[] {1, 1, -rule.need()}, ">=", 0)
                        .post();
                parts.add(missing);
                weights.add(rule.weight());
            }
        }
        return parts.isEmpty() ? model.intVar(0) : scalar(parts, weights);
    }

    private IntVar squad() {
        var parts = new ArrayList<IntVar>();
        for (var rule : task.squad()) {
            var have = weighed(
                    (player, at, build) -> seats.archetype(player, build).strength(rule.capability()), 0);
            var missing = model.intVar(0, rule.need());
            model.arithm(missing, "+", have, ">=", rule.need()).post();
            parts.add(missing);
        }
        return total(parts, 1);
    }

    private IntVar total(List<IntVar> parts, int weight) {
        return parts.isEmpty()
                ? model.intVar(0)
                : scalar(parts, parts.stream().map(part -> weight).toList());
    }
}
