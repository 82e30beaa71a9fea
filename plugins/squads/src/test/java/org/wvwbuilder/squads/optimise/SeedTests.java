package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** By steps, a seed gives the same bytes, also on another Java machine that compiles differently. */
class SeedTests {
    private static final int MINUTES = 2;

    @Test
    void theSameSeedGivesTheSameBytesOnAnotherMachine() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new ProcessBuilder(
                        java,
                        "-Xint",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Answers.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var bytes = other.getInputStream().readAllBytes();
        assertThat(other.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(other.exitValue()).isZero();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Answers.all());
    }

    /** Writes the answers for some squads of every kind. */
    static final class Answers {
        private Answers() {}

        public static void main(String[] arguments) {
            System.out.print(all());
        }

        static String all() {
            var optimiser = new Optimiser(Cases.SHIPPED.all());
            var text = new StringBuilder();
            var full = optimiser.solve(Cases.full(11));
            var absent = Set.of("G3", "R2", "E4");
            for (var task : List.of(
                    Cases.full(11),
                    Cases.full(12),
                    Cases.scarceStability(13),
                    Cases.impossible(14),
                    Cases.repair(15, full.groups(), absent),
                    Cases.absence(15, optimiser),
                    Cases.loss(15, optimiser),
                    Squads.random(16, 50, 10),
                    Squads.random(17, 50, 10))) {
                text.append(without(optimiser.solve(task))).append('\n');
            }
            return text.toString();
        }

        /** Everything but the time it took. */
        private static Plan without(Plan plan) {
            return new Plan(
                    plan.groups(),
                    plan.coverage(),
                    plan.unmet(),
                    plan.suggestions(),
                    plan.moves(),
                    plan.bench(),
                    plan.score(),
                    plan.bound(),
                    plan.seed(),
                    Duration.ZERO,
                    plan.cut());
        }
    }
}
