package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

class NeedsTests {
    private static final int[] NOBODY = {0, 0, 0, 0};

    private final Needs needs = new Needs(
            List.of(
                    new Rule(Capability.STABILITY, 9, 10),
                    new Rule(Capability.CLEANSE, 4, 5),
                    new Rule(Capability.MIGHT, 2, 3)),
            List.of(new Rule(Capability.STRIP, 6, 1), new Rule(Capability.CC, 3, 1)));

    /** How many players have strength 0, 1, 2 and 3. */
    @ParameterizedTest
    @CsvSource({"5,0,0,0,0", "0,5,0,0,1", "0,1,0,0,1", "4,0,1,0,2", "0,4,1,0,2", "3,0,2,0,3", "4,0,0,1,3"})
    void oneMainSourceOrTwoReliableOnesAreTheMost(int none, int weak, int reliable, int main, int peak) {
        assertThat(Needs.peak(new int[] {none, weak, reliable, main})).isEqualTo(peak);
    }

    @Test
    void stabilityIsNoSumAndNeedsNoMoreThanAMainSource() {
        assertThat(needs.stability).isEqualTo(3);
        assertThat(needs.sums).extracting(Rule::capability).containsExactly(Capability.CLEANSE, Capability.MIGHT);
        assertThat(needs.squad).extracting(Rule::capability).containsExactly(Capability.STRIP, Capability.CC);
    }

    @Test
    void whatIsMissingCostsByItsWeightAndWhatIsTooMuchPaysForNothing() {
        assertThat(Score.unpack(needs.cost(NOBODY, new int[] {1, 9}))).isEqualTo(new Score(0, 3, 15, 0, 0, 0, 0));
        assertThat(Score.unpack(needs.cost(new int[] {4, 0, 1, 0}, new int[] {3, 0})))
                .isEqualTo(new Score(0, 1, 11, 0, 0, 0, 0));
        assertThat(needs.cost(new int[] {0, 0, 0, 5}, new int[] {4, 2})).isZero();
    }

    @Test
    void theSquadsMinimumsAreCountedOneByOne() {
        assertThat(Score.unpack(needs.squadCost(new int[] {2, 5}))).isEqualTo(new Score(0, 0, 0, 4, 0, 0, 0));
        assertThat(needs.squadCost(new int[] {6, 3})).isZero();
    }
}
