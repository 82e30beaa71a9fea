package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.wvwbuilder.squads.optimise.Lessons.Reach;

/**
 * Measures, warm and on one core, what a commander waits for. Writes the figures to {@code target/optimiser-speed.txt};
 * judges only what no busy machine can change: what the plans miss and move.
 */
@EnabledIfSystemProperty(named = "long", matches = "1")
class SpeedTests {
    private static final int SEEDS = 100;
    private static final int WARM_UP = 3;
    private static final double NANOS_A_MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Optimiser optimiser = new Optimiser(Cases.SHIPPED.all());
    private final List<String> figures = new ArrayList<>();
    private final SortedMap<Integer, Integer> moves = new TreeMap<>();

    @Test
    void measures() throws IOException {
        measure("A, 15 players", seed -> solve(Cases.scarceStability(seed), true));
        measure("C, 12 players, impossible", seed -> solve(Cases.impossible(seed), false));
        measure(
                "C, who should learn what",
                seed -> optimiser.teach(Cases.impossible(seed), Reach.ANY_PROFESSION, Watch.NONE));
        measure("D, 50 players", seed -> solve(Cases.full(seed), true));
        var absences = LongStream.range(0, SEEDS)
                .mapToObj(seed -> Cases.absence(seed, optimiser))
                .toList();
        measure("46 of 49 after three no-shows", seed -> repair(absences.get((int) seed)));
        figures.add("moves of these repairs, and how often, warm-up included: " + moves);
        measure("D without its Guardians, impossible", this::impossible);
        var losses = LongStream.range(0, SEEDS)
                .mapToObj(seed -> Cases.loss(seed, optimiser))
                .toList();
        measure("D after two of eleven Guardians left, impossible", seed -> solve(losses.get((int) seed), false));
        Files.write(Path.of("target", "optimiser-speed.txt"), figures);
    }

    private Plan solve(Task task, boolean possible) {
        var plan = optimiser.solve(task);
        assertThat(plan.feasible()).isEqualTo(possible);
        return plan;
    }

    private Plan repair(Task task) {
        var plan = solve(task, true);
        moves.merge(plan.moves().size(), 1, Integer::sum);
        return plan;
    }

    private Plan impossible(long seed) {
        var plan = solve(
                Cases.repair(seed, List.of(), Set.of("G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10")),
                false);
        assertThat(plan.suggestions()).isNotEmpty();
        return plan;
    }

    private void measure(String name, LongFunction<?> work) {
        for (int round = 0; round < WARM_UP; round++) {
            for (int seed = 0; seed < SEEDS; seed++) work.apply(seed);
        }
        var wall = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        for (int seed = 0; seed < SEEDS; seed++) {
            long began = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            work.apply(seed);
            cpu.add((THREADS.getCurrentThreadCpuTime() - used) / NANOS_A_MILLI);
            wall.add((System.nanoTime() - began) / NANOS_A_MILLI);
        }
        figures.add(name + ": wall " + spread(wall) + ", CPU of the thread " + spread(cpu));
    }

    private static String spread(List<Double> times) {
        Collections.sort(times);
        return String.format(Locale.ROOT, "median %.1f ms, worst %.1f ms", times.get(SEEDS / 2), times.getLast());
    }
}
