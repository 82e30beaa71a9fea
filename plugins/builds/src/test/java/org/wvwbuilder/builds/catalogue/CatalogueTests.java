package org.wvwbuilder.builds.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Trait;

class CatalogueTests {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void everyFactOfTheTablesIsThere() {
        assertThat(catalogue.edition().counts())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("professions", 9),
                        Map.entry("specializations", 81),
                        Map.entry("traits", 972),
                        Map.entry("skills", 2223),
                        Map.entry("palettes", 9),
                        Map.entry("legends", 8),
                        Map.entry("pets", 66),
                        Map.entry("weapons", 19),
                        Map.entry("itemstats", 178),
                        Map.entry("upgrades", 1429),
                        Map.entry("boon_sources", 583)));
        assertThat(catalogue.upgrades().all().stream()
                        .collect(Collectors.groupingBy(u -> u.type(), Collectors.counting())))
                .isEqualTo(Map.of(
                        "rune", 99L, "sigil", 81L, "relic", 122L, "infusion", 8L, "food", 859L, "utility", 260L));
    }

    @Test
    void everySpecializationHasItsTraits() {
        var professions = catalogue.professions().stream().map(p -> p.name()).collect(Collectors.toSet());
        for (var specialization : catalogue.specializations().all()) {
            assertThat(professions).contains(specialization.profession());
            assertThat(specialization.minorTraits()).hasSize(3);
            assertThat(specialization.majorTraits()).hasSize(9);
            for (int tier = 1; tier <= 3; tier++) {
                for (int choice = 1; choice <= 3; choice++) {
                    var trait = specialization.trait(tier, choice).flatMap(catalogue.traits()::find);
                    assertThat(trait.map(Trait::specialization)).contains(specialization.id());
                    assertThat(trait.map(Trait::tier)).contains(tier);
                    assertThat(trait.flatMap(Trait::choice)).contains(choice);
                }
            }
        }
        assertThat(catalogue.specializations().all().stream().filter(s -> s.elite()))
                .hasSize(36);
    }

    @Test
    void aPaletteMeansAnotherSkillForEachProfession() {
        assertThat(catalogue.palettes().skill(6, 279)).contains(5569);
        assertThat(catalogue.palettes().skill(1, 5)).contains(45402);
        assertThat(catalogue.palettes().skill(4, 5)).contains(12639);
        assertThat(catalogue.palettes().skill(1, 65_535)).isEmpty();
        assertThat(catalogue.palettes().palette("Elementalist", 5569)).contains(279);
    }

    @Test
    void everyProfessionCanFillItsFiveSlots() {
        for (var profession : catalogue.professions()) {
            if (profession.name().equals("Revenant")) continue;
            var choosable = catalogue.skills().all().stream()
                    .filter(skill -> skill.palettes().containsKey(profession.name()))
                    .filter(skill -> skill.slot()
                            .filter(Set.of("Heal", "Utility", "Elite")::contains)
                            .isPresent())
                    .collect(Collectors.groupingBy(skill -> skill.slot().orElseThrow(), Collectors.counting()));
            assertThat(choosable).as(profession.name()).isEqualTo(Map.of("Heal", 8L, "Utility", 36L, "Elite", 7L));
        }
    }

    @Test
    void legendsHoldSkillsThatExist() {
        for (var legend : catalogue.legends().all()) {
            assertThat(legend.utilities()).hasSize(3).allSatisfy(this::exists);
            assertThat(legend.certain()).isEqualTo(legend.id() <= 6);
            exists(legend.heal());
            exists(legend.elite());
        }
    }

    @Test
    void nothingInMemoryCanBeChanged() {
        var skill = catalogue.skills().find(5569).orElseThrow();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> skill.palettes().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> skill.palettes().get("Elementalist").clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> catalogue.skills().byId().clear());
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        byte[] content;
        try (var in = new GZIPInputStream(Catalogue.class.getResourceAsStream("/META-INF/wvw/catalogue.gz"))) {
            content = in.readAllBytes();
        }
        assertThat(Catalogue.intact()).isTrue();
        assertThat(sheet(content).intact()).isTrue();
        content[50_000] ^= 1;
        assertThat(sheet(content).intact()).isFalse();
        assertThatExceptionOfType(CatalogueFault.class)
                .isThrownBy(() -> sheet("something else".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("format")
                .withMessageContaining("Install");
        assertThatExceptionOfType(CatalogueFault.class).isThrownBy(() -> sheet(Arrays.copyOf(content, 5_000)));
    }

    private void exists(int skill) {
        assertThat(catalogue.skills().find(skill).map(Skill::id)).contains(skill);
    }

    private static Sheet sheet(byte[] text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return Sheet.open(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void whatIsWrittenIsReadAgainAndTheShippedOneKeepsItsSum() {
        var shipped = Catalogue.load();
        var again = Catalogue.read(CatalogueWriter.write(shipped.contents()));
        assertThat(again.edition()).isEqualTo(shipped.edition());
        assertThat(again.contents()).isEqualTo(shipped.contents());
    }
}
