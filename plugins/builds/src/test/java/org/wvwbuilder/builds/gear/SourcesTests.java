package org.wvwbuilder.builds.gear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.BoonSource;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.builds.template.Template;

class SourcesTests {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void whatABuildGivesIsNamedWithTheSkillOrTraitThatGivesIt() {
        int found = 0;
        for (var published : PublishedLinks.all()) {
            var template = Describer.describe(CATALOGUE, StoredLink.read(published.link()));
            var sources = Sources.of(CATALOGUE, template, Equipment.NONE);
            found += sources.size();
            for (var source : sources) {
                var fact = CATALOGUE.boonSources(source.kind(), source.id());
                assertThat(fact).extracting(BoonSource::name).contains(source.name());
                assertThat(source.boons().isEmpty()
                                && source.conditionsRemoved().isEmpty()
                                && !source.stunBreak())
                        .isFalse();
            }
            assertThat(sources).doesNotHaveDuplicates();
        }
        assertThat(found).isGreaterThan(PublishedLinks.all().size());
    }

    @Test
    void theWeaponsOfTheEquipmentCountAsThoseOfTheLink() {
        var profession = CATALOGUE.profession("Guardian").orElseThrow();
        var staff = profession.weapons().stream()
                .filter(weapon -> weapon.type().equals("Staff"))
                .findFirst()
                .orElseThrow();
        var empty = new Template("Guardian", false, List.of(), null, null, null, null, null, null, null, null, null);
        var piece = new Piece(Slot.WEAPON_A1, Optional.of("Staff"), Optional.empty(), List.of(), List.of());
        var equipment = new Equipment(List.of(piece), Optional.empty(), Optional.empty(), Optional.empty());
        var expected = staff.skills().stream()
                .filter(skill -> !CATALOGUE.boonSources("skill", skill.id()).isEmpty())
                .map(skill -> skill.id())
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(Sources.of(CATALOGUE, empty, equipment))
                .allMatch(source -> source.place().equals("Staff"))
                .extracting(Source::id)
                .containsAll(expected);
        assertThat(Sources.of(CATALOGUE, empty, Equipment.NONE)).isEmpty();
    }
}
