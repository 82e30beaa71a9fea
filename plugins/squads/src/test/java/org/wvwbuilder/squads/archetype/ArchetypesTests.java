package org.wvwbuilder.squads.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchetypesTests {
    @Test
    void everyShippedArchetypeIsReadWithItsStrengths() {
        var shipped = Archetypes.shipped();
        assertThat(shipped.all()).hasSize(38);
        var firebrand = shipped.find("firebrand-heal").orElseThrow();
        assertThat(firebrand.strength(Capability.STABILITY)).isEqualTo(Archetype.MAIN);
        assertThat(firebrand.strength(Capability.STRIP)).isZero();
        assertThat(firebrand.profession()).isEqualTo("Guardian");
        assertThat(shipped.find("unheard-of")).isEmpty();
    }

    @Test
    void whatIsCalledSourcedNamesItsSource() {
        assertThat(Archetypes.shipped().all())
                .filteredOn(each -> each.confidence() != Confidence.GUESS)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.sources()).isNotEmpty());
    }

    @Test
    void everyWayToPlayHasItsRules() {
        assertThat(RuleSets.shipped().all()).extracting(RuleSet::id).containsExactly("zerg", "guild", "havoc", "roam");
        var zerg = RuleSets.shipped().find("zerg").orElseThrow();
        assertThat(zerg.subgroup()).contains(Rule.of(Capability.STABILITY, 3), Rule.of(Capability.CLEANSE, 3));
        assertThat(zerg.squad()).containsExactly(Rule.of(Capability.STRIP, 25));
    }

    @Test
    void strengthsWeightsAndDoubledIdsAreChecked() {
        assertThatThrownBy(() -> archetype(4)).hasMessageContaining("strengths go from 1 to 3");
        assertThatThrownBy(() -> new Rule(Capability.HEAL, 2, 11)).hasMessageContaining("a weight from 1 to 10");
        assertThatThrownBy(() -> new Rule(Capability.HEAL, -1, 1)).hasMessageContaining("a need from 0");
        assertThatThrownBy(() -> new Archetypes(List.of(archetype(1), archetype(2))))
                .hasMessageContaining("twice in the table: own");
    }

    private static Archetype archetype(int strength) {
        return new Archetype(
                "own",
                "Reaper",
                34,
                "Necromancer",
                "strip",
                Map.of(Capability.STRIP, strength),
                Confidence.GUESS,
                List.of(),
                LocalDate.of(2026, 11, 1));
    }
}
