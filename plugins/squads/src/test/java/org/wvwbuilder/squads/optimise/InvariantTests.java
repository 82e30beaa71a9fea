package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is true of every squad; the squads are small enough for the exact search, so that no chance is in it. */
class InvariantTests {
    private static final int SQUADS = Long.getLong("long", 0) > 0 ? 10_000 : 1_000;
    private static final int MOST_PLAYERS = 10;

    private final Optimiser optimiser = new Optimiser(List.of());

    @Test
    void oneMorePlayerNeverMakesTheBestScoreWorse() {
        all(number -> {
            var more = Squads.random(number, MOST_PLAYERS, 3);
            var last = more.roster().getLast().player();
            if (more.roster().size() < 2 || ordered(more, last)) return;
            var fewer = new Task(
                    more.roster().subList(0, more.roster().size() - 1),
                    more.groups(),
                    more.rules(),
                    more.squad(),
                    more.orders(),
                    without(more.previous(), last),
                    more.effort());
            var grown = new Task(
                    more.roster(),
                    more.groups(),
                    more.rules(),
                    more.squad(),
                    more.orders(),
                    fewer.previous(),
                    more.effort());
            assertThat(best(grown)).isLessThanOrEqualTo(best(fewer));
        });
    }

    @Test
    void otherNamesGiveTheSamePlan() {
        all(number -> {
            var task = Squads.random(number, MOST_PLAYERS, 3);
            UnaryOperator<String> rename = name -> new StringBuilder(name).reverse() + " the Brave";
            var renamed = optimiser.solve(renamed(task, rename));
            var plan = optimiser.solve(task);
            assertThat(renamed.groups())
                    .isEqualTo(plan.groups().stream()
                            .map(group -> group.stream()
                                    .map(seat -> new Seat(rename.apply(seat.player()), seat.build()))
                                    .toList())
                            .toList());
            assertThat(renamed.score()).isEqualTo(plan.score());
        });
    }

    @Test
    void aLockNeverImprovesTheScore() {
        all(number -> {
            var task = Squads.random(number, MOST_PLAYERS, 3);
            var free = best(task);
            for (var orders : locked(task, new Random(number))) {
                try {
                    assertThat(best(Squads.with(task, orders))).isGreaterThanOrEqualTo(free);
                } catch (Fault contradictory) {
                    assertThat(contradictory.findings()).isNotEmpty();
                }
            }
        });
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        all(number -> {
            var task = Squads.random(number, number % 50 == 0 ? 50 : MOST_PLAYERS, number % 50 == 0 ? 10 : 3);
            var first = optimiser.solve(task);
            Referee.accept(task, first);
            var second = optimiser.solve(task);
            assertThat(second.groups().toString()).isEqualTo(first.groups().toString());
            assertThat(second.score()).isEqualTo(first.score());
        });
    }

    private interface Trial {
        void of(long number);
    }

    private static void all(Trial trial) {
        LongStream.range(0, SQUADS).forEach(number -> {
            try {
                trial.of(number);
            } catch (AssertionError failed) {
                throw new AssertionError("squad " + number + ": " + failed.getMessage(), failed);
            }
        });
    }

    private Score best(Task task) {
        var plan = optimiser.solve(task);
        assertThat(plan.bound().optimal()).isTrue();
        return plan.score();
    }

    private static boolean ordered(Task task, String player) {
        var orders = task.orders();
        return orders.seats().containsKey(player)
                || orders.builds().containsKey(player)
                || orders.benched().contains(player)
                || orders.together().stream().anyMatch(list -> list.contains(player))
                || orders.apart().stream().anyMatch(list -> list.contains(player));
    }

    private static List<List<Seat>> without(List<List<Seat>> groups, String player) {
        return groups.stream()
                .map(group -> group.stream()
                        .filter(seat -> !seat.player().equals(player))
                        .toList())
                .toList();
    }

    /** The orders with one more lock of each kind. */
    private static List<Orders> locked(Task task, Random random) {
        var entry = task.roster().get(random.nextInt(task.roster().size()));
        var orders = task.orders();
        var all = new ArrayList<Orders>();
        if (!orders.seats().containsKey(entry.player())) {
            var locks = new HashMap<>(orders.locks());
            locks.put(entry.player(), 1 + random.nextInt(task.groups()));
            all.add(Squads.locks(orders, locks));
        }
        if (!orders.builds().containsKey(entry.player())) {
            var builds = new HashMap<>(orders.builds());
            builds.put(
                    entry.player(),
                    entry.builds().get(random.nextInt(entry.builds().size())).id());
            all.add(Squads.builds(orders, builds));
        }
        var benched = new HashSet<>(orders.benched());
        benched.add(entry.player());
        all.add(Squads.benched(orders, benched));
        return all;
    }

    private static Task renamed(Task task, UnaryOperator<String> name) {
        var orders = task.orders();
        var locks = new HashMap<String, Integer>();
        orders.locks().forEach((player, group) -> locks.put(name.apply(player), group));
        Map<String, String> builds = new HashMap<>();
        orders.builds().forEach((player, build) -> builds.put(name.apply(player), build));
        var benched = new HashSet<String>();
        orders.benched().forEach(player -> benched.add(name.apply(player)));
        Optional<String> commander = orders.commander().map(name);
        return new Task(
                task.roster().stream()
                        .map(entry -> new Entry(name.apply(entry.player()), entry.builds()))
                        .toList(),
                task.groups(),
                task.rules(),
                task.squad(),
                new Orders(
                        commander, locks, builds, benched, lists(orders.together(), name), lists(orders.apart(), name)),
                task.previous().stream()
                        .map(group -> group.stream()
                                .map(seat -> new Seat(name.apply(seat.player()), seat.build()))
                                .toList())
                        .toList(),
                task.effort());
    }

    private static List<List<String>> lists(List<List<String>> lists, UnaryOperator<String> name) {
        return lists.stream().map(list -> list.stream().map(name).toList()).toList();
    }
}
