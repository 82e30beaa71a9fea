package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.squads.optimise.Oracle.Verdict;

/** A constraint solver finds nothing better than our plan, for any squad of up to twelve that it can decide upon. */
class OracleTests {
    private static final boolean LONG = Long.getLong("long", 0) > 0;
    private static final int DECIDED = LONG ? 500 : 60;
    private static final int MOST_UNDECIDED = DECIDED / 2;

    private final Optimiser optimiser = new Optimiser(Cases.SHIPPED.all());

    @Test
    void noExactSolverBeatsASmallPlan() throws IOException {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long number = 0; verdicts.getOrDefault(Verdict.NOTHING_BETTER, 0) < DECIDED; number++) {
            var task = Squads.random(number, 12, 3);
            var plan = optimiser.solve(task);
            Referee.accept(task, plan);
            assertThat(plan.bound().optimal()).isTrue();
            var verdict = Oracle.better(task, plan.score());
            assertThat(verdict).as("squad %d: %s", number, plan).isNotEqualTo(Verdict.BETTER);
            verdicts.merge(verdict, 1, Integer::sum);
        }
        if (LONG) Files.writeString(Path.of("target", "optimiser-oracle.txt"), verdicts + "\n");
        assertThat(verdicts.getOrDefault(Verdict.UNDECIDED, 0)).isLessThan(MOST_UNDECIDED);
    }

    @Test
    void theOracleSeesWhatIsNotTheBest() {
        var task = Squads.random(7, 12, 3);
        var best = optimiser.solve(task).score();
        var worse = new Score(
                best.empty(),
                best.stability(),
                best.rules(),
                best.squad(),
                best.changes(),
                best.preferences(),
                best.damage() + 1);
        assertThat(Oracle.better(task, worse)).isEqualTo(Verdict.BETTER);
    }
}
