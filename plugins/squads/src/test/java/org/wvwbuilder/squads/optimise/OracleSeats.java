package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.List;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.wvwbuilder.squads.archetype.Archetype;

/** Who may sit where with which build, as the constraint solver is told: what every plan has to keep, whatever it costs. */
final class OracleSeats {
    private final Task task;
    private final Model model;
    private final List<Entry> entries;

    /** Player, subgroup, build: whether it is so. */
    private final BoolVar[][][] sits;

    private final BoolVar[] used;

    OracleSeats(Task task, Model model) {
        this.task = task;
        this.model = model;
        this.entries = task.roster().stream()
                .filter(entry -> !task.orders().benched().contains(entry.player()))
                .toList();
        this.sits = new BoolVar[entries.size()][task.groups()][];
        this.used = model.boolVarArray(task.groups());
    }

    void post() {
        places();
        orders();
        number();
    }

    int players() {
        return sits.length;
    }

    String player(int player) {
        return entries.get(player).player();
    }

    int builds(int player) {
        return entries.get(player).builds().size();
    }

    Archetype archetype(int player, int build) {
        return entries.get(player).builds().get(build);
    }

    BoolVar sits(int player, int group, int build) {
        return sits[player][group][build];
    }

    /** Whether anybody sits in the subgroup. */
    BoolVar used(int group) {
        return used[group];
    }

    /** For each player the number of their seat, the last one for the bench. */
    IntVar[] decisions() {
        var all = new IntVar[sits.length];
        for (int player = 0; player < sits.length; player++) {
            var places = new ArrayList<BoolVar>();
            for (var group : sits[player]) places.addAll(List.of(group));
            places.add(model.boolVar());
            all[player] = model.intVar(0, places.size() - 1);
            model.boolsIntChanneling(places.toArray(BoolVar[]::new), all[player], 0)
                    .post();
        }
        return all;
    }

    /** Where no order names a subgroup, they are numbered by their first players. */
    private void number() {
        if (!task.orders().seats().isEmpty() || !task.previous().isEmpty()) return;
        for (int player = 0; player < sits.length; player++) {
            for (int group = 1; group < task.groups(); group++) {
                var variables = new ArrayList<IntVar>();
                var weights = new ArrayList<Integer>();
                for (int other = 0; other < player; other++) add(variables, weights, sits[other][group - 1], 1);
                add(variables, weights, sits[player][group], -1);
                model.scalar(
                                variables.toArray(IntVar[]::new),
                                weights.stream().mapToInt(Integer::intValue).toArray(),
                                ">=",
                                0)
                        .post();
            }
        }
    }

    private static void add(List<IntVar> variables, List<Integer> weights, BoolVar[] more, int weight) {
        for (var each : more) {
            variables.add(each);
            weights.add(weight);
        }
    }

    private void places() {
        for (int player = 0; player < sits.length; player++) {
            var all = new ArrayList<BoolVar>();
            for (int group = 0; group < task.groups(); group++) {
                sits[player][group] =
                        model.boolVarArray(entries.get(player).builds().size());
                all.addAll(List.of(sits[player][group]));
            }
            model.sum(all.toArray(BoolVar[]::new), "<=", 1).post();
        }
        for (int group = 0; group < task.groups(); group++) {
            var all = new ArrayList<BoolVar>();
            for (var player : sits) all.addAll(List.of(player[group]));
            var size = model.intVar(0, Task.PLACES);
            model.sum(all.toArray(BoolVar[]::new), "=", size).post();
            model.arithm(size, ">=", used[group]).post();
            model.arithm(size, "<=", used[group], "*", Task.PLACES).post();
        }
    }

    private void orders() {
        var orders = task.orders();
        orders.seats()
                .forEach((player, group) ->
                        model.sum(sits[index(player)][group - 1], "=", 1).post());
        orders.builds().forEach((player, build) -> {
            if (orders.benched().contains(player)) return;
            var builds = entries.get(index(player)).builds();
            for (var group : sits[index(player)]) {
                for (int i = 0; i < group.length; i++) {
                    if (!builds.get(i).id().equals(build))
                        model.arithm(group[i], "=", 0).post();
                }
            }
        });
        for (var list : orders.together()) pairs(list, "=");
        for (var list : orders.apart()) pairs(list, "apart");
    }

    private void pairs(List<String> all, String how) {
        var list = all.stream().filter(player -> index(player) >= 0).toList();
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                for (int group = 0; group < task.groups(); group++) {
                    var one = model.boolVar();
                    var other = model.boolVar();
                    model.sum(sits[index(list.get(i))][group], "=", one).post();
                    model.sum(sits[index(list.get(j))][group], "=", other).post();
                    if (how.equals("=")) model.arithm(one, "=", other).post();
                    else model.arithm(one, "+", other, "<=", 1).post();
                }
            }
        }
    }

    private int index(String player) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).player().equals(player)) return i;
        }
        return -1;
    }
}
